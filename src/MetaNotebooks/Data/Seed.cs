namespace MetaNotebooks;

/// <summary>
/// Where every random number of the kit comes from. A seed is split by purpose and by index, never advanced, so that
/// episode 10,000 can be made without the 9,999 before it and two uses of one seed do not disturb each other.
/// </summary>
/// <param name="Value">Any number.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>A seed from a number a person writes down.</summary>
    /// <param name="value">Any number.</param>
    public Seed(int value)
        : this(Mix(unchecked((ulong)value))) { }

    /// <summary>A seed from a number a person writes down.</summary>
    /// <param name="value">Any number.</param>
    public static implicit operator Seed(int value) => new(value);

    /// <summary>An independent seed for one purpose, such as "tasks" or "parameters".</summary>
    /// <param name="purpose">What it is for.</param>
    public Seed Split(string purpose)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var c in purpose)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return new(Mix(Value ^ Mix(hash)));
    }

    /// <summary>An independent seed for what another seed drew, such as a batch of tasks.</summary>
    /// <param name="drawn">The other seed.</param>
    public Seed Split(Seed drawn) => At(unchecked((long)drawn.Value));

    /// <summary>An independent seed for one position in a sequence, such as an iteration.</summary>
    /// <param name="index">The position.</param>
    public Seed At(long index) => new(Mix(unchecked(Value + Mix((ulong)index + Golden))));

    /// <summary>
    /// A fresh generator, begun from all 64 bits: other seeds give other numbers. The kit's own
    /// (xoshiro256**), so the numbers of a seed are the same on every machine and with every version of .NET.
    /// </summary>
    public Random Generator() => new Xoshiro(Value);

    /// <summary>By how much SplitMix64's state moves on: 2⁶⁴ over the golden ratio, made odd.</summary>
    internal const ulong Golden = 0x9E3779B97F4A7C15UL;

    /// <summary>
    /// What SplitMix64 (Steele, Lea, Flood 2014) draws next from a state. One-to-one; neighbouring states
    /// give unrelated numbers.
    /// </summary>
    internal static ulong Mix(ulong z)
    {
        unchecked
        {
            z += Golden;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
