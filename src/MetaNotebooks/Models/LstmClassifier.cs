using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Classifies texts: word vectors, an LSTM over them, a dense layer on its last state. Word numbers int64
/// <c>[T, n, length] → [T, n, classes]</c>; number 0 is padding.
/// </summary>
/// <remarks>
/// Parameters in order: the table of word vectors <c>[words, e]</c>, the four of <see cref="LstmCell"/>, W
/// <c>[h, classes]</c> and b <c>[1, classes]</c>.
/// </remarks>
/// <param name="Words">Size of the vocabulary; at least 1.</param>
/// <param name="Classes">Number of classes; at least 1.</param>
public sealed record LstmClassifier(int Words, int Classes) : IModel
{
    /// <summary>Size e of a word's vector; at least 1. Default 16.</summary>
    public int Embedding { get; init; } = 16;

    /// <summary>Size h of the LSTM; at least 1. Default 16.</summary>
    public int Hidden { get; init; } = 16;

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Shapes =>
        [
            [Words, Embedding],
            .. Cell.Shapes,
            .. Dense.Shapes(Hidden, Classes),
        ];

    private LstmCell Cell => new(Embedding, Hidden);

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Words, 1, nameof(Words));
        Require.AtLeast(Classes, 1, nameof(Classes));
        var random = seed.Generator();
        return
        [
            Tokens.Init(random, Words, Embedding, dtype),
            .. Cell.Init(random, dtype),
            .. Dense.Init(random, Hidden, Classes, dtype),
        ];
    }

    /// <inheritdoc/>
    public Tensor Forward(IReadOnlyList<Tensor> theta, Tensor x)
    {
        var vectors = Tokens.Embed(theta[0], x);
        Tensor[] cell = [.. theta.Skip(1).Take(4)];
        var last = LstmReader.Read(Cell, cell, vectors, Tokens.Present(x, vectors.dtype));
        return Dense.Forward(theta[5], theta[6], last);
    }
}
