namespace MetaNotebooks.Tests;

/// <summary>A part of the core at work on something small.</summary>
/// <param name="Name">Name in a failure.</param>
/// <param name="Run">The work; gives its numbers, the same each time.</param>
public sealed record Part(string Name, Func<IEnumerable<double[]>> Run)
{
    /// <summary>Every part, by kind.</summary>
    public static IReadOnlyDictionary<string, IEnumerable<Part>> ByKind { get; } =
        new Dictionary<string, IEnumerable<Part>>
        {
            ["learners"] = LearnerParts.All,
            ["compositions"] = CompositionParts.All,
            ["samplers"] = SamplerParts.All,
            ["readers"] = ReaderParts.All,
            ["evaluators"] = EvaluatorParts.All,
        };

    public static IEnumerable<double[]> Numbers(params IEnumerable<Tensor> tensors) =>
        [.. tensors.Select(one => one.Doubles())];
}
