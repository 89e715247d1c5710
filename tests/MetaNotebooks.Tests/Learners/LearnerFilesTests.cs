namespace MetaNotebooks.Tests;

/// <summary>What is learned is saved under its names.</summary>
public sealed class LearnerFilesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private string Path => folder["learner"];

    private static AdaptiveLearner Of(IModel model) => Maml.Create(model, Losses.MeanSquaredError, 0.01);

    private string Refused(ILearner learner) =>
        Assert.Throws<BadFileException>(() => learner.Load(Path)).Message;

    [Fact]
    public void TheFileHoldsTheTensorsUnderTheirNames()
    {
        var learner = MetaSgd.Create(new Mlp(1, 3, 1), Losses.MeanSquaredError);
        var meta = learner.Init(1);
        learner.Save(meta, Path);
        var (tensors, _) = SafeTensors.Load(Path);
        Assert.Equal(meta.Names.Order(StringComparer.Ordinal), tensors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("rule.rate.head.bias", tensors.Keys);
        foreach (var name in meta.Names)
            Assert.Equal(meta[name].Doubles(), tensors[name].Doubles());
    }

    // A file has no order; by name "body.10" would stand before "body.2".
    [Fact]
    public void TheyComeBackInTheLearnersOrder()
    {
        var learner = Of(new Mlp([.. Enumerable.Repeat(2, 14)]));
        var meta = learner.Init(1);
        Assert.NotEqual(meta.Names.Order(StringComparer.Ordinal), meta.Names);
        // Whatever the order in which they were saved.
        foreach (var saved in (Parameters[])[meta, new(meta.Names.Zip(meta, KeyValuePair.Create).Reverse())])
        {
            learner.Save(saved, Path);
            var loaded = learner.Load(Path);
            Assert.Equal(meta.Names, loaded.Names);
            Assert.Equal(meta.Select(part => part.Doubles()), loaded.Select(part => part.Doubles()));
        }
    }

    [Fact]
    public void AFileOfAnotherModelIsRefusedAndItsTensorNamed()
    {
        var model = new Mlp(1, 3, 1);
        Of(model).Save(model.Init(1), Path);
        Assert.Contains(
            "tensor 'body.0.weight': shape [1, 3]; expected [1, 4]",
            Refused(Of(new Mlp(1, 4, 1)))
        );
        Assert.Contains(
            "4 tensors; expected body.0.weight [1, 3], body.0.bias [1, 3], body.1.weight [3, 3]",
            Refused(Of(new Mlp(1, 3, 3, 1)))
        );
        // As many tensors, of the same shapes.
        Assert.Contains(
            "no tensor 'body.weight'; expected body.weight [1, 3], body.bias [1, 3], head.weight [3, 1]",
            Refused(Of(new Chain(new Linear(1, 3), new Linear(3, 1))))
        );
        Of(model).Load(Path);
    }
}
