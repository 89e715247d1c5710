namespace MetaNotebooks.Acceleration;

/// <summary>How many numbers a step of a <see cref="Mann"/> has of each kind.</summary>
/// <param name="Hidden">Units of its controller.</param>
/// <param name="Memory">Its memory; null for none.</param>
internal sealed record RecurrentShapes(int Hidden, LruMemory? Memory)
{
    /// <summary>The memory's rows, and the numbers of each.</summary>
    public int Rows => Memory?.Slots ?? 0;
    public int Width => Memory?.Width ?? 0;

    /// <summary>Weights of all heads on all rows.</summary>
    public int Weights => Memory is null ? 0 : Memory.Slots * Memory.Heads;

    /// <summary>What is read.</summary>
    public int Read => Memory is null ? 0 : Memory.Heads * Memory.Width;

    /// <summary>What goes on: h, and what was read.</summary>
    public int Output => Hidden + Read;

    /// <summary>The controller's gates: i, f, g, o.</summary>
    public int Gates => 4 * Hidden;

    /// <summary>What the controller drives the memory with: keys, what is added, gates.</summary>
    public int Driven => Memory is null ? 0 : 2 * Read + Memory.Heads;
}
