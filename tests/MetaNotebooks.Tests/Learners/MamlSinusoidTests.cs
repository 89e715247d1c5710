namespace MetaNotebooks.Tests;

/// <summary>
/// A short run of the MAML paper's sinusoid protocol (5-shot). The full one, 70,000 iterations, is the MAML notebook's
/// with META_FULL=1.
/// </summary>
[Trait("Speed", "slow")]
public class MamlSinusoidTests
{
    [Fact]
    public void AShortRunAdaptsWhereJointTrainingCannot()
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(1, 40, 40, 1);
        var train = new Sinusoids { Shots = 5, Queries = 5 };
        var judge = new Sinusoids { Shots = 5, Queries = 100 };
        IReadOnlyList<Interval> Run(AdaptiveLearner learner)
        {
            var trained = Trainer.Train(learner, train, new() { Iterations = 4000, Seed = 1 });
            return Evaluator.Evaluate(learner, trained.Meta, judge, Losses.MeanSquaredError, 2).PerStep;
        }
        var maml = Run(Maml.Create(model, Losses.MeanSquaredError, 0.01));
        var joint = Run(JointTraining.Create(model, Losses.MeanSquaredError, 0.01));

        // 3.01 is what the best predictor that does not adapt costs; predicting zero costs 4.25.
        Assert.InRange(joint[0].Mean, 2.6, 3.6);
        Assert.True(maml[1].High < 1.6, $"MAML after 1 step: {maml[1]}");
        Assert.True(maml[10].High < 1.1, $"MAML after 10 steps: {maml[10]}");
        Assert.True(joint[1].Low > 2, $"joint training after 1 step: {joint[1]}");
    }
}
