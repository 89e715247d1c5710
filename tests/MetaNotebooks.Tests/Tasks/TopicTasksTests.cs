namespace MetaNotebooks.Tests;

public class TopicTasksTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [
            new(
                "topics",
                (shots, queries) =>
                    new TopicTasks(TestTopics.All, TestTopics.Words) { Shots = shots, Queries = queries },
                Way: 3
            ),
        ];

    [Fact]
    public void SentencesAndDescriptionAreOfTheLabelledTopic()
    {
        using var scope = NewDisposeScope();
        var family = new TopicTasks(TestTopics.All, TestTopics.Words)
        {
            Way = 4,
            Shots = 2,
            Queries = 3,
        };
        var batch = family.Sample(3, 5);
        Assert.Equal([5, 4, 20], batch.Descriptions!.shape);
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], batch.SupportY[4].data<long>().ToArray());
        for (var task = 0; task < 5; task++)
        {
            var topics = Enumerable
                .Range(0, 4)
                .Select(label =>
                    TestTopics.All.Single(topic =>
                        topic.Descriptions.Any(text => Same(text, batch.Descriptions[task][label]))
                        && topic.Sentences.Any(text => Same(text, batch.SupportX[task][2 * label]))
                    )
                )
                .ToArray();
            Assert.Equal(4, topics.Distinct().Count());
            for (var i = 0; i < 12; i++)
                Assert.Contains(topics[i / 3].Sentences, text => Same(text, batch.QueryX[task][i]));
            for (var i = 0; i < 8; i++)
                Assert.Contains(topics[i / 2].Sentences, text => Same(text, batch.SupportX[task][i]));
        }
    }

    [Fact]
    public void TooFewTopicsOrSentencesAreNamed()
    {
        // Topics that are put together by hand, and so were not checked by reading.
        TopicTasks Empty(Topic topic) => TestTopics.FewTasks with { Topics = [topic, topic, topic] };
        string Error(TopicTasks family) =>
            Assert.ThrowsAny<ArgumentException>(() => family.Sample(1, 1)).Message;
        Assert.Contains("at most 0: topic 'a' has 0 sentences", Error(Empty(new("a", ["b"], []))));
        Assert.Contains(
            "topic 'a' has no description; expected at least 1",
            Error(Empty(new("a", [], TestTopics.FewTasks.Topics[0].Sentences)))
        );
        Assert.Contains("Way is 4; expected 2 to 3", Error(TestTopics.FewTasks with { Way = 4 }));
        Assert.Contains(
            "Shots + Queries is 5; expected at most 4: topic 'sea' has 4 sentences",
            Error(TestTopics.FewTasks with { Queries = 4 })
        );
    }

    private static bool Same(string text, Tensor tokens) =>
        Vocabulary
            .Split(text)
            .SequenceEqual(
                tokens
                    .data<long>()
                    .ToArray()
                    .Where(number => number != Vocabulary.Padding)
                    .Select(number => TestTopics.Words.Words[(int)number])
            );
}
