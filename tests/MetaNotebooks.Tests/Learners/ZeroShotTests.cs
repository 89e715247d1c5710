namespace MetaNotebooks.Tests;

public class ZeroShotTests : ILearnerCases
{
    private static readonly ZeroShot Small = new(TestTopics.FewWords.Count) { Embedding = 3, Size = 2 };

    public IEnumerable<LearnerCase> Cases => [new(Small, TestTopics.FewTasks)];

    [Fact]
    public void ScoresAreSquaredDistancesOfMappedMeans()
    {
        using var scope = NewDisposeScope();
        var learner = new ZeroShot(5) { Embedding = 2, Size = 2 };
        Tensor Matrix(params double[] values) => tensor(values, [values.Length / 2, 2]);
        // Words 2, 3, 4 are (1, 0), (0, 1), (2, 2); sentences are doubled, descriptions swapped and moved by (1, 0).
        var meta = Parameters.Of(
            ("words", Matrix(9, 9, 9, 9, 1, 0, 0, 1, 2, 2)),
            ("sentences.weight", Matrix(2, 0, 0, 2)),
            ("sentences.bias", Matrix(0, 0)),
            ("descriptions.weight", Matrix(0, 1, 1, 0)),
            ("descriptions.bias", Matrix(1, 0))
        );
        var sentences = tensor(new long[] { 2, 3, 0, 4, 0, 0 }, [1, 2, 3]);
        var descriptions = tensor(new long[] { 2, 0, 0, 3, 4, 0 }, [1, 2, 3]);
        var tasks = new TaskBatch(
            sentences,
            tensor(new long[] { 0, 1 }, [1, 2]),
            sentences,
            tensor(new long[] { 0, 1 }, [1, 2]),
            descriptions: descriptions
        );
        // Sentences (1, 1) and (4, 4); classes (1, 1) and (2.5, 1).
        double[] expected = [0, -2.25, -18, -11.25];
        Assert.Equal(expected, learner.AdaptTo(meta, tasks, 0).Predict(0, sentences).Doubles());
    }

    [Fact]
    public void TheSupportSetIsNotLookedAt()
    {
        using var scope = NewDisposeScope();
        var meta = Small.Init(1);
        var told = TestTopics.FewTasks.Sample(1, 2);
        var other = new TaskBatch(
            told.QueryX,
            told.QueryY,
            told.QueryX,
            told.QueryY,
            descriptions: told.Descriptions
        );
        Assert.Equal(
            Small.AdaptTo(meta, told, 1).Predict(1, told.QueryX).Doubles(),
            Small.AdaptTo(meta, other, 1).Predict(0, told.QueryX).Doubles()
        );
    }
}
