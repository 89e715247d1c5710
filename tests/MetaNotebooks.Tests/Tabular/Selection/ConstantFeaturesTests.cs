using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>
/// A feature that is constant in what a model was fitted to, but for rounding, tells nothing: no prediction
/// depends on it, whatever it is later. And no prediction depends on the unit of one that is not.
/// </summary>
public sealed class ConstantFeaturesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static readonly double[] Constants = [0, 37.2, -0.1, 1e6, 1e-9, 1e12];

    public static TheoryData<double, ScalarType, bool> Cases =>
        [
            .. from constant in Constants
            from type in new[] { ScalarType.Float32, ScalarType.Float64 }
            from rounded in new[] { false, true }
            select new TheoryDataRow<double, ScalarType, bool>(constant, type, rounded),
        ];

    private static TaskBatch Tables(ScalarType type) =>
        new TabularTasks
        {
            Shots = 60,
            Queries = 40,
            Features = 4,
            DType = type,
        }.Sample(4, 2);

    // A column of one number; where it is rounded, of what a few operations leave of one.
    private static Tensor With(Tensor x, double constant, bool rounded = false)
    {
        var column = full([.. x.shape[..2], 1], constant, x.dtype);
        if (rounded)
            column = column * (1 + x.narrow(2, 0, 1) * 0.5) / (1 + x.narrow(2, 0, 1) * 0.5);
        return cat([x, column], 2);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AStrategysPredictionsDoNotDependOnIt(double constant, ScalarType type, bool rounded)
    {
        var tables = Tables(type);
        foreach (var features in (FeatureSet[])[FeatureSet.Raw, FeatureSet.Quadratic, FeatureSet.Selected(3)])
        {
            var strategy = new Strategy(features, [4], new Adam(0.05), 30, 0.01);
            var model = strategy.Fit(With(tables.SupportX, constant, rounded), tables.SupportY, 2, 1);
            var same = model.Predict(With(tables.QueryX, constant));
            Assert.All(same.Doubles(), v => Assert.True(double.IsFinite(v)));
            foreach (var other in new[] { constant * 1.001, constant * -5, constant + 1000 })
                Assert.Equal(same.Doubles(), model.Predict(With(tables.QueryX, other)).Doubles());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ASelectionsTestLossDoesNotDependOnIt(double constant, ScalarType type, bool rounded)
    {
        var tables = Tables(type);
        var selection = new ModelSelection
        {
            Candidates = [Candidate.Network(new Mlp(5, 3, 1), Losses.MeanSquaredError, 0.05, 20, 1)],
            Folds = 3,
            Trainings = 4,
        };
        double Test(double later)
        {
            TaskBatch data = new(
                With(tables.SupportX, constant, rounded).narrow(0, 0, 1),
                tables.SupportX.narrow(0, 0, 1).narrow(2, 0, 1),
                With(tables.QueryX, later).narrow(0, 0, 1),
                tables.QueryX.narrow(0, 0, 1).narrow(2, 0, 1)
            );
            return selection.Fit(data, 1).TestLoss;
        }
        var expected = Test(constant);
        Assert.InRange(expected, 0, 5);
        Assert.Equal(expected, Test(constant * 1.001));
        Assert.Equal(expected, Test(constant - 1000));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItTellsNothingOfTheClasses(double constant, ScalarType type, bool rounded)
    {
        var tables = Tables(type);
        var x = With(tables.SupportX, constant, rounded);
        var ratios = MetaFeatures.CorrelationRatio(x, tables.SupportY);
        Assert.Equal([0, 0], ratios.narrow(1, 4, 1).Doubles());
        Assert.True(
            Numbers.RelativeError(
                ratios.narrow(1, 0, 4),
                MetaFeatures.CorrelationRatio(tables.SupportX, tables.SupportY)
            ) < 1e-5
        );
        Assert.All(MetaFeatures.Of(x, tables.SupportY).Doubles(), v => Assert.True(double.IsFinite(v)));
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1e-7)]
    [InlineData(1e5)]
    [InlineData(1e30)]
    public void TheUnitDoesNotMatter(double unit)
    {
        var tables = Tables(ScalarType.Float32);
        // A power of two, so that nothing is rounded.
        var scale = Math.Pow(2, Math.Round(Math.Log2(unit)));
        var expected = MetaFeatures.Of(tables.SupportX, tables.SupportY);
        Assert.True(
            Numbers.RelativeError(MetaFeatures.Of(tables.SupportX * scale, tables.SupportY), expected) < 1e-9
        );
        var strategy = new Strategy(FeatureSet.Quadratic, [], new Adam(0.05), 30, 0.01);
        double[] Predictions(double by) =>
            strategy.Fit(tables.SupportX * by, tables.SupportY, 2, 1).Predict(tables.QueryX * by).Doubles();
        Assert.True(Numbers.RelativeError(Predictions(scale), Predictions(1)) < 1e-4);
    }

    // A real, small spread is no rounding: thousandths of degrees about 37.2.
    [Fact]
    public void ASmallSpreadIsKept()
    {
        var tables = Tables(ScalarType.Float32);
        var x = tables.SupportX.narrow(2, 0, 1);
        var ratio = MetaFeatures.CorrelationRatio(37.2 + 1e-3 * x, tables.SupportY);
        Assert.True(
            Numbers.RelativeError(ratio, MetaFeatures.CorrelationRatio(x, tables.SupportY)) < 2e-2,
            $"{ratio}"
        );
    }
}
