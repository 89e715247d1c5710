using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Tests.Packages;

/// <summary>
/// The kit's packages in an empty folder, with nothing of the repository: each way trains MAML on a family of its own in
/// ten lines, and draws or prints the result.
/// </summary>
[Trait("Speed", "slow")]
public sealed class PackagesTests(PackedKit kit) : IClassFixture<PackedKit>
{
    private const string Family = """
        open MetaNotebooks
        open TorchSharp
        let decays =
            Family.regression (shots = 5, queries = 5, x = (0.0, 3.0)) (fun random ->
                let k = random.Uniform(0.2, 2.0)
                fun x -> (-k * x).exp ())
        let mse = Losses.MeanSquaredError
        let judged =
            Maml.Create(Mlp(1, 40, 40, 1), mse, 0.01)
            |> train (decays, iterations = 300)
            |> judge (decays, mse, tasks = 100)
        """;

    // Training tells: not adapted the error is several times that after a step.
    private const string Tell = """
        if judged.PerStep[1].High < judged.PerStep[0].Low then printfn "learned"
        printfn $"{typeof<torch.Tensor>.Assembly.Location}"
        """;

    private string Load => $"#i \"nuget: {kit.Source}\"\n#r \"nuget: MetaNotebooks.FSharp, 0.1.0-test\"\n";

    private void SkipUnlessPacked()
    {
        // Of a feed that does not answer.
        Assert.SkipWhen(kit.Failed?.Contains("NU1301") == true, "No feed of packages is reached here.");
        Assert.Null(kit.Failed);
    }

    [Fact]
    public void InAScript()
    {
        SkipUnlessPacked();
        var folder = kit.Folder("script");
        File.WriteAllText(
            Path.Combine(folder, "decays.fsx"),
            $"{Load}{Family}\n{Tell}\nDraw.adaptationCurve [ curve judged ]"
        );
        var (status, text) = kit.Run(folder, "dotnet", "fsi", "decays.fsx");
        Assert.True(status == 0, text);
        Assert.Contains("learned", text);
        // The copy whose methods keep what they are given, not the original.
        Assert.Contains("/metanotebooks/0.1.0-test/lib/net10.0/TorchSharp.dll", text);
    }

    [Fact]
    public void InAProject()
    {
        SkipUnlessPacked();
        var folder = kit.Folder("project");
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""<configuration><packageSources><add key="kit" value="{kit.Source}" /></packageSources></configuration>"""
        );
        File.WriteAllText(
            Path.Combine(folder, "Decays.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="MetaNotebooks" Version="0.1.0-test" /></ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            """
            using MetaNotebooks;
            using static TorchSharp.torch;

            var mse = Losses.MeanSquaredError;
            var maml = Maml.Create(new Mlp(1, 40, 40, 1), mse, 0.01);
            var trained = Trainer.Train(maml, new Decays(), new() { Iterations = 300 });
            var judged = Evaluator.Evaluate(maml, trained.Meta, new Decays(), mse, 2, 100);
            Console.WriteLine(judged.PerStep[1].High < judged.PerStep[0].Low ? "learned" : "not learned");

            sealed class Decays : ITaskSampler
            {
                public TaskBatch Sample(Seed seed, int tasks)
                {
                    var random = seed.Generator();
                    Tensor Draw(double low, double high, int n) => random.Uniform(low, high, [tasks, n, 1]);
                    var (k, x, later) = (Draw(0.2, 2, 1), Draw(0, 3, 5), Draw(0, 3, 5));
                    return new(x, (-k * x).exp(), later, (-k * later).exp());
                }
            }
            """
        );
        var (status, text) = kit.Run(folder, "dotnet", "run", "-c", "Release");
        Assert.True(status == 0, text);
        Assert.Contains("\nlearned", $"\n{text}");
        Assert.Equal(
            File.ReadAllBytes(KitRoot.At("artifacts", "mended", "TorchSharp.dll")),
            File.ReadAllBytes(Path.Combine(folder, "bin", "Release", "net10.0", "TorchSharp.dll"))
        );
    }

    [Fact]
    public void InAFolderThatNewBegins()
    {
        SkipUnlessPacked();
        var folder = kit.Folder("tool");
        var (installed, said) = kit.Run(
            folder,
            "dotnet",
            "tool",
            "install",
            "MetaNotebooks.Tool",
            "--version",
            "0.1.0-test",
            "--tool-path",
            "tool",
            "--add-source",
            kit.Source
        );
        Assert.True(installed == 0, said);
        var tool = Path.Combine(folder, "tool", "metanotebooks");
        Assert.Equal(0, kit.Run(folder, tool, "new", "mine", "--source", kit.Source).Status);
        var mine = Path.Combine(folder, "mine");
        Assert.Equal(10, File.ReadAllLines(Path.Combine(mine, "README.md")).Length);
        var (ran, text) = kit.Run(mine, tool, "run");
        Assert.True(ran == 0, text);
        Assert.Contains("assets/plotly.min.js", File.ReadAllText(Path.Combine(mine, "site", "mine.html")));
        var (built, errors) = kit.Run(mine, "dotnet", "build", "own", "-c", "Release");
        Assert.True(built == 0, errors);
        // What is there is left as it is.
        var (refused, why) = kit.Run(folder, tool, "new", "mine");
        Assert.Equal(2, refused);
        Assert.Contains("is there already; expected a new or an empty folder", why);
    }

    [Fact]
    public void TheToolIsForEverySystem()
    {
        SkipUnlessPacked();
        using var tool = ZipFile.OpenRead(Path.Combine(kit.Source, "MetaNotebooks.Tool.0.1.0-test.nupkg"));
        var libraries = tool.Entries.Where(entry => entry.Name.EndsWith(".dll")).ToArray();
        Assert.NotEmpty(libraries);
        foreach (var library in libraries)
        {
            using var stream = library.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            bytes.Position = 0;
            using var file = new PEReader(bytes);
            // What is compiled ahead of time is refused by every system but the one that it is compiled for.
            Assert.True(file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size == 0, library.FullName);
        }
    }

    [Fact]
    public async Task InDotNetInteractive()
    {
        SkipUnlessPacked();
        var folder = kit.Folder("interactive");
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        File.Copy(
            KitRoot.At(".config", "dotnet-tools.json"),
            Path.Combine(folder, ".config", "dotnet-tools.json")
        );
        Assert.SkipUnless(
            await InteractiveKernel.IsRestored(folder),
            "'dotnet tool restore' has not been run here."
        );
        using var kernel = InteractiveKernel.Start(
            folder,
            ["tool", "run", "dotnet-interactive", "--", "stdio", "--default-kernel", "fsharp"],
            kit.Cache
        );
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            foreach (
                var (id, code) in (IEnumerable<(string, string)>)
                    [
                        ("load", Load),
                        ("train", Family),
                        (
                            "draw",
                            "if judged.PerStep[1].High >= judged.PerStep[0].Low then failwith \"not learned\"\nDraw.adaptationCurve [ curve judged ]"
                        ),
                    ]
            )
            {
                await InteractiveKernel.Submit(kernel, id, code);
                JsonNode end = await InteractiveKernel.EndOf(kernel, id, patience.Token);
                Assert.True(
                    (string?)end["eventType"] == "CommandSucceeded",
                    $"{id}: {end["event"]?["message"]}"
                );
            }
        }
        finally
        {
            kernel.Kill(entireProcessTree: true);
        }
    }
}
