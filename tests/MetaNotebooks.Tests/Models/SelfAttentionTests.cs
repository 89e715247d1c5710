namespace MetaNotebooks.Tests;

public sealed class SelfAttentionTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Tensor Normal(int seed, params long[] shape) =>
        new Random(seed).Normal(0, 1, shape, ScalarType.Float64);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ItIsTheWeightedSumHeadByHead(bool linear)
    {
        var attention = new SelfAttention(4, 2) { Linear = linear };
        var theta = attention.Init(1, ScalarType.Float64);
        var x = Normal(2, 1, 3, 4);
        var sees = ones([3, 3], ScalarType.Bool).tril();
        double[,] Times(double[,] rows, string name)
        {
            var w = theta[name].Doubles();
            var result = new double[3, 4];
            for (var i = 0; i < 3; i++)
            for (var j = 0; j < 4; j++)
            for (var k = 0; k < 4; k++)
                result[i, j] += rows[i, k] * w[k * 4 + j];
            return result;
        }
        var tokens = new double[3, 4];
        var flat = x.Doubles();
        for (var i = 0; i < 12; i++)
            tokens[i / 4, i % 4] = flat[i];
        var (q, k, v) = (Times(tokens, "query"), Times(tokens, "key"), Times(tokens, "value"));
        var found = new double[3, 4];
        for (var i = 0; i < 3; i++)
        for (var head = 0; head < 2; head++)
        {
            // The first i + 1 tokens are seen.
            var products = Enumerable
                .Range(0, i + 1)
                .Select(j => Enumerable.Range(head * 2, 2).Sum(c => q[i, c] * k[j, c]))
                .ToArray();
            var exps = products.Select(p => Math.Exp(p / Math.Sqrt(2))).ToArray();
            for (var j = 0; j <= i; j++)
            for (var c = head * 2; c < head * 2 + 2; c++)
                found[i, c] += (linear ? products[j] : exps[j] / exps.Sum()) * v[j, c];
        }
        double[] expected = [.. Times(found, "output").Cast<double>()];
        Assert.True(Numbers.RelativeError(attention.Forward(theta, x, sees).Doubles(), expected) < 1e-12);
    }

    // Tokens are (x, y): keys and queries read x, values the error (0, w·x − y), and the output is minus the rate.
    [Fact]
    public void OneLinearLayerIsOneGradientStep()
    {
        const double rate = 0.07;
        var (points, questions) = (8, 5);
        var model = new Linear(3, 1) { Bias = false };
        var maml = Maml.Create(model, Losses.MeanSquaredError, rate);
        var tasks = new LinearTasks
        {
            Inputs = 3,
            Shots = points,
            Queries = questions,
            DType = ScalarType.Float64,
        }.Sample(1, 4);
        var meta = Parameters.Of(("weight", Normal(3, 3, 1)));
        var expected = maml.AdaptTo(meta, tasks, 1).Predict(1, tasks.QueryX);

        var first = zeros([4, 4], ScalarType.Float64);
        first[..3, ..3] = eye(3, dtype: ScalarType.Float64);
        var error = zeros([4, 4], ScalarType.Float64);
        error[..3, 3..] = meta["weight"];
        error[3, 3] = tensor(-1.0);
        var theta = Parameters.Of(
            ("query", first),
            ("key", first),
            ("value", error),
            ("output", -2 * rate / points * eye(4, dtype: ScalarType.Float64))
        );
        var tokens = cat(
            [
                cat([tasks.SupportX, tasks.SupportY], -1),
                cat([tasks.QueryX, tasks.QueryX.matmul(meta["weight"])], -1),
            ],
            1
        );
        // All see the examples, and no question.
        var sees = arange(points + questions).lt(points).expand([points + questions, -1]);
        var read = tokens + new SelfAttention(4) { Linear = true }.Forward(theta, tokens, sees);
        var actual = read.narrow(1, points, questions).narrow(-1, 3, 1);
        Assert.True(Numbers.RelativeError(actual, expected) < 1e-10);
    }

    [Fact]
    public void WidthsThatDoNotDivideAreNamed() =>
        Assert.Contains(
            "Width is 5; expected a multiple of the 2 heads",
            Assert.Throws<ArgumentException>(() => new SelfAttention(5, 2).Init(1)).Message
        );
}
