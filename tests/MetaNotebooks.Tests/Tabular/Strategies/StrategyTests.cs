namespace MetaNotebooks.Tests;

public class StrategyTests
{
    private static TaskBatch Tables =>
        new TabularTasks
        {
            Shots = 40,
            Features = 4,
            Flipped = 0.1,
            Kinds = [TabularKind.Linear],
            DType = ScalarType.Float64,
        }.Sample(4, 3);

    private static Strategy Make(FeatureSet features, int iterations, double strength, params int[] hidden) =>
        new(features, hidden, new LinearDecay(new Adam(0.1), iterations), iterations, strength);

    // Softmax over two logits with λ on both is logistic regression with λ/2 on their difference.
    [Fact]
    public void ALinearStrategyReachesTheOptimumOfLogisticRegression()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Tables.SupportX, Tables.SupportY);
        Tensor Standard(Tensor given) =>
            (given - x.mean([1], keepdim: true)) / x.std(1, unbiased: false, keepdim: true);
        var logits = Make(FeatureSet.Raw, 600, 0.02).Fit(x, y, 2, 1).Predict(Tables.QueryX);
        var theta = new LogisticRegression(0.01).Fit(Standard(x), y);
        var optimum = new Linear(4, 2).Forward(theta, Standard(Tables.QueryX));
        Tensor Difference(Tensor two) => two.select(2, 1) - two.select(2, 0);
        Assert.True(Numbers.RelativeError(Difference(logits), Difference(optimum)) < 1e-3);
    }

    [Fact]
    public void DataSetsOfABatchDoNotTouchEachOther()
    {
        using var scope = NewDisposeScope();
        foreach (var features in new[] { FeatureSet.Raw, FeatureSet.Quadratic, FeatureSet.Selected(2) })
        {
            var strategy = Make(features, 20, 0.01, 5);
            var all = strategy.Fit(Tables.SupportX, Tables.SupportY, 2, 1).Predict(Tables.QueryX);
            for (var t = 0; t < 3; t++)
            {
                var alone = strategy
                    .Fit(Tables.SupportX.narrow(0, t, 1), Tables.SupportY.narrow(0, t, 1), 2, 1)
                    .Predict(Tables.QueryX.narrow(0, t, 1));
                Assert.True(Numbers.RelativeError(all.narrow(0, t, 1), alone) < 1e-9);
            }
        }
    }

    [Fact]
    public void FeaturesAreWhatTheySay()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { 2, 3, 5 }, [1, 1, 3]);
        Assert.Equal(
            [2, 3, 5, 4, 6, 10, 9, 15, 25],
            FeatureSet.Quadratic.Apply(Parameters.Empty, x).Doubles()
        );
        // The second feature is the class, the third nearly so, the first says nothing.
        var points = tensor(new double[] { 1, 0, 0.1, 2, 1, 1, 1, 1, 0.8, 2, 0, 0 }, [1, 4, 3]);
        var classes = tensor(new long[] { 0, 1, 1, 0 }, [1, 4]);
        var best = FeatureSet.Selected(2);
        Assert.Equal([3, 5], best.Apply(best.Fit(points, classes), x).Doubles());
        var all = FeatureSet.Selected(9);
        Assert.Equal([3, 5, 2], all.Apply(all.Fit(points, classes), x).Doubles());
    }

    [Fact]
    public void TheNameSaysWhatItIsAndBadSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("best 3, linear, λ = 0.01", Make(FeatureSet.Selected(3), 1, 0.01).Name);
        Assert.Equal("raw, 16-8, λ = 0", Make(FeatureSet.Raw, 1, 0, 16, 8).Name);
        string Error(Strategy strategy, int classes = 2) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    strategy.Fit(Tables.SupportX, Tables.SupportY, classes, 1)
                )
                .Message;
        Assert.Contains("Iterations is 0", Error(Make(FeatureSet.Raw, 0, 0)));
        Assert.Contains("Strength is -1", Error(Make(FeatureSet.Raw, 1, -1)));
        Assert.Contains("y holds classes 0 to 1; expected 0 to 0", Error(Make(FeatureSet.Raw, 1, 0), 1));
        Assert.Contains(
            "count is 0",
            Assert.ThrowsAny<ArgumentException>(() => FeatureSet.Selected(0)).Message
        );
    }
}
