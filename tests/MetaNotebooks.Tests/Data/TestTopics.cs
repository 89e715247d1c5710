using System.Runtime.CompilerServices;

namespace MetaNotebooks.Tests;

/// <summary>The project's topics, their split, and a family so small that finite differences are quick.</summary>
internal static class TestTopics
{
    public static string File { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../data/topics.json"));

    public static IReadOnlyList<Topic> All { get; } = Topics.Read(File);

    public static Vocabulary Words { get; } = Vocabulary.Of(All);

    /// <summary>28 topics to learn from, 8 to choose settings by, 12 to be judged on.</summary>
    public static IReadOnlyList<IReadOnlyList<Topic>> Parts { get; } = All.Split(0, 28, 8, 12);

    public static IReadOnlyList<Topic> Few { get; } =
    [
        new("sea", ["about the sea"], ["waves and salt", "a ship on waves", "salt wind", "the ship sank"]),
        new("bread", ["about baking bread"], ["flour and salt", "warm flour", "the oven", "warm oven"]),
        new(
            "sky",
            ["on stars and sky"],
            ["stars at night", "the night wind", "a star", "dark night and stars"]
        ),
    ];

    public static Vocabulary FewWords { get; } = Vocabulary.Of(Few);

    public static TopicTasks FewTasks { get; } =
        new(Few, FewWords)
        {
            Shots = 1,
            Queries = 2,
            Length = 5,
        };

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
