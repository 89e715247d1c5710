namespace MetaNotebooks;

/// <summary>The structure of a multi-layer perceptron: what a meta-network chooses.</summary>
/// <param name="Activation">Between its layers.</param>
/// <param name="Width">Units a hidden layer, at least 1.</param>
/// <param name="Depth">Hidden layers, at least 1.</param>
public readonly record struct Architecture(Activation Activation, int Width, int Depth)
{
    /// <summary>The network of this structure.</summary>
    /// <param name="inputs">Input size, at least 1.</param>
    /// <param name="outputs">Output size, at least 1.</param>
    public Mlp Build(int inputs, int outputs) =>
        new([inputs, .. Enumerable.Repeat(Width, Depth), outputs]) { Activation = Activation };
}
