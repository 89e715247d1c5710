using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// In-context learning (Garg et al. 2022): a transformer reads a task's examples one after the other and predicts the next;
/// nothing moves while it adapts. An example is a token; what is asked for is another, which sees the examples before it.
/// The outer loss is that of every prediction of an episode: of the support set, each made from the examples before it, and
/// of the queries, each made from the whole support set.
/// </summary>
/// <remarks>
/// <para>Targets are numbers <c>[T, n, out]</c>, with the mean squared error, or labels int64 <c>[T, n]</c> below
/// out, with the cross-entropy; then give it families in random order (<see cref="ShuffledEpisodes"/>).</para>
/// <para>The paper puts an input and its target into two tokens and numbers the places; here an example is one token, and
/// order is told by what a token may see alone.</para>
/// <para>Meta-parameters: W and b of "example", from input and target to a token, of "question", from an input to a
/// token, and of "answer", from a token to a prediction; and the <see cref="Transformer"/>'s, "body".</para>
/// </remarks>
/// <param name="Inputs">Numbers of an input, at least 1; inputs <c>[T, n, …]</c> are flattened.</param>
/// <param name="Outputs">Numbers of a target, or classes; at least 1.</param>
public sealed record InContext(int Inputs, int Outputs) : ILearner
{
    /// <summary>The transformer. Default 64 wide, 4 heads, 3 layers (the paper's: 256, 8 and 12).</summary>
    public Transformer Body { get; init; } = new(64, 4, 3);

    /// <inheritdoc/>
    public string Name => "in context";

    private ParameterShapes Shapes =>
        ParameterShapes.Join(
            ("example", Dense.Shapes(Inputs + Outputs, Body.Width)),
            ("question", Dense.Shapes(Inputs, Body.Width)),
            ("body", Body.Shapes),
            ("answer", Dense.Shapes(Body.Width, Outputs))
        );

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Outputs, 1, nameof(Outputs));
        var random = seed.Generator();
        return Parameters.Join(
            ("example", Dense.Init(random, Inputs + Outputs, Body.Width, dtype)),
            ("question", Dense.Init(random, Inputs, Body.Width, dtype)),
            ("body", Body.Init(seed.Split("body"), dtype)),
            ("answer", Dense.Init(random, Body.Width, Outputs, dtype))
        );
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        Check(meta, tasks.SupportX, tasks.SupportY);
        var shots = (int)tasks.SupportX.shape[1];
        var x = Held.Cat([tasks.SupportX, tasks.QueryX], 1);
        var y = Held.Cat([tasks.SupportY, tasks.QueryY], 1);
        var loss = IsClass(y) ? Losses.CrossEntropy : Losses.MeanSquaredError;
        var before = Enumerable.Range(0, (int)x.shape[1]).Select(place => Math.Min(place, shots));
        return Gradient.OfMean(
            Name,
            meta,
            tasks.Tasks,
            own => loss.Of(Answers(own, tasks.SupportX, tasks.SupportY, x, [.. before]), y)
        );
    }

    /// <summary>
    /// Reads the support set with every question, whatever the number of steps; before the first, nothing has been read.
    /// </summary>
    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Check(meta, supportX, supportY);
        return new Adapted(this, meta, steps, supportX, supportY);
    }

    /// <summary>What it predicts for each example of a sequence from those before it.</summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="x">Inputs in order, <c>[T, n, …]</c>.</param>
    /// <param name="y">Their targets.</param>
    /// <returns>Predictions or logits <c>[T, n, out]</c>.</returns>
    public Tensor Sequence(Parameters meta, Tensor x, Tensor y)
    {
        Check(meta, x, y);
        using var off = no_grad();
        return Answers(meta, x, y, x, [.. Enumerable.Range(0, (int)x.shape[1])]);
    }

    // Each question sees as many examples, from the first, as it is told to, and itself.
    private Tensor Answers(Parameters meta, Tensor x, Tensor y, Tensor questions, int[] before)
    {
        var (examples, asked) = (x.shape[1], questions.shape[1]);
        var targets = IsClass(y) ? y.unsqueeze(-1).eq(arange(Outputs)).to(x.dtype) : y;
        var tokens = Held.Cat(
            [
                Dense.Forward(meta.Part("example"), Held.Cat([x.flatten(2), targets], -1)),
                Dense.Forward(meta.Part("question"), questions.flatten(2)),
            ],
            1
        );
        var place = arange(examples);
        var sees = Held.Cat(
            [
                Held.Cat([place.unsqueeze(1).ge(place), zeros([examples, asked], ScalarType.Bool)], 1),
                Held.Cat([tensor(before).unsqueeze(1).gt(place), eye(asked, dtype: ScalarType.Bool)], 1),
            ],
            0
        );
        var read = Body.Forward(meta.Part("body"), tokens, sees).narrow(1, examples, asked);
        return Dense.Forward(meta.Part("answer"), read);
    }

    private static bool IsClass(Tensor y) => y.dtype == ScalarType.Int64;

    private void Check(Parameters meta, Tensor x, Tensor y)
    {
        Require.Shapes(meta, Shapes, nameof(meta));
        Require.Leading(y, nameof(y), Require.Batched(x, nameof(x))[..2]);
        if (x.flatten(1).shape[1] != x.shape[1] * Inputs)
            throw new ArgumentException(
                $"x has shape [{string.Join(", ", x.shape)}]; expected [T, n, …] of {Inputs} numbers each.",
                nameof(x)
            );
        Require.Type(x, nameof(x), meta[0].dtype);
        if (IsClass(y))
            Require.Classes(y, nameof(y), Outputs);
        else if (y.dim() != 3 || y.shape[2] != Outputs || y.dtype != x.dtype)
            throw new ArgumentException(
                $"y is {y.dtype} of shape [{string.Join(", ", y.shape)}]; expected {x.dtype} [T, n, {Outputs}] or labels, "
                    + "Int64 [T, n].",
                nameof(y)
            );
    }

    private sealed record Adapted(
        InContext Learner,
        Parameters Meta,
        int Steps,
        Tensor SupportX,
        Tensor SupportY
    ) : IAdaptation
    {
        public bool Repeats(int step) => step > 1;

        public Tensor Predict(int step, Tensor x)
        {
            Require.Query(step, Steps, x, SupportX.shape[0]);
            Require.Alike(x, nameof(x), SupportX, nameof(SupportX));
            using var off = no_grad();
            var seen = step > 0 ? (int)SupportX.shape[1] : 0;
            return Learner.Answers(
                Meta,
                SupportX,
                SupportY,
                x,
                [.. Enumerable.Repeat(seen, (int)x.shape[1])]
            );
        }
    }
}
