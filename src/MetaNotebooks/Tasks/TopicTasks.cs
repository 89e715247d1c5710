using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Few-shot classification of sentences whose classes are also described (errata page, D1.6 and D4.6): a task draws topics
/// without repetition, gives them the labels 0 … way − 1 in random order, draws support and query sentences with none in
/// both, and one of each topic's descriptions. Inputs are int64 <c>[T, way · shots, length]</c>, labels int64
/// <c>[T, way · shots]</c> sorted by label, descriptions int64 <c>[T, way, length]</c>.
/// </summary>
/// <param name="Topics">The topics; parts for training and test come from <see cref="MetaNotebooks.Topics.Split"/>.</param>
/// <param name="Vocabulary">Numbers of the words.</param>
public sealed record TopicTasks(IReadOnlyList<Topic> Topics, Vocabulary Vocabulary) : ITaskSampler
{
    /// <summary>Topics a task. Default 3 (the documents').</summary>
    public int Way { get; init; } = 3;

    /// <summary>Support sentences a topic. Default 5.</summary>
    public int Shots { get; init; } = 5;

    /// <summary>Query sentences a topic. Default 10.</summary>
    public int Queries { get; init; } = 10;

    /// <summary>Words kept of a sentence or description. Default 20.</summary>
    public int Length { get; init; } = 20;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        Check();
        var random = seed.Generator();
        List<string> support = [],
            query = [],
            descriptions = [];
        for (var task = 0; task < tasks; task++)
            foreach (var topic in Shuffled(random, Topics).Take(Way))
            {
                descriptions.Add(topic.Descriptions[random.Next(topic.Descriptions.Count)]);
                var sentences = Shuffled(random, topic.Sentences);
                support.AddRange(sentences[..Shots]);
                query.AddRange(sentences[Shots..(Shots + Queries)]);
            }
        Tensor Encoded(List<string> texts) => Vocabulary.Encode(texts, Length).view(tasks, -1, Length);
        return new(
            Encoded(support),
            Labels(tasks, Shots),
            Encoded(query),
            Labels(tasks, Queries),
            descriptions: Encoded(descriptions)
        )
        {
            Seed = seed,
        };
    }

    private void Check()
    {
        if (Way < 2 || Way > Topics.Count)
            throw new ArgumentOutOfRangeException(
                nameof(Way),
                $"Way is {Way}; expected 2 to {Topics.Count}, the number of topics."
            );
        foreach (var topic in Topics)
        {
            if (topic.Descriptions.Count == 0)
                throw new ArgumentException(
                    $"topic '{topic.Name}' has no description; expected at least 1.",
                    nameof(Topics)
                );
            var need = (long)Shots + Queries;
            if (topic.Sentences.Count < need)
                throw new ArgumentException(
                    $"Shots + Queries is {need}; expected at most {topic.Sentences.Count}: topic '{topic.Name}' has "
                        + $"{topic.Sentences.Count} sentences.",
                    nameof(Shots)
                );
        }
    }

    private static T[] Shuffled<T>(Random random, IReadOnlyList<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private Tensor Labels(int tasks, int examples) =>
        arange(Way).repeat_interleave(examples).unsqueeze(0).repeat(tasks, 1);
}
