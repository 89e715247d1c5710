using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The structures that a meta-network chooses from, every combination of an activation, a width and a depth. Those of
/// one activation share weights: a narrower network is the first units of the widest, a shallower one skips the last
/// hidden layers, with an output layer of its own.
/// </summary>
public sealed record ArchitectureSpace
{
    /// <summary>Describes the choices.</summary>
    /// <param name="inputs">Input size, at least 1.</param>
    /// <param name="outputs">Output size, at least 1.</param>
    /// <param name="activations">Activations; null, the default, for all.</param>
    /// <param name="widths">Widths, each at least 1; null, the default, for 2, 4 and 8.</param>
    /// <param name="depths">Depths in hidden layers, each at least 1; null, the default, for 1 and 2.</param>
    public ArchitectureSpace(
        int inputs,
        int outputs,
        IEnumerable<Activation>? activations = null,
        IEnumerable<int>? widths = null,
        IEnumerable<int>? depths = null
    )
    {
        (Inputs, Outputs) = (inputs, outputs);
        Activations = Members(activations ?? Enum.GetValues<Activation>(), nameof(activations));
        Widths = Members(widths ?? [2, 4, 8], nameof(widths));
        Depths = Members(depths ?? [1, 2], nameof(depths));
        Require.AtLeast(Widths[0], 1, nameof(widths));
        Require.AtLeast(Depths[0], 1, nameof(depths));
        Require.AtLeast(inputs, 1, nameof(inputs));
        Require.AtLeast(outputs, 1, nameof(outputs));
    }

    /// <summary>Input size.</summary>
    public int Inputs { get; }

    /// <summary>Output size.</summary>
    public int Outputs { get; }

    /// <summary>Activations to choose from.</summary>
    public IReadOnlyList<Activation> Activations { get; }

    /// <summary>Widths to choose from, smallest first.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>Depths to choose from, smallest first.</summary>
    public IReadOnlyList<int> Depths { get; }

    /// <summary>How many activations, widths and depths: the shapes of the three ω.</summary>
    internal ParameterShapes Choices =>
        ParameterShapes.Of(
            ("activation", [Activations.Count]),
            ("width", [Widths.Count]),
            ("depth", [Depths.Count])
        );

    /// <summary>Every structure, activations slowest and depths fastest.</summary>
    public IEnumerable<Architecture> All =>
        from activation in Activations
        from width in Widths
        from depth in Depths
        select new Architecture(activation, width, depth);

    /// <summary>
    /// Name, input and output size of each shared layer, for each activation: the hidden ones, then the output layer of
    /// each depth.
    /// </summary>
    internal IEnumerable<(string Name, int In, int Out)> Layers =>
        Activations.SelectMany(activation =>
            Enumerable
                .Range(0, Depths[^1])
                .Select(i => (Hidden(activation, i), i == 0 ? Inputs : Widths[^1], Widths[^1]))
                .Concat(Depths.Select(depth => (Output(activation, depth), Widths[^1], Outputs)))
        );

    private static string Hidden(Activation activation, int layer) =>
        $"{activation}.hidden.{layer}".ToLowerInvariant();

    private static string Output(Activation activation, int depth) =>
        $"{activation}.output.{depth}".ToLowerInvariant();

    /// <summary>The weights of one structure: views of the shared ones, so that a gradient reaches them.</summary>
    internal Parameters Weights(Parameters shared, Architecture one)
    {
        var layers = Enumerable
            .Range(0, one.Depth)
            .Select(i => Hidden(one.Activation, i))
            .Append(Output(one.Activation, one.Depth));
        var shapes = one.Build(Inputs, Outputs).Shapes;
        return shapes.Named(
            layers
                .SelectMany(shared.Part)
                .Zip(shapes, (t, shape) => t.narrow(0, 0, shape[0]).narrow(1, 0, shape[1]))
        );
    }

    /// <summary>How large a structure is, as a share of the largest's number of weights.</summary>
    public double Size(Architecture one)
    {
        double Count(int width, int depth) =>
            new Architecture(default, width, depth)
                .Build(Inputs, Outputs)
                .Shapes.Sum(shape => shape[0] * shape[1]);
        return Count(one.Width, one.Depth) / Count(Widths[^1], Depths[^1]);
    }

    private static T[] Members<T>(IEnumerable<T> given, string name)
    {
        T[] members = [.. given.Distinct().Order()];
        Require.AtLeast(members.Length, 1, $"{name}.Count");
        return members;
    }
}
