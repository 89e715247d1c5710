namespace MetaNotebooks.Tests;

/// <summary>What is no number names no class: it is never counted as right, nor chosen.</summary>
public sealed class NotANumberTests : IDisposable
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static double[] Accuracy(double[] logits, params long[] labels)
    {
        var way = logits.Length / labels.Length;
        return Losses
            .Accuracy.Of(tensor(logits, [1, labels.Length, way]), tensor(labels, [1, labels.Length]))
            .Doubles();
    }

    // Whichever class is right, and whichever logit is none: an argmax takes it for the largest.
    [Fact]
    public void AnAccuracyOfWhatIsNoNumberIsNone()
    {
        for (var place = 0; place < 3; place++)
        for (var label = 0; label < 3; label++)
            foreach (var bad in new[] { NaN, Infinity })
            {
                double[] logits = [1, 2, 3, 0.1, 0.2, 0.3];
                logits[3 + place] = bad;
                Assert.Equal([NaN], Accuracy(logits, 2, label));
            }
        Assert.Equal([NaN], Accuracy([NaN, NaN, NaN], 0));
        Assert.Equal([NaN], Accuracy([-Infinity, -Infinity], 0));
        // A class that cannot be has the logarithm −∞, and another is named.
        Assert.Equal([0.5], Accuracy([-Infinity, 2, 3, -Infinity], 1, 1));
    }

    [Fact]
    public void OtherTasksAreNotTouched()
    {
        var logits = tensor([1, 0, 0, 1, NaN, 1, 0, 1], [2, 2, 2]);
        Assert.Equal([1, NaN], Losses.Accuracy.Of(logits, tensor([0L, 1, 1, 1], [2, 2])).Doubles());
    }

    [Fact]
    public void AccuracyByInstanceIsNoneWhereAnInstanceIs()
    {
        // Class 0 is met first and second, class 1 first and second; the second logits of class 1 are none.
        var labels = tensor([0L, 0, 1, 1, 0, 0, 1, 1], [2, 4]);
        var logits = nn.functional.one_hot(labels, 2).to(ScalarType.Float64);
        logits[0, 3, 1] = NaN;
        var accuracy = InstanceAccuracy.Of(logits, labels, 2);
        Assert.Equal([1, NaN], accuracy.Select(a => a.Mean));
    }

    [Fact]
    public void AStrategyThatDivergedIsNotChosen()
    {
        var features = tensor([0.0, 1, 3, 6], [4, 1]);
        StrategyTable Table(double bad) =>
            new(["a", "b"], features, tensor([bad, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1], [4, 2]));
        Assert.Equal(
            0,
            new StrategyLearner { Neighbours = 2 }
                .Fit(Table(0.9))
                .SingleBest
        );
        var chooser = new StrategyLearner { Neighbours = 2 }.Fit(Table(NaN));
        Assert.Equal(1, chooser.SingleBest);
        Assert.Equal([1, 1, 0, 0], chooser.Choose(features));
        Assert.Equal(NaN, chooser.Expect(features)[0, 0].ToDouble());
    }

    [Fact]
    public void AStructureIsNotChosenByWhatIsNoNumber()
    {
        var space = new ArchitectureSpace(1, 1);
        var search = new MetaNetwork(space, Losses.MeanSquaredError, 0.1);
        var meta = search.Init(1).Map(part => part.clone());
        meta["omega.width"][0] = float.NaN;
        foreach (var act in (Action[])[() => search.Choose(meta), () => search.Ranking(meta)])
            Assert.Contains(
                "meta['omega.width'] holds numbers that are not finite",
                Assert.Throws<ArgumentException>(act).Message
            );
        // All diverge: no structure is better than the first of them.
        var data = new Sinusoids { Shots = 5, Queries = 5 }.Sample(1, 1);
        var finalists = new Finalists
        {
            Count = 2,
            Starts = 2,
            Steps = 5,
        };
        var bad = data.With(data.SupportX, data.SupportY * float.NaN, data.QueryX, data.QueryY);
        Assert.Contains(
            "every structure diverged",
            Assert.Throws<ArithmeticException>(() => finalists.Choose(search, search.Init(1), bad, 1)).Message
        );
    }
}
