using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Tests;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Cells that use TorchSharp.</summary>
[Trait("Speed", "slow")]
public sealed class TorchTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    private const string Shapes = "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)";

    // Each an error that TorchSharp does not catch, and libtorch's words for it.
    private static readonly (string Code, string Words)[] Errors =
    [
        ("a.matmul a", Shapes),
        ("let inner () = (use none = torch.no_grad() in a.matmul a)\ninner ()", Shapes),
        ("Threading.Tasks.Task.Run(fun () -> a.matmul a).Result", Shapes),
        (Grad("a.sum()", "a"), "element 0 of tensors does not require grad"),
        (Grad("w.mul w", "w"), "grad can be implicitly created only for scalar outputs"),
        (
            Grad("w.sum()", "other"),
            "of the differentiated Tensors appears to not have been used in the graph"
        ),
        (Grad("spent", "w"), "Trying to backward through the graph a second time"),
    ];

    [Fact]
    public void A_hundred_errors_of_libtorch_leave_the_values_and_a_kernel_that_computes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has what this needs.");
        using var client = Load();
        Run(
            client,
            """
            let a = torch.ones(2L, 3L)
            let w = torch.ones([| 3L |], requires_grad = true)
            let other = torch.ones([| 3L |], requires_grad = true)
            let spent = w.mul(w).sum()
            torch.autograd.grad([| spent |], [| w |], null, false, false) |> ignore
            let mutable sum = 0.0f
            """
        );
        for (var i = 0; i < 100; i++)
        {
            var (code, words) = Errors[i % Errors.Length];
            var (reply, _) = client.Execute(code);
            Assert.Equal("System.Runtime.InteropServices.ExternalException", (string?)reply["ename"]);
            Assert.Contains(words, (string?)reply["evalue"]);
            // 2 w, whatever the cell before had turned off on its thread.
            Run(client, $"sum <- sum + ({Grad("w.mul(w).sum()", "w")}).[0].sum().item<float32>()");
        }
        Assert.Contains("600", Run(client, "sum * a.mean().item<float32>()"));
        var request = new JsonObject { ["code"] = "spen", ["cursor_pos"] = 4 };
        var completed = client.Ask(client.Shell, "complete_request", request);
        Assert.Contains("spent", completed["matches"]!.AsArray().Select(match => (string?)match));
    }

    [Fact]
    public void A_loop_that_disposes_nothing_is_freed_in_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the peak so.");
        using var client = Load();
        // Kept, they would take 1.1 GB beside the 0.4 of the kit.
        Run(
            client,
            $"""
            let v = torch.ones([| 512L; 512L |], requires_grad = true)
            for _ in 1 .. 80 do
                let slope = ({Grad("v.mul(v).tanh().square().mean()", "v", kept: true)}).[0]
                {Grad("slope.square().sum()", "v")} |> ignore
            """
        );
        var peak = Run(
            client,
            "IO.File.ReadAllLines \"/proc/self/status\" |> Array.find (fun line -> line.StartsWith \"VmHWM\")"
        );
        var kilobytes = int.Parse(string.Concat(peak.Where(char.IsDigit)));
        Assert.InRange(kilobytes, 1, 1_000_000);
    }

    private static string Grad(string of, string by, bool kept = false)
    {
        var keep = kept ? "true" : "false";
        return $"torch.autograd.grad([| {of} |], [| {by} |], null, {keep}, {keep})";
    }

    private Client Load()
    {
        var references = KitRoot.At("artifacts", "references.fsx");
        Assert.SkipUnless(File.Exists(references), "The kit is not built here.");
        var client = kernel.Connect().Hear();
        Run(client, $"#load \"{references.Replace('\\', '/')}\"\nopen TorchSharp\ntorch.set_num_threads 1");
        return client;
    }

    private static string Run(Client client, string code)
    {
        var (reply, published) = client.Execute(code);
        Assert.True((string?)reply["status"] == "ok", reply.ToJsonString());
        var result = published.SingleOrDefault(message => message.Type == "execute_result");
        return (string?)result?.Content["data"]!["text/plain"] ?? "";
    }
}
