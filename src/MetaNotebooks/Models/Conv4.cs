using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Four blocks of a 3 × 3 convolution with stride 2, normalisation by the batch and ReLU: the MAML paper's network for
/// Omniglot (section 5.2) up to its linear layer. Grey images to embeddings, <c>[T, n, side, side] → [T, n, d]</c>; give
/// it a head with <see cref="Chain"/>, or use it as it is in <see cref="ProtoNet"/>.
/// <para>
/// Normalisation always uses the statistics of the given batch, each task's own, as the paper does: there are no
/// running statistics, so training and evaluation are one thing, and a prediction depends on the other points that are
/// predicted with it ("transductive").
/// </para>
/// <para>
/// Parameters of each block, "0" to "3": the "kernel" <c>[filters, channels, 3, 3]</c>, "scale" and "shift" <c>[filters]</c>. The
/// convolution has no bias, which the normalisation would cancel.
/// </para>
/// </summary>
public sealed record Conv4 : IModel
{
    private const int Blocks = 4;
    private const double Epsilon = 1e-5;

    /// <summary>Describes a network.</summary>
    /// <param name="side">Width and height of the images, at least 1. Default 28.</param>
    /// <param name="filters">Filters of each block, at least 1. Default 64.</param>
    public Conv4(int side = 28, int filters = 64)
    {
        Require.AtLeast(side, 1, nameof(side));
        Require.AtLeast(filters, 1, nameof(filters));
        (Side, Filters) = (side, filters);
        Shapes = ParameterShapes.Join([
            .. Enumerable
                .Range(0, Blocks)
                .Select(block =>
                    (
                        $"{block}",
                        ParameterShapes.Of(
                            ("kernel", [filters, block == 0 ? 1 : filters, 3, 3]),
                            ("scale", [filters]),
                            ("shift", [filters])
                        )
                    )
                ),
        ]);
        LastSide = Enumerable.Range(0, Blocks).Aggregate(side, (size, _) => (size + 1) / 2);
        Outputs = filters * LastSide * LastSide;
    }

    /// <summary>Width and height of the images.</summary>
    public int Side { get; }

    /// <summary>Filters of each block.</summary>
    public int Filters { get; }

    /// <summary>Width and height of what the last block gives.</summary>
    internal int LastSide { get; }

    /// <summary>Size of the embedding, d: the last block's filters times its pixels (256 by default).</summary>
    public int Outputs { get; }

    /// <inheritdoc/>
    public ParameterShapes Shapes { get; }

    /// <summary>Kernels normal with variance 2/(inputs · 9), which ReLU keeps in size (He et al. 2015); scales 1, shifts 0.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return Shapes.Make(
            (name, shape) =>
                name.EndsWith("kernel") ? random.Normal(0, Math.Sqrt(2.0 / (9 * shape[1])), shape, dtype)
                : name.EndsWith("scale") ? ones(shape, dtype)
                : zeros(shape, dtype)
        );
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// <paramref name="x"/> is of another shape or type, or one image a task where the images are of at most
    /// 16 × 16 pixels: the last blocks then have one value a channel to normalise by.
    /// </exception>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        var shape = x.shape;
        if (shape.Length is not (3 or 4) || shape[^1] != Side || shape[^2] != Side)
            throw new ArgumentException(
                $"x has shape [{string.Join(", ", shape)}]; expected [T, n, {Side}, {Side}].",
                nameof(x)
            );
        Require.Type(x, nameof(x), theta[0].dtype);
        if (shape[^3] * LastSide * LastSide < 2)
            throw new ArgumentException(
                $"x has shape [{string.Join(", ", shape)}]: one image a task, of which the last blocks leave "
                    + "[1, 1] pixels. Expected n of at least 2, or larger images: normalised by itself, a "
                    + "single value a channel is the same for any image.",
                nameof(x)
            );
        if (shape.Length == 3)
            return Forward(theta, x.unsqueeze(0)).squeeze(0);

        // Tasks go into the channels, [n, T · filters, side, side]: then one call normalises each task by itself, the
        // same numbers are [n · T, filters, …] for a kernel that the tasks share, and a convolution in T groups serves
        // a kernel of each task's own.
        var (tasks, points) = (shape[0], shape[1]);
        var own = theta[0].dim() > Shapes[0].Length;
        x = x.transpose(0, 1).contiguous();
        for (var i = 0; i < Blocks; i++)
        {
            var block = theta.Part($"{i}");
            var (kernel, scale, shift) = (block["kernel"], block["scale"], block["shift"]);
            x = own
                ? Convolve(x, kernel.flatten(0, 1), tasks)
                : Convolve(x.reshape(points * tasks, kernel.shape[1], x.shape[^2], x.shape[^1]), kernel, 1);
            x = x.reshape(points, tasks * Filters, x.shape[^2], x.shape[^1]);
            x = Normalise(
                    x,
                    own ? scale.flatten() : scale.repeat(tasks),
                    own ? shift.flatten() : shift.repeat(tasks)
                )
                .relu();
        }
        return x.reshape(points, tasks, Outputs).transpose(0, 1);
    }

    private static Tensor Convolve(Tensor x, Tensor kernel, long groups) =>
        nn.functional.conv2d(x, kernel, null, [2, 2], [1, 1], [1, 1], groups);

    // The running statistics are required by the signature and dropped.
    private static Tensor Normalise(Tensor x, Tensor scale, Tensor shift)
    {
        using var mean = zeros_like(shift).detach();
        using var variance = ones_like(scale).detach();
        return nn.functional.batch_norm(x, mean, variance, scale, shift, true, 0, Epsilon);
    }
}
