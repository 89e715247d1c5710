using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A multi-layer perceptron, <c>[T, n, in] → [T, n, out]</c>. <c>Mlp(1, 40, 40, 1)</c> is the MAML paper's regressor.
/// Parameters: the "weight" <c>[in, out]</c> and the "bias" <c>[1, out]</c> of each layer, "body.0", "body.1" … and "head".
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
        Shapes = ParameterShapes.Join([
            .. Layers.Select(layer => (layer.Name, Dense.Shapes(layer.In, layer.Out))),
        ]);
    }

    /// <summary>Input size, hidden sizes, output size.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Between layers; the output has none. Default ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public ParameterShapes Shapes { get; }

    private IEnumerable<(string Name, int In, int Out)> Layers =>
        Enumerable
            .Range(0, Sizes.Count - 1)
            .Select(i => (i < Sizes.Count - 2 ? $"body.{i}" : "head", Sizes[i], Sizes[i + 1]));

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return Parameters.Join([
            .. Layers.Select(layer => (layer.Name, Dense.Init(random, layer.In, layer.Out, dtype))),
        ]);
    }

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
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
