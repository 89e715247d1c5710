namespace MetaNotebooks.Acceleration;

/// <summary>What a pass through a network leaves at each layer for the next, <c>[n, out]</c> each.</summary>
internal sealed unsafe class PerceptronPass
{
    public PerceptronPass(AlignedMemory memory, IReadOnlyList<int> sizes, int points)
    {
        Points = points;
        Layers = [.. sizes.Skip(1).Select(size => new Layer(memory, points * size))];
    }

    /// <summary>n.</summary>
    public int Points { get; }

    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>How long its buffers are together, in vectors.</summary>
    public static long BufferLength(IReadOnlyList<int> sizes, int points) =>
        4L * points * sizes.Skip(1).Sum(size => (long)size);

    /// <summary>Whether every place in it, and in the points, is a number of 32 bits.</summary>
    public static bool Fits(IReadOnlyList<int> sizes, long points) =>
        4 * points <= int.MaxValue / sizes.Sum(size => (long)size);

    /// <summary>One layer's.</summary>
    public sealed class Layer(AlignedMemory memory, int count)
    {
        /// <summary>Its output: f(z), or z in the last layer.</summary>
        public Floats* Value { get; } = memory.Take(count);

        /// <summary>f′(z).</summary>
        public Floats* Slope { get; } = memory.Take(count);

        /// <summary>The loss's derivative by its output.</summary>
        public Floats* ByValue { get; } = memory.Take(count);

        /// <summary>The loss's derivative by z.</summary>
        public Floats* ByInput { get; } = memory.Take(count);
    }
}
