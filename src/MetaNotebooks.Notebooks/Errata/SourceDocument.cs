namespace MetaNotebooks.Notebooks.Errata;

/// <summary>One of the source documents, whose claims are numbered.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Claims">How many of its claims the notebooks judge.</param>
internal sealed record SourceDocument(int Number, string Title, int Claims)
{
    /// <summary>The documents that the kit's notebooks walk through.</summary>
    public static IReadOnlyList<SourceDocument> All { get; } =
    [
        new(0, "principles and code, walked through", 10),
        new(1, "meta-learning and neural networks", 7),
        new(2, "model-agnostic against model-specific", 5),
        new(3, "learning strategies", 5),
        new(4, "deep learning and meta-learning combined", 11),
    ];

    /// <summary>The rows of all documents, in order: <c>D0.1</c>, <c>D0.2</c> and so on.</summary>
    public static IReadOnlyList<string> AllRows { get; } = [.. All.SelectMany(document => document.Rows)];

    /// <summary>The names of its claims.</summary>
    public IEnumerable<string> Rows => Enumerable.Range(1, Claims).Select(claim => $"D{Number}.{claim}");
}
