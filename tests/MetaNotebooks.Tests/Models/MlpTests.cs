namespace MetaNotebooks.Tests;

public class MlpTests
{
    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    public void ForwardIsTheFormula(Activation activation)
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(2, 3, 1) { Activation = activation };
        var theta = model.Init(4, ScalarType.Float64).Select(t => t.Doubles()).ToArray();
        double[] x = [0.3, -1.2];
        var y = theta[3][0];
        for (var j = 0; j < 3; j++)
        {
            var z = x[0] * theta[0][j] + x[1] * theta[0][3 + j] + theta[1][j];
            y += theta[2][j] * (activation == Activation.Relu ? Math.Max(0, z) : Math.Tanh(z));
        }
        var actual = model.Forward(model.Init(4, ScalarType.Float64), tensor(x, [1, 2]));
        Assert.Equal(y, actual.ToDouble(), 1e-14);
    }

    // Where tasks adapt their biases alone, the same points and weights serve all of them.
    [Fact]
    public void OneProductForAllTakesABiasOfEachTask()
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(2, 3, 1);
        var theta = model.Init(4);
        var biases = new Random(1).Normal(0, 1, [4, 1, 3]);
        var x = new Random(2).Normal(0, 1, [5, 2]);
        Tensor By(Tensor bias) => model.Forward(theta.With(Parameters.Of(("body.0.bias", bias))), x);
        var all = By(biases);
        Assert.Equal([4, 5, 1], all.shape);
        Assert.Equal(By(biases[2]).Doubles(), all[2].Doubles());
    }

    [Fact]
    public void InitialWeightsAreUniformWithinOneOverRootInputs()
    {
        using var scope = NewDisposeScope();
        var theta = new Mlp(100, 400).Init(1);
        foreach (var values in theta.Select(t => t.Doubles()))
        {
            Assert.All(values, v => Assert.InRange(v, -0.1, 0.1));
            Assert.InRange(
                Math.Sqrt(values.Average(v => v * v)),
                0.95 * 0.1 / Math.Sqrt(3),
                1.05 * 0.1 / Math.Sqrt(3)
            );
        }
    }

    [Fact]
    public void BadSizesAreNamed()
    {
        Assert.Contains("sizes has 1 entries", Assert.Throws<ArgumentException>(() => new Mlp(3)).Message);
        Assert.Contains(
            "sizes is 0",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(3, 0, 1)).Message
        );
    }
}
