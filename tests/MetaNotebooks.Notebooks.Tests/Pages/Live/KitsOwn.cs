using System.Text.Json;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>What the kit itself makes of some choices of the page "MAML live", computed in a notebook.</summary>
public sealed class KitsOwn : IAsyncLifetime
{
    /// <summary>A choice and what comes of it, over 201 places from −5 to 5.</summary>
    public sealed record Case(
        string Start,
        double Alpha,
        int Steps,
        int Seed,
        int Selected,
        double[] X,
        double[] Y,
        double[] Truth,
        double[] Curve,
        double[] Kernel,
        double[] KernelAfter,
        double[] Losses
    );

    private const string Define = """
        let net = Mlp(1, 40, 40, 1)
        let loss = Losses.MeanSquaredError
        let kept file (learner: AdaptiveLearner) =
            (Learned.kept file learner).Runs |> List.find (fun (seed, _) -> seed = 1) |> fun (_, run) -> run.Meta
        let starts =
            [ "maml", kept "05-maml-starts" (Maml.Create(net, loss, 0.01))
              "reptile", kept "06-reptile-starts" (Reptile.Create(net, loss, 0.01, 5, 5))
              "joint", kept "05-joint-starts" (JointTraining.Create(net, loss, 0.01))
              "untrained", net.Init((Seed 1).Split "parameters") ]
            |> List.map (fun (name, theta) -> name, theta.Map(fun part -> part.``to`` torch.float64))
        let grid = torch.tensor([| for i in 0..200 -> -5.0 + float i / 20.0 |]).reshape (1, -1, 1)
        let family = Sinusoids(Shots = 5, Queries = 1, DType = torch.float64)
        let jacobian (theta: Parameters) (x: torch.Tensor) =
            let single = x.reshape (-1L, 1L, 1L)
            let each = theta.Map(fun part -> part.reshape(Array.append [| 1L |] (Array.skip (part.shape.Length - 2) part.shape)).expand (single.shape[0], -1L, -1L))
            let slopes = Gradient.Of("f", each, fun own -> net.Forward(own, single).sum ())
            torch.cat ([| for part in slopes -> part.reshape (single.shape[0], -1L) |], -1L)
        let kernel theta (x: torch.Tensor) = (jacobian theta grid).matmul((jacobian theta x).T) |> floats
        let case (name, theta) (alpha: float) steps (seed: int) selected =
            let task = family.Sample(Seed seed, 1)
            let rule = GradientStep alpha
            let rho = rule.Init(net.Shapes, Seed 1, torch.float64)
            let adapted = Adaptation.Run(net, loss, rule, theta, rho, task.SupportX, task.SupportY, steps)
            let x = task.SupportX.reshape(-1L)[int64 (selected - 1)]
            {| start = name; alpha = alpha; steps = steps; seed = seed; selected = selected
               x = floats task.SupportX; y = floats task.SupportY; truth = floats (task.TruthAt grid)
               curve = floats (adapted.Predict(steps, grid)); kernel = kernel theta x
               kernelAfter = kernel adapted.Final x
               losses = floats (adapted.Losses(loss, task.SupportX, task.SupportY)) |}
        """;

    private const string Cases = """
        let cases =
            [ for start in starts do
                  case start 0.01 1 1 1
                  case start 0.01 10 4 3
                  case start 0.0025 7 12 5
                  case start 0.05 2 6 2
                  case start 0.02 0 3 4 ]
        System.IO.File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize cases)
        """;

    private readonly Workspace _work = new();

    /// <summary>Every start, five choices each.</summary>
    public IReadOnlyList<Case> All { get; private set; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!KitCells.IsBuilt)
            return;
        var file = _work.At("cases.json");
        Write(
            _work.At("cases.ipynb"),
            Code(
                "load",
                $"#load \"{KitRoot.At("notebooks", "kit.fsx").Replace('\\', '/')}\"\nopen MetaNotebooks\nopen TorchSharp"
            ),
            Code("define", Define),
            Code("cases", $"let file = \"{file.Replace('\\', '/')}\"\n{Cases}")
        );
        var (status, text) = await Workspace.Invoke("run", _work.Folder, "--out", _work.Site);
        Assert.True(status == 0, text);
        All = JsonSerializer.Deserialize<Case[]>(
            await File.ReadAllTextAsync(file),
            JsonSerializerOptions.Web
        )!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _work.Dispose();
        return ValueTask.CompletedTask;
    }
}
