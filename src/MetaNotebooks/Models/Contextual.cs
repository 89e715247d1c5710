using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A perceptron that reads a context beside every point: a row of numbers, the same for all points of a task
/// (Zintgraf et al. 2019, section 3). <c>[T, n, in] → [T, n, out]</c>; parameters are the "context" <c>[1, c]</c>, zeros at
/// first, and the perceptron's as the part "body".
/// </summary>
public sealed record Contextual : IModel
{
    /// <summary>Describes a network.</summary>
    /// <param name="context">Numbers of the context, c; at least 1.</param>
    /// <param name="body">The perceptron; its input size is that of the points and c, so at least c + 1.</param>
    public Contextual(int context, Mlp body)
    {
        Require.AtLeast(context, 1, nameof(context));
        ArgumentNullException.ThrowIfNull(body);
        Require.AtLeast(body.Sizes[0], context + 1L, "the input size of body");
        (Context, Body) = (context, body);
        Shapes = ParameterShapes.Join(
            ("", ParameterShapes.Of(("context", [1, context]))),
            ("body", body.Shapes)
        );
    }

    /// <summary>Numbers of the context, c.</summary>
    public int Context { get; }

    /// <summary>The perceptron.</summary>
    public Mlp Body { get; }

    /// <inheritdoc/>
    public ParameterShapes Shapes { get; }

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Parameters.Join(
            ("", Parameters.Of(("context", zeros([1, Context], dtype)))),
            ("body", Body.Init(seed, dtype))
        );

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        var context = theta["context"];
        Dense.CheckInput(x, Body.Sizes[0] - Context, context.dtype);
        // A query set may be given once for all tasks.
        var tasks = context.dim() > 2 && x.shape[0] == 1 ? context.shape[0] : x.shape[0];
        var points = x.dim() > 2 ? x.expand([tasks, .. x.shape[1..]]) : x;
        return Body.Forward(
            theta.Part("body"),
            Held.Cat([points, context.expand([.. points.shape[..^1], Context])], -1)
        );
    }
}
