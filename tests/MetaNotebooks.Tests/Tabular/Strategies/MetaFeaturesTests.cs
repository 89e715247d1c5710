namespace MetaNotebooks.Tests;

public class MetaFeaturesTests
{
    private static TaskBatch Tables =>
        new TabularTasks
        {
            Shots = 30,
            Features = 4,
            Flipped = 0.1,
            DType = ScalarType.Float64,
        }.Sample(1, 5);

    private static double[] Column(Tensor all, string name) =>
        all.select(1, MetaFeatures.Names.ToList().IndexOf(name)).Doubles();

    [Fact]
    public void WithTwoClassesTheCorrelationRatioIsTheSquaredCorrelation()
    {
        using var scope = NewDisposeScope();
        var ratios = MetaFeatures.CorrelationRatio(Tables.SupportX, Tables.SupportY);
        for (var t = 0; t < 5; t++)
        for (var feature = 0; feature < 4; feature++)
        {
            var (x, y) = (Tables.SupportX[t].select(1, feature).Doubles(), Tables.SupportY[t].Doubles());
            var (mx, my) = (x.Average(), y.Average());
            double Sum(Func<double, double, double> term) => x.Zip(y, (a, b) => term(a - mx, b - my)).Sum();
            var squared = Math.Pow(Sum((a, b) => a * b), 2) / Sum((a, _) => a * a) / Sum((_, b) => b * b);
            Assert.Equal(squared, ratios[t, feature].ToDouble(), 1e-12);
        }
    }

    [Fact]
    public void WithThreeClassesItIsTheVarianceBetweenOverAll()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { 1, 3, 4, 6, 10 }, [1, 5, 1]);
        var y = tensor(new long[] { 0, 0, 1, 1, 2 }, [1, 5]);
        // Means 2, 5, 10 about 4.8: 2·7.84 + 2·0.04 + 27.04 = 42.8 of 46.8 in all.
        Assert.Equal(42.8 / 46.8, MetaFeatures.CorrelationRatio(x, y).Doubles()[0], 1e-12);
    }

    [Fact]
    public void SizesAndBalanceAreWhatTheySay()
    {
        using var scope = NewDisposeScope();
        var all = MetaFeatures.Of(Tables.SupportX, Tables.SupportY);
        Assert.Equal([5, MetaFeatures.Names.Count], all.shape);
        Assert.All(Column(all, "log points"), v => Assert.Equal(Math.Log(30), v, 1e-12));
        Assert.All(Column(all, "log features"), v => Assert.Equal(Math.Log(4), v, 1e-12));
        Assert.All(Column(all, "log points a feature"), v => Assert.Equal(Math.Log(7.5), v, 1e-12));
        var balance = Column(all, "class balance");
        for (var t = 0; t < 5; t++)
        {
            var share = Tables.SupportY[t].Doubles().Average();
            var entropy = -share * Math.Log2(share) - (1 - share) * Math.Log2(1 - share);
            Assert.Equal(entropy, balance[t], 1e-12);
        }
    }

    // Each point in turn left out, and the model made anew.
    [Fact]
    public void LandmarksLeaveEachPointOutInTurn()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Tables.SupportX, Tables.SupportY);
        var standard = (x - x.mean([1], keepdim: true)) / x.std(1, unbiased: false, keepdim: true);
        var (linear, neighbour) = (new double[5], new double[5]);
        for (var out1 = 0; out1 < 30; out1++)
        {
            var others = tensor(Enumerable.Range(0, 30).Where(i => i != out1).Select(i => (long)i).ToArray());
            var (kept, left) = (standard.index_select(1, others), standard.narrow(1, out1, 1));
            var classes = y.index_select(1, others);
            // The strength is a mean's: 29 points weigh less than 30 against the same penalty.
            var theta = new Ridge(1e-2 * 30 / 29).Fit(
                kept,
                (2 * classes - 1).to(ScalarType.Float64).unsqueeze(-1)
            );
            var signs = (left.matmul(theta[0]) + theta[1]).Doubles();
            var nearest = (kept - left).square().sum([2L]).argmin(1);
            for (var t = 0; t < 5; t++)
            {
                var truth = y[t, out1].item<long>();
                linear[t] += (signs[t] > 0) == (truth == 1) ? 1 / 30.0 : 0;
                neighbour[t] += classes[t, nearest[t].item<long>()].item<long>() == truth ? 1 / 30.0 : 0;
            }
        }
        var all = MetaFeatures.Of(x, y);
        Assert.True(Numbers.RelativeError(Column(all, "linear model"), linear) < 1e-10);
        Assert.True(Numbers.RelativeError(Column(all, "nearest neighbour"), neighbour) < 1e-10);
    }

    [Fact]
    public void KindsOfTablesAreToldApart()
    {
        using var scope = NewDisposeScope();
        Tensor Of(TabularKind kind)
        {
            var tasks = new TabularTasks
            {
                Kinds = [kind],
                Shots = 100,
                Features = 5,
            }.Sample(2, 20);
            return MetaFeatures.Of(tasks.SupportX, tasks.SupportY);
        }
        var (linear, product) = (Of(TabularKind.Linear), Of(TabularKind.Product));
        Assert.True(Column(linear, "linear model").Min() > Column(product, "linear model").Max());
        Assert.True(
            Column(product, "quadratic model").Average() > Column(product, "linear model").Average() + 0.2
        );
        var (single, pairs) = (
            "largest correlation with class",
            "largest correlation of products with class"
        );
        Assert.True(Column(linear, single).Average() > 2 * Column(product, single).Average());
        Assert.True(Column(product, pairs).Average() > 2 * Column(linear, pairs).Average());
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Tensor x, Tensor y) =>
            Assert.ThrowsAny<ArgumentException>(() => MetaFeatures.Of(x, y)).Message;
        var y = Tables.SupportY;
        Assert.Contains(
            "y is Float32 of shape [5, 30]; expected classes",
            Error(Tables.SupportX, y.to(ScalarType.Float32))
        );
        Assert.Contains("y holds classes -1 to 0", Error(Tables.SupportX, y - 1));
        Assert.Contains(
            "points is 1; expected at least 2",
            Error(ones(1, 1, 2), zeros(1, 1, dtype: ScalarType.Int64))
        );
    }
}
