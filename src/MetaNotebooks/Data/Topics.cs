using System.Text.Json;

namespace MetaNotebooks;

/// <summary>Topics from a file, and their split into topics to learn from and topics to be judged on.</summary>
public static class Topics
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file such as <c>data/topics.json</c>, <c>{ "topics": [ { "name", "descriptions", "sentences" }, … ] }</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">
    /// It is no JSON in UTF-8, a property is given twice, or a topic is empty, not described or given twice.
    /// </exception>
    public static IReadOnlyList<Topic> Read(string path)
    {
        Listing? listing;
        try
        {
            listing = JsonSerializer.Deserialize<Listing>(TextFile.Read(path), Options);
        }
        catch (JsonException error)
        {
            throw new BadFileException(path, $"line {error.LineNumber + 1}", error.Message);
        }
        var topics = listing?.Topics ?? [];
        if (topics.Count == 0)
            throw new BadFileException(path, "topics", "there are none; expected at least 1");
        for (var i = 0; i < topics.Count; i++)
        {
            var place = $"topic {i + 1} '{topics[i]?.Name}'";
            if (Problem(topics[i]) is { } problem)
                throw new BadFileException(path, place, problem);
            if (topics.Take(i).Any(other => other.Name == topics[i].Name))
                throw new BadFileException(path, place, "an earlier topic has the same name");
        }
        return topics;
    }

    /// <summary>Parts with no topic in common, such as those for meta-training, validation and test.</summary>
    /// <param name="topics">The topics.</param>
    /// <param name="seed">Which topics go where.</param>
    /// <param name="sizes">Topics of each part, at least 1; together at most all.</param>
    public static IReadOnlyList<IReadOnlyList<Topic>> Split(
        this IReadOnlyList<Topic> topics,
        Seed seed,
        params int[] sizes
    )
    {
        foreach (var size in sizes)
            Require.AtLeast(size, 1, nameof(sizes));
        if (sizes.Sum() > topics.Count)
            throw new ArgumentOutOfRangeException(
                nameof(sizes),
                $"sizes is [{string.Join(", ", sizes)}], {sizes.Sum()} in all; there are {topics.Count} topics."
            );
        var order = topics.ToArray();
        seed.Split("topics").Generator().Shuffle(order);
        var ends = sizes.Select((_, i) => sizes.Take(i + 1).Sum()).ToArray();
        return [.. sizes.Zip(ends, (size, end) => order[(end - size)..end])];
    }

    private static string? Problem(Topic? topic)
    {
        if (string.IsNullOrWhiteSpace(topic?.Name))
            return "it has no name";
        if (topic.Descriptions is not { Count: > 0 })
            return "it has no description; expected at least 1";
        if (topic.Sentences is not { Count: > 0 })
            return "it has no sentences; expected at least 1";
        return Blank("description", topic.Descriptions)
            ?? Blank("sentence", topic.Sentences)
            ?? Twice(topic.Sentences);
    }

    private static string? Blank(string what, IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
            if (Vocabulary.Split(texts[i] ?? "").Count == 0)
                return $"{what} {i + 1} has no words";
        return null;
    }

    private static string? Twice(IReadOnlyList<string> sentences)
    {
        var first = new Dictionary<string, int>();
        for (var i = 0; i < sentences.Count; i++)
            if (!first.TryAdd(sentences[i], i + 1))
                return $"sentences {first[sentences[i]]} and {i + 1} are the same";
        return null;
    }

    private sealed record Listing(IReadOnlyList<Topic>? Topics);
}
