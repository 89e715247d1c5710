namespace MetaNotebooks.Tests;

public sealed class TopicsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void TheProjectsFileHasWhatItPromises()
    {
        Assert.True(TestTopics.All.Count >= 30);
        Assert.All(TestTopics.All, topic => Assert.Equal(3, topic.Descriptions.Distinct().Count()));
        Assert.All(TestTopics.All, topic => Assert.True(topic.Sentences.Distinct().Count() >= 30));
    }

    [Fact]
    public void DescriptionsShareOnlySomeWordsWithTheirSentences()
    {
        var shares = TestTopics.All.Select(topic =>
        {
            var said = topic.Sentences.SelectMany(Vocabulary.Split).ToHashSet();
            var words = topic.Descriptions.SelectMany(Vocabulary.Split).Distinct().ToArray();
            return words.Count(said.Contains) / (double)words.Length;
        });
        Assert.InRange(shares.Average(), 0.2, 0.8);
    }

    [Fact]
    public void PartsHaveNoTopicInCommonAndKeepTheirTopicsForASeed()
    {
        string[][] Names(Seed seed) =>
            [.. TestTopics.All.Split(seed, 28, 8, 12).Select(part => part.Select(t => t.Name).ToArray())];
        var parts = Names(1);
        Assert.Equal([28, 8, 12], parts.Select(part => part.Length));
        Assert.Equal(48, parts.SelectMany(part => part).Distinct().Count());
        Assert.Equal(parts, Names(1));
        Assert.NotEqual(parts[2], Names(2)[2]);
        Assert.Contains(
            "50 in all; there are 48",
            Assert.Throws<ArgumentOutOfRangeException>(() => TestTopics.All.Split(1, 40, 10)).Message
        );
    }

    [Theory]
    [InlineData("""{ "topics": [ { "name": "a" """, "line 1")]
    [InlineData("""{ "topics": [] }""", "topics: there are none")]
    [InlineData("""{ "topics": [ { "name": " " } ] }""", "topic 1 ' ': it has no name")]
    [InlineData(
        """{ "topics": [ { "name": "a", "sentences": ["b"] } ] }""",
        "topic 1 'a': it has no description"
    )]
    [InlineData(
        """{ "topics": [ { "name": "a", "descriptions": ["b"], "sentences": [] } ] }""",
        "topic 1 'a': it has no sentences"
    )]
    [InlineData(
        """{ "topics": [ { "name": "a", "descriptions": ["b"], "sentences": ["c", " ."] } ] }""",
        "topic 1 'a': sentence 2 has no words"
    )]
    [InlineData(
        """{ "topics": [ { "name": "a", "descriptions": ["b", ""], "sentences": ["c"] } ] }""",
        "topic 1 'a': description 2 has no words"
    )]
    [InlineData(
        """{ "topics": [ { "name": "a", "descriptions": ["b"], "sentences": ["c", "d", "c"] } ] }""",
        "topic 1 'a': sentences 1 and 3 are the same"
    )]
    [InlineData(
        """
            { "topics": [ { "name": "a", "descriptions": ["b"], "sentences": ["c"] },
              { "name": "a", "descriptions": ["b"], "sentences": ["c"] } ] }
            """,
        "topic 2 'a': an earlier topic has the same name"
    )]
    public void BadFilesAreNamedWithThePlace(string text, string expected)
    {
        File.WriteAllText(path, text);
        Assert.Contains(
            $"{path}, {expected}",
            Assert.Throws<BadFileException>(() => Topics.Read(path)).Message
        );
    }
}
