namespace MetaNotebooks.Tests;

public sealed class StrategyFilesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    private static StrategyChooser Learned()
    {
        var random = new Seed(4).Generator();
        return new StrategyLearner { Neighbours = 3 }.Learn(
            new(
                ["a, λ = 1", "b"],
                random.Normal(0, 1, [7, 4], ScalarType.Float64),
                random.Uniform(0, 1, [7, 2], ScalarType.Float64)
            )
        );
    }

    [Fact]
    public void WhatIsLoadedChoosesAsWhatWasSaved()
    {
        var chooser = Learned();
        chooser.Save(path);
        var loaded = StrategyFiles.Load(path);
        Assert.Equal(chooser.Strategies, loaded.Strategies);
        Assert.Equal(chooser.Neighbours, loaded.Neighbours);
        var asked = new Seed(5).Generator().Normal(0, 1, [9, 4], ScalarType.Float64);
        Assert.Equal(chooser.Expect(asked).Doubles(), loaded.Expect(asked).Doubles());
        Assert.Equal(chooser.SingleBest, loaded.SingleBest);
    }

    [Fact]
    public void BrokenFilesAreNamed()
    {
        var whole = new Dictionary<string, Tensor>
        {
            ["mean"] = zeros([1, 4], ScalarType.Float64),
            ["deviation"] = ones([1, 4], ScalarType.Float64),
            ["features"] = zeros([7, 4], ScalarType.Float64),
            ["performance"] = zeros([7, 2], ScalarType.Float64),
        };
        Dictionary<string, string> Said(string strategies = """["a","b"]""", string neighbours = "3") =>
            new()
            {
                ["learner"] = "strategy learner",
                ["strategies"] = strategies,
                ["neighbours"] = neighbours,
            };
        string Error(Dictionary<string, Tensor> tensors, Dictionary<string, string> metadata)
        {
            SafeTensors.Save(path, tensors, metadata);
            var message = Assert.Throws<BadFileException>(() => StrategyFiles.Load(path)).Message;
            Assert.Contains(path, message);
            return message;
        }
        Dictionary<string, Tensor> With(string name, Tensor tensor) => new(whole) { [name] = tensor };
        Assert.Contains("learner is 'MAML'", Error(whole, new() { ["learner"] = "MAML" }));
        Assert.Contains("strategies is not a list of names", Error(whole, Said("[")));
        Assert.Contains("strategies is not a list of names", Error(whole, Said("""["a",null]""")));
        Assert.Contains("neighbours is not a number", Error(whole, Said(neighbours: "0")));
        Assert.Contains("no tensor 'features'", Error(With("features", zeros(3)), Said()));
        Assert.Contains("Float64 of shape [7, 2]; expected Float64 [7, 1]", Error(whole, Said("""["a"]""")));
        Assert.Contains("tensor 'mean'", Error(With("mean", zeros(1, 4)), Said()));
        Assert.Contains("no tensor 'mean'", Error(new(whole.Where(pair => pair.Key != "mean")), Said()));
    }
}
