using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A multi-layer perceptron, <c>[T, n, in] → [T, n, out]</c>. <c>Mlp(1, 40, 40, 1)</c> is the MAML paper's regressor.
/// Parameters in order: W <c>[in, out]</c> and b <c>[1, out]</c> of each layer.
/// </summary>
public sealed record Mlp : IModel
{
    /// <summary>Describes a network.</summary>
    /// <param name="sizes">Input size, hidden sizes, output size; each at least 1.</param>
    public Mlp(params int[] sizes)
    {
        if (sizes is null || sizes.Length < 2)
            throw new ArgumentException(
                $"sizes has {sizes?.Length ?? 0} entries; expected an input size, hidden sizes and an output size.",
                nameof(sizes)
            );
        foreach (var size in sizes)
            Require.AtLeast(size, 1, nameof(sizes));
        Sizes = sizes;
        Shapes = [.. Layers.SelectMany(layer => Dense.Shapes(layer.In, layer.Out))];
    }

    /// <summary>Input size, hidden sizes, output size.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Between layers; the output has none. Default ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Shapes { get; }

    private IEnumerable<(int In, int Out)> Layers => Sizes.Zip(Sizes.Skip(1));

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return [.. Layers.SelectMany(layer => Dense.Init(random, layer.In, layer.Out, dtype))];
    }

    /// <inheritdoc/>
    public Tensor Forward(IReadOnlyList<Tensor> theta, Tensor x)
    {
        Dense.CheckInput(x, Sizes[0], theta[0].dtype);
        for (var i = 0; i < theta.Count; i += 2)
        {
            x = Dense.Forward(theta[i], theta[i + 1], x);
            if (i + 2 < theta.Count)
                x = Activation.Apply(x);
        }
        return x;
    }
}
