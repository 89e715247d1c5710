namespace MetaNotebooks.Tests;

public class LearnedOptimiserTests
{
    [Fact]
    public void ItStartsEachTaskElsewhereAndTheSameEveryTime()
    {
        using var scope = NewDisposeScope();
        var model = new Linear(10, 1) { Bias = false };
        var learner = LearnedOptimiser.Create(model, Losses.MeanSquaredError, start: 3);
        var tasks = new Quadratics().Sample(1, 4);
        Tensor Start() => learner.Adapt(learner.Init(1), tasks.SupportX, tasks.SupportY, 0).Trajectory[0][0];
        Assert.Equal(Start().Doubles(), Start().Doubles());
        for (var t = 0; t < 4; t++)
            Assert.Equal(model.Init(((Seed)3).At(t))[0].Doubles(), Start()[t].Doubles());
        Assert.NotEqual(Start()[0].Doubles(), Start()[1].Doubles());
    }
}
