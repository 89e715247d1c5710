namespace MetaNotebooks.Tests;

public class ClippedTests
{
    [Fact]
    public void ALongGradientIsShortenedAndAShortOneLeftAlone()
    {
        using var scope = NewDisposeScope();
        var optimiser = new Clipped(new Sgd(1), 0.5);
        var start = zeros(2, ScalarType.Float64);
        double[] Moved(params double[] gradient) =>
            optimiser.Step(1, start, tensor(gradient), optimiser.Init(start)).Parameters.Doubles();
        var shortened = Moved(3, -4);
        Assert.Equal(-0.3, shortened[0], 1e-15);
        Assert.Equal(0.4, shortened[1], 1e-15);
        Assert.Equal([-0.3, 0.2], Moved(0.3, -0.2));
        Assert.Equal([0.0, 0.0], Moved(0, 0).Select(Math.Abs));
    }

    [Fact]
    public void ABadNormIsNamed() =>
        Assert.Contains(
            "Norm is 0; expected a finite number above 0",
            Assert.ThrowsAny<ArgumentException>(() => new Clipped(new Sgd(1), 0).Init(zeros(1))).Message
        );
}
