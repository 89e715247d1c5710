namespace MetaNotebooks.Tests;

public sealed class Conv4Tests : IDisposable
{
    private static readonly Conv4 Model = new(side: 5, filters: 2);
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Tensor Images(params long[] shape) =>
        new Random(1).Normal(0, 1, [.. shape, 5, 5], ScalarType.Float64);

    // Scales and shifts away from 1 and 0, where mistakes would hide.
    private static Parameters Drawn(int seed) =>
        Model.Shapes.Named(
            Model
                .Init(seed, ScalarType.Float64)
                .Select((t, i) => t + new Random(100 * seed + i).Normal(0, 0.3, t.shape, ScalarType.Float64))
        );

    private static Parameters OneSetATask(int tasks) =>
        Parameters.Stack([.. Enumerable.Range(0, tasks).Select(Drawn)]);

    [Fact]
    public void ForwardIsTheFormula()
    {
        var theta = Drawn(3);
        var images = Images(4);
        // [point][channel][y, x], by loops.
        var x = images.Doubles().Chunk(25).Select(image => new[] { Square(image, 5) }).ToArray();
        for (var block = 0; block < 4; block++)
        {
            var (kernel, scale, shift) = (
                theta[3 * block].Doubles(),
                theta[3 * block + 1].Doubles(),
                theta[3 * block + 2].Doubles()
            );
            x = Block(x, kernel, scale, shift);
        }
        var expected = x.SelectMany(point => point.SelectMany(channel => channel.Cast<double>())).ToArray();
        var actual = Model.Forward(theta, images);
        Assert.Equal([4, 2], actual.shape);
        Assert.True(Numbers.RelativeError(actual.Doubles(), expected) < 1e-12);
    }

    [Fact]
    public void SharedParametersServeEachTaskByItself()
    {
        var (theta, x) = (Drawn(1), Images(3, 4));
        var batched = Model.Forward(theta, x);
        Assert.Equal([3, 4, Model.Outputs], batched.shape);
        for (var t = 0; t < 3; t++)
            Assert.True(Numbers.RelativeError(batched[t], Model.Forward(theta, x[t])) < 1e-12);
    }

    [Fact]
    public void OneSetOfParametersATaskIsEachTaskByItself()
    {
        var x = Images(3, 4);
        var batched = Model.Forward(OneSetATask(3), x);
        for (var t = 0; t < 3; t++)
            Assert.True(Numbers.RelativeError(batched[t], Model.Forward(Drawn(t), x[t])) < 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FirstAndSecondDerivativesEqualFiniteDifferences(bool own)
    {
        var x = Images(2, 3);
        var theta = (own ? OneSetATask(2) : Drawn(1)).Leaves();
        var direction = new Random(5).Normal(0, 1, [2, 3, Model.Outputs], ScalarType.Float64);
        Tensor F(Parameters at) => (Model.Forward(at, x) * direction).sum();
        Tensor[] Gradient(Parameters at, bool keep) =>
            [.. autograd.grad([F(at)], [.. at], retain_graph: keep, create_graph: keep)];
        // The gradient's squared length: its own gradient is a product with the Hessian.
        Tensor Length(IEnumerable<Tensor> gradient) =>
            gradient.Select(g => g.square().sum()).Aggregate((a, b) => a + b);

        var first = Gradient(theta, true);
        var differences = Numbers.CentralDifferences(at => F(at).ToDouble(), theta);
        Assert.All(first.Zip(differences), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-6));

        var second = autograd.grad([Length(first)], [.. theta], retain_graph: false, create_graph: false);
        differences = Numbers.CentralDifferences(
            at => Length(Gradient(at.Leaves(), false)).ToDouble(),
            theta,
            1e-6
        );
        Assert.All(
            second.Zip(differences),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-5)
        );
    }

    [Fact]
    public void SizesAreThePapers()
    {
        var model = new Conv4();
        Assert.Equal(256, model.Outputs);
        // 64·9 and three times 64·64·9 kernel entries, 64 scales and shifts a block.
        Assert.Equal(
            64 * 9 + 3 * 64 * 64 * 9 + 4 * 128,
            model.Shapes.Sum(shape => shape.Aggregate(1L, (n, d) => n * d))
        );
        Assert.Equal(model.Shapes, model.Init(1).Select(t => t.shape));
        Assert.Equal(model.Init(1)[3].Doubles(), model.Init(1)[3].Doubles());
        Assert.NotEqual(model.Init(1)[3].Doubles(), model.Init(2)[3].Doubles());
        Assert.Equal([3, 2, 256], model.Forward(model.Init(1), zeros(3, 2, 28, 28)).shape);
    }

    [Fact]
    public void WrongSizesAreNamed()
    {
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains(
            "x has shape [4, 6, 6]; expected [T, n, 5, 5]",
            Error(() => Model.Forward(Drawn(1), zeros(4, 6, 6)))
        );
        Assert.Contains("side is 0", Error(() => new Conv4(0)));
        Assert.Contains("filters is 0", Error(() => new Conv4(28, 0)));
    }

    // Sides of 1 to 16 leave one pixel in the last block, and one image then one value a channel, which
    // normalises to 0.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(16)]
    public void OneImageATaskThatLeavesOneValueIsRefused(int side)
    {
        var model = new Conv4(side, 32);
        var theta = model.Init(1);
        Tensor Images(params long[] shape) => new Random(1).Normal(0, 1, [.. shape, side, side]);
        void Refused(string shape, Action act)
        {
            var error = Assert.Throws<ArgumentException>(act);
            Assert.Equal("x", error.ParamName);
            Assert.Contains($"x has shape [{shape}, {side}, {side}]: one image", error.Message);
            Assert.Contains("Expected n of at least 2", error.Message);
        }
        Refused("1", () => model.Forward(theta, Images(1)));
        Refused("3, 1", () => model.Forward(theta, Images(3, 1)));
        // However it is come to: with parameters of each task's own, in a chain, adapting, predicting,
        // written out or not.
        var classifier = new Chain(model, new Linear(model.Outputs, 2));
        var labels = zeros(3, 1).to(ScalarType.Int64);
        TaskBatch tasks = new(Images(3, 1), labels, Images(3, 4), labels.expand(3, 4));
        foreach (
            var learner in (ILearner[])
                [
                    Maml.Create(classifier, Losses.CrossEntropy, 0.1),
                    Anil.Create(classifier, Losses.CrossEntropy, 0.1),
                    Reptile.Create(classifier, Losses.CrossEntropy, 0.1, 1, null),
                ]
        )
        {
            var meta = learner.Init(1);
            Refused("3, 1", () => learner.MetaGradient(meta.Leaves(), tasks));
            Refused("3, 1", () => learner.Adapt(meta, tasks.SupportX, labels, 1));
            Refused(
                "3, 1",
                () => learner.Adapt(meta, tasks.QueryX, tasks.QueryY, 1).Predict(1, tasks.SupportX)
            );
        }
        // Two images differ.
        var two = model.Forward(theta, Images(2));
        Assert.True(two.isfinite().all().ToBoolean());
    }

    [Fact]
    public void OneImageThatLeavesSeveralValuesIsNot() =>
        Assert.Equal(
            [3, 1, 4 * 32],
            new Conv4(17, 32) is var model ? model.Forward(model.Init(1), zeros(3, 1, 17, 17)).shape : []
        );

    private static double[,] Square(double[] values, int side)
    {
        var square = new double[side, side];
        Buffer.BlockCopy(values, 0, square, 0, values.Length * sizeof(double));
        return square;
    }

    private static double[][][,] Block(double[][][,] x, double[] kernel, double[] scale, double[] shift)
    {
        var (from, channels) = (x[0][0].GetLength(0), x[0].Length);
        var to = (from + 1) / 2;
        var result = x.Select(_ => scale.Select(_ => new double[to, to]).ToArray()).ToArray();
        for (var f = 0; f < scale.Length; f++)
        {
            for (var p = 0; p < x.Length; p++)
            for (var i = 0; i < to * to * channels * 9; i++)
            {
                var (dx, dy, c) = (i % 3, i / 3 % 3, i / 9 % channels);
                var (ox, oy) = (i / 9 / channels % to, i / 9 / channels / to);
                var (ix, iy) = (2 * ox + dx - 1, 2 * oy + dy - 1);
                if (ix >= 0 && ix < from && iy >= 0 && iy < from)
                    result[p][f][oy, ox] += kernel[((f * channels + c) * 3 + dy) * 3 + dx] * x[p][c][iy, ix];
            }
            var all = result.SelectMany(point => point[f].Cast<double>()).ToArray();
            var mean = all.Average();
            var root = Math.Sqrt(all.Average(v => (v - mean) * (v - mean)) + 1e-5);
            foreach (var point in result)
                for (var i = 0; i < to * to; i++)
                    point[f][i / to, i % to] = Math.Max(
                        0,
                        (point[f][i / to, i % to] - mean) / root * scale[f] + shift[f]
                    );
        }
        return result;
    }
}
