using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The baseline of zero-shot classification (errata page, D1.6): a sentence belongs to the class whose description shares most
/// words with it, by the cosine of the two sets of words, a rare word counting more (idf, Spärck Jones 1972). Nothing is
/// learned but how rare a word is.
/// </summary>
/// <param name="Vocabulary">Numbers of the words.</param>
/// <param name="Texts">Texts to count words in, such as the sentences of the training topics.</param>
public sealed record NearestDescription(Vocabulary Vocabulary, IReadOnlyList<string> Texts)
{
    private readonly Tensor weights = Rarity(Vocabulary, Texts);

    /// <summary>How near each sentence is to each description.</summary>
    /// <param name="descriptions">Word numbers int64 <c>[T, way, length]</c>.</param>
    /// <param name="x">Word numbers int64 <c>[T, n, length]</c>.</param>
    /// <returns>Cosines <c>[T, n, way]</c>.</returns>
    public Tensor Predict(Tensor descriptions, Tensor x) =>
        matmul(Weighted(x), Weighted(descriptions).transpose(1, 2));

    private Tensor Weighted(Tensor tokens)
    {
        var words = WordSets(tokens, Vocabulary.Count) * weights;
        return words / words.square().sum([-1L], true).sqrt().clamp_min(1e-12);
    }

    // log(texts / texts with the word), as if every word stood in one text more.
    private static Tensor Rarity(Vocabulary vocabulary, IReadOnlyList<string> texts)
    {
        var length = texts.Max(text => Vocabulary.Split(text).Count);
        var counts = WordSets(vocabulary.Encode(texts, length), vocabulary.Count).sum([0L]);
        return ((texts.Count + 1.0) / (counts + 1)).log();
    }

    // 1 for each word of a text, 0 for the others and for padding: [..., length] → [..., words].
    private static Tensor WordSets(Tensor tokens, int words)
    {
        var ones = tokens.ne(MetaNotebooks.Vocabulary.Padding).to(ScalarType.Float32);
        var sets = zeros([.. tokens.shape[..^1], words]);
        sets = sets.scatter(-1, tokens, ones);
        return sets;
    }
}
