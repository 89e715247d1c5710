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
        return new StrategyLearner { Neighbours = 3 }.Fit(
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

    // Such as the number of points, where all data sets have as many: it is a number in the file, and tells
    // nothing.
    [Fact]
    public void AMetaFeatureThatIsTheSameInAllDataSetsIsKept()
    {
        var random = new Seed(4).Generator();
        var features = random.Normal(0, 1, [7, 3], ScalarType.Float64);
        var performance = random.Uniform(0, 1, [7, 2], ScalarType.Float64);
        StrategyChooser Learn(Tensor seen) =>
            new StrategyLearner { Neighbours = 3 }.Fit(new(["a", "b"], seen, performance));
        Tensor With(Tensor given, double constant) =>
            cat([given, full_like(given.narrow(1, 0, 1), constant)], 1);
        Learn(With(features, 37.2)).Save(path);
        var (tensors, _) = SafeTensors.Load(path);
        Assert.All(tensors.Values, part => Assert.True(part.isfinite().all().ToBoolean()));
        var asked = new Seed(5).Generator().Normal(0, 1, [9, 3], ScalarType.Float64);
        foreach (var constant in new[] { 37.2, 40, -1000 })
            Assert.Equal(
                Learn(features).Expect(asked).Doubles(),
                StrategyFiles.Load(path).Expect(With(asked, constant)).Doubles()
            );
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
