using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Classifies texts: word vectors, an LSTM over them, a dense layer on its last state. Word numbers int64
/// <c>[T, n, length] → [T, n, classes]</c>; number 0 is padding.
/// </summary>
/// <remarks>
/// Parameters: the table of word vectors, "words" <c>[words, e]</c>; the "body", an <see cref="LstmCell"/>'s; the "head", a
/// weight <c>[h, classes]</c> and a bias <c>[1, classes]</c>.
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
    public ParameterShapes Shapes =>
        ParameterShapes.Join(
            ("", ParameterShapes.Of(("words", [Words, Embedding]))),
            ("body", Cell.Shapes),
            ("head", Dense.Shapes(Hidden, Classes))
        );

    private LstmCell Cell => new(Embedding, Hidden);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Words, 1, nameof(Words));
        Require.AtLeast(Classes, 1, nameof(Classes));
        var random = seed.Generator();
        return Parameters.Join(
            ("", Parameters.Of(("words", Tokens.Init(random, Words, Embedding, dtype)))),
            ("body", Cell.Init(random, dtype)),
            ("head", Dense.Init(random, Hidden, Classes, dtype))
        );
    }

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        var vectors = Tokens.Embed(theta["words"], x);
        var last = LstmReader.Read(Cell, theta.Part("body"), vectors, Tokens.Present(x, vectors.dtype));
        return Dense.Forward(theta.Part("head"), last);
    }
}
