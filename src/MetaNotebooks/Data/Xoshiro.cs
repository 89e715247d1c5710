using System.Buffers.Binary;
using System.Numerics;

namespace MetaNotebooks;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna 2021) as a <see cref="Random"/>, begun from all 64 bits of
/// a seed: .NET's own takes no more than 31, of which some thousand batches already have two alike.
/// </summary>
/// <remarks>
/// Its state is four outputs of SplitMix64, as its authors advise. The first number drawn is a one-to-one
/// function of the seed, so no two seeds give the same sequence. Every method is written out here, so that a
/// seed's numbers do not depend on the version of .NET.
/// </remarks>
internal sealed class Xoshiro : Random
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public Xoshiro(ulong seed)
        : this(SplitMix(seed, 1), SplitMix(seed, 2), SplitMix(seed, 3), SplitMix(seed, 4)) { }

    /// <summary>A generator in a given state, not all of it zero.</summary>
    public Xoshiro(ulong s0, ulong s1, ulong s2, ulong s3) =>
        (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(unchecked(s1 * 5), 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public override float NextSingle() => (NextBits() >> 40) * (1f / (1 << 24));

    protected override double Sample() => NextDouble();

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked(minValue + (long)Below((ulong)(maxValue - minValue)));
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bits, NextBits());
            var count = Math.Min(bits.Length, buffer.Length);
            bits[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    // Every number below the count equally often (Lemire 2019): the few draws that would favour some are
    // drawn again.
    private ulong Below(ulong count)
    {
        if (count < 2)
            return 0;
        var high = Math.BigMul(NextBits(), count, out var low);
        if (low < count)
            for (var least = unchecked(0 - count) % count; low < least; )
                high = Math.BigMul(NextBits(), count, out low);
        return high;
    }

    // The index-th output of SplitMix64 (Steele, Lea, Flood 2014) from a state.
    private static ulong SplitMix(ulong state, ulong index) =>
        Seed.Mix(unchecked(state + (index - 1) * Seed.Golden));
}
