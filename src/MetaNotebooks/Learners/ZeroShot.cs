using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Zero-shot classification by description (errata page, D1.6), after the zero-shot prototypes of Snell et al. 2017, section 2.6:
/// a class is the point that its description is mapped to, a sentence belongs to the class of the nearest point. No
/// example of a class is ever used.
/// </summary>
/// <remarks>
/// A text is the mean of its words' vectors. Meta-parameters: word vectors, "words" <c>[words, e]</c>; W
/// <c>[e, d]</c> and b <c>[1, d]</c> of "sentences" and of "descriptions".
/// </remarks>
/// <param name="Words">Size of the vocabulary; at least 1.</param>
public sealed record ZeroShot(int Words) : ILearner
{
    /// <inheritdoc/>
    public string Name => "zero-shot";

    /// <summary>Size e of a word's vector; at least 1. Default 32.</summary>
    public int Embedding { get; init; } = 32;

    /// <summary>Size d of the space of classes; at least 1. Default 32.</summary>
    public int Size { get; init; } = 32;

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Words, 1, nameof(Words));
        Require.AtLeast(Embedding, 1, nameof(Embedding));
        Require.AtLeast(Size, 1, nameof(Size));
        var random = seed.Generator();
        return Parameters.Join(
            ("", Parameters.Of(("words", Tokens.Init(random, Words, Embedding, dtype)))),
            ("sentences", Dense.Init(random, Embedding, Size, dtype)),
            ("descriptions", Dense.Init(random, Embedding, Size, dtype))
        );
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        var descriptions = Described.Of(tasks);
        var x = Held.Cat([tasks.SupportX, tasks.QueryX], 1);
        var y = Held.Cat([tasks.SupportY, tasks.QueryY], 1);
        return Gradient.OfMean(
            Name,
            meta,
            tasks.Tasks,
            own => Losses.CrossEntropy.Of(Scores(own, Classes(own, descriptions), x), y)
        );
    }

    /// <summary>Reads the tasks' descriptions; support sets are not looked at and steps change nothing.</summary>
    /// <inheritdoc/>
    public IAdaptation AdaptTo(Parameters meta, TaskBatch tasks, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        using var off = no_grad();
        return new Reading(meta, Classes(meta, Described.Of(tasks)), steps);
    }

    IAdaptation ILearner.Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Described.Missing(supportX, supportY, steps);

    private Tensor Classes(Parameters meta, Tensor descriptions)
    {
        var shapes = ParameterShapes.Join(
            ("", ParameterShapes.Of(("words", [Words, Embedding]))),
            ("sentences", Dense.Shapes(Embedding, Size)),
            ("descriptions", Dense.Shapes(Embedding, Size))
        );
        Require.Shapes(meta, shapes, nameof(meta));
        return Dense.Forward(meta.Part("descriptions"), MeanVector(meta["words"], descriptions));
    }

    // −‖sentence − class‖², [T, n, way].
    private static Tensor Scores(Parameters meta, Tensor classes, Tensor x)
    {
        var sentences = Dense.Forward(meta.Part("sentences"), MeanVector(meta["words"], x));
        return -(sentences.unsqueeze(2) - classes.unsqueeze(1)).square().sum([-1L]);
    }

    private static Tensor MeanVector(Tensor table, Tensor tokens)
    {
        var vectors = Tokens.Embed(table, tokens);
        var present = Tokens.Present(tokens, vectors.dtype);
        return (vectors * present).sum([-2L]) / present.sum([-2L]).clamp_min(1);
    }

    private sealed class Reading(Parameters meta, Tensor classes, int steps) : IAdaptation
    {
        public int Steps { get; } = steps;

        public bool Repeats(int step) => true;

        public Tensor Predict(int step, Tensor x)
        {
            Require.Query(step, Steps, x, classes.shape[0]);
            return Scores(meta, classes, x).detach();
        }
    }
}
