namespace MetaNotebooks.Tests;

public class LinearDecayTests
{
    [Fact]
    public void TheRateFallsLinearlyToNothing()
    {
        using var scope = NewDisposeScope();
        var optimiser = new LinearDecay(new Sgd(0.5), 4);
        var at = zeros([1], ScalarType.Float64);
        var state = optimiser.Init(at);
        var seen = new List<double>();
        for (var i = 1; i <= 6; i++)
        {
            (at, state) = optimiser.Step(i, at, ones([1], ScalarType.Float64), state);
            seen.Add(at.ToDouble());
        }
        Assert.Equal([-0.5, -0.875, -1.125, -1.25, -1.25, -1.25], seen);
    }

    [Fact]
    public void ItIsTheOptimisersOwnStepAtTheStartAndKeepsItsState()
    {
        using var scope = NewDisposeScope();
        var (adam, gradient) = (new Adam(0.1), tensor([3.0, -1.0]));
        var (plain, kept) = adam.Step(1, zeros_like(gradient), gradient, adam.Init(gradient));
        var (decayed, state) = new LinearDecay(adam, 10).Step(
            1,
            zeros_like(gradient),
            gradient,
            adam.Init(gradient)
        );
        Assert.Equal(plain.Doubles(), decayed.Doubles());
        Assert.Equal(kept.Select(s => s.Doubles()), state.Select(s => s.Doubles()));
        Assert.Contains(
            "Iterations is 0; expected at least 1",
            Assert.ThrowsAny<ArgumentException>(() => new LinearDecay(adam, 0).Init(gradient)).Message
        );
    }
}
