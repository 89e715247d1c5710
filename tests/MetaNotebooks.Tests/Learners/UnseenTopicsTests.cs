namespace MetaNotebooks.Tests;

/// <summary>
/// Short runs on 28 topics, judged on 12 others, 3 at a time. Settings were chosen on the 8 validation topics.
/// </summary>
[Trait("Speed", "slow")]
public class UnseenTopicsTests
{
    private const double Chance = 1.0 / 3;

    private static readonly TopicTasks Train = new(TestTopics.Parts[0], TestTopics.Words);

    private static readonly TopicTasks Judge = Train with { Topics = TestTopics.Parts[2] };

    [Fact]
    public void ZeroShotBeatsChanceAndTheNearestDescription()
    {
        using var scope = NewDisposeScope();
        var learner = new ZeroShot(TestTopics.Words.Count);
        var trained = Trainer.Train(
            learner,
            Train,
            new()
            {
                Iterations = 300,
                MetaBatch = 8,
                Optimiser = new Adam(0.01),
                Seed = 1,
            }
        );
        var zeroShot = Evaluator
            .Evaluate(learner, trained.Meta, Judge, Losses.Accuracy, 2, count: 100, steps: 0)
            .PerStep[0];

        var nearest = new NearestDescription(
            TestTopics.Words,
            [.. Train.Topics.SelectMany(topic => topic.Sentences)]
        );
        var tasks = Judge.Sample(new Seed(2).Split("evaluation"), 100);
        var baseline = Interval.Of(
            Losses.Accuracy.Of(nearest.Predict(tasks.Descriptions!, tasks.QueryX), tasks.QueryY).Doubles()
        );
        Assert.True(baseline.Low > Chance, $"nearest description: {baseline}");
        Assert.True(
            zeroShot.Low > baseline.High + 0.15,
            $"zero-shot {zeroShot}; nearest description {baseline}"
        );
    }

    [Fact]
    public void MetaLstmBeatsTheSameClassifiersTrainedOnTheFewExamplesAlone()
    {
        using var scope = NewDisposeScope();
        var learner = new MetaLstm(TestTopics.Words.Count);
        var trained = Trainer.Train(
            learner,
            Train,
            new()
            {
                Iterations = 200,
                MetaBatch = 8,
                Optimiser = new Adam(0.01),
                Seed = 1,
            }
        );
        var meta = Evaluator.Evaluate(learner, trained.Meta, Judge, Losses.Accuracy, 2, count: 60, steps: 10);
        var generated = Interval.Of([.. meta.Values[0]]);
        // Nothing learned across tasks; and the same cells started at random, with the word vectors learned across tasks.
        var scratch = FromScratch(new LstmClassifier(TestTopics.Words.Count, 3));
        var cells = FromScratch(learner.Classifier(trained.Meta, 3));
        // Differences task by task: all judge the same 60.
        Interval Gain(int step, IReadOnlyList<double> other) =>
            Interval.Of([.. meta.Values[step].Zip(other, (a, b) => a - b)]);

        Assert.True(generated.Low > Chance + 0.2, $"generated, no example seen: {generated}");
        Assert.True(Gain(0, scratch).Low > 0.1, $"generated over scratch: {Gain(0, scratch)}");
        Assert.True(Gain(10, scratch).Low > 0.2, $"trained on over scratch: {Gain(10, scratch)}");
        Assert.True(Gain(10, cells).Low > 0, $"trained on over cells from scratch: {Gain(10, cells)}");
    }

    private static IReadOnlyList<double> FromScratch(IModel model)
    {
        var learner = new AdaptiveLearner(
            "from scratch",
            model,
            Losses.CrossEntropy,
            new AdamStep(0.03),
            0,
            new Joint()
        )
        {
            Start = Start.Random(3),
        };
        return Evaluator
            .Evaluate(learner, learner.Init(0), Judge, Losses.Accuracy, 2, count: 60, steps: 30)
            .Values[^1];
    }
}
