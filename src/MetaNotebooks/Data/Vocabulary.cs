using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The words of some texts, numbered: 0 pads, 1 is any word not among them, the others follow in ordinal order, so that
/// the same texts give the same numbers on every machine.
/// </summary>
public sealed partial class Vocabulary
{
    /// <summary>The number that fills a short sequence up.</summary>
    public const long Padding = 0;

    /// <summary>The number of every word that is not in the vocabulary.</summary>
    public const long Unknown = 1;

    private readonly Dictionary<string, long> numbers;

    /// <summary>Numbers the words of texts.</summary>
    /// <param name="texts">The texts, in any order.</param>
    public Vocabulary(IEnumerable<string> texts)
    {
        Words = ["", "?", .. texts.SelectMany(Split).Distinct().Order(StringComparer.Ordinal)];
        numbers = Words.Skip(2).Select((word, i) => (word, i)).ToDictionary(p => p.word, p => p.i + 2L);
    }

    /// <summary>The words of topics' sentences and descriptions.</summary>
    /// <param name="topics">The topics.</param>
    public static Vocabulary Of(IEnumerable<Topic> topics) =>
        new(topics.SelectMany(topic => topic.Descriptions.Concat(topic.Sentences)));

    /// <summary>Each number's word; those of the first two, padding and unknown, are no words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => Words.Count;

    /// <summary>The words of a text: runs of letters and digits in lower case, with inner apostrophes and hyphens.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Split(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>Texts as numbers, int64 <c>[n, length]</c>: cut at the length, or filled up with padding.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="length">Words kept of each, at least 1.</param>
    public Tensor Encode(IReadOnlyList<string> texts, int length)
    {
        Require.AtLeast(texts.Count, 1, $"number of {nameof(texts)}");
        Require.AtLeast(length, 1, nameof(length));
        var tokens = new long[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
            foreach (var (position, word) in Split(texts[i]).Take(length).Index())
                tokens[i * length + position] = numbers.GetValueOrDefault(word, Unknown);
        return tensor(tokens, [texts.Count, length]);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
