namespace MetaNotebooks.Tests;

public class LruMemoryTests
{
    private const int Slots = 4,
        Width = 3,
        Heads = 2;
    private static readonly LruMemory Memory = new(Slots, Width, Heads, 0.9);
    private readonly Random random = new(1);

    private Tensor Keys() => random.Normal(0, 1, [2, Heads, Width], ScalarType.Float64);

    private Tensor Gate() => random.Uniform(0, 1, [2, Heads, 1], ScalarType.Float64);

    [Fact]
    public void SixStepsAreTheEquations()
    {
        using var scope = NewDisposeScope();
        var state = Memory.Begin(Keys(), 2);
        var plain = new[] { new Plain(), new Plain() };
        for (var step = 0; step < 6; step++)
        {
            var (keys, added, gate) = (Keys(), Keys(), Gate());
            state = Memory.Step(state, keys, added, gate);
            for (var t = 0; t < 2; t++)
            {
                plain[t].Step(Matrix(keys[t]), Matrix(added[t]), gate[t].Doubles());
                Near(state.ReadWeights[t], plain[t].Read.SelectMany(r => r));
                Near(state.WriteWeights[t], plain[t].Wrote.SelectMany(r => r));
                Near(state.Rows[t], plain[t].Rows.SelectMany(r => r));
                Near(state.Usage[t], plain[t].Usage);
                Near(state.Found[t], plain[t].Found.SelectMany(r => r));
            }
        }
    }

    private static void Near(Tensor actual, IEnumerable<double> expected) =>
        Assert.True(Numbers.RelativeError(actual.Doubles(), [.. expected]) < 1e-7);

    [Fact]
    public void ReadAndWriteWeightsSumToOne()
    {
        using var scope = NewDisposeScope();
        var state = Memory.Begin(Keys(), 2);
        for (var step = 0; step < 10; step++)
        {
            state = Memory.Step(state, Keys(), Keys(), Gate());
            Assert.All(state.WriteWeights.sum(-1).Doubles(), sum => Assert.Equal(1, sum, 1e-12));
            Assert.All(state.WriteWeights.Doubles(), w => Assert.InRange(w, 0, 1));
            Assert.All(state.ReadWeights.sum(-1).Doubles(), sum => Assert.Equal(1, sum, 1e-12));
        }
    }

    [Fact]
    public void WithTheGateShutEveryHeadTakesTheSlotUnusedForLongest()
    {
        using var scope = NewDisposeScope();
        var state = Memory.Begin(Keys(), 2);
        var shut = zeros([2, Heads, 1], ScalarType.Float64);
        // A key of zeros is like no row more than another, so usage is in the order of writing: slots are taken in turn,
        // round and round.
        var even = zeros([2, Heads, Width], ScalarType.Float64);
        for (var step = 0; step < 5; step++)
        {
            var added = Keys();
            state = Memory.Step(state, even, added, shut);
            var at = step % 2 * Heads;
            Assert.Equal(added.Doubles(), state.Rows.narrow(1, at, Heads).Doubles());
        }
    }

    [Fact]
    public void WhatWasJustWrittenCanBeReadInTheSameStep()
    {
        using var scope = NewDisposeScope();
        var (keys, shut) = (Keys(), zeros([2, Heads, 1], ScalarType.Float64));
        var state = Memory.Step(Memory.Begin(keys, 2), keys, keys, shut);
        // Each head's key is its new row, whose cosine is 1; the two rows that are still empty have 0.
        var own = state.ReadWeights.diagonal(0, 1, 2);
        var empty = state.ReadWeights[TensorIndex.Colon, TensorIndex.Colon, ^1];
        Assert.All((own / empty).Doubles(), ratio => Assert.Equal(Math.E, ratio, 1e-6));
    }

    [Fact]
    public void BadSizesAreNamed()
    {
        string Error(LruMemory memory) =>
            Assert.ThrowsAny<ArgumentException>(() => memory.Begin(zeros(1), 1)).Message;
        Assert.Contains("Slots is 1; expected at least 2", Error(new(1, 3, 2)));
        Assert.Contains("Decay is 1; expected a number in [0, 1)", Error(new(3, 3, 2, 1)));
    }

    private static double[][] Matrix(Tensor m) =>
        [.. Enumerable.Range(0, (int)m.shape[0]).Select(i => m[i].Doubles())];

    /// <summary>
    /// One memory in plain arithmetic: the paper's writing, then its cosine addressing and its reading, of M_t both.
    /// </summary>
    private sealed class Plain
    {
        public double[][] Rows = [.. Enumerable.Range(0, Slots).Select(_ => new double[Width])];
        public double[] Usage = [.. Enumerable.Range(0, Slots).Select(i => 1e-3 * i / Slots)];
        public double[][] Read =
        [
            .. Enumerable.Range(0, Heads).Select(_ => Enumerable.Repeat(1.0 / Slots, Slots).ToArray()),
        ];
        public double[][] Wrote = [];

        public double[][] Found = [];

        public void Step(double[][] keys, double[][] added, double[] gate)
        {
            var least = Enumerable.Range(0, Slots).OrderBy(i => Usage[i]).Take(Heads).ToArray();
            Wrote =
            [
                .. Enumerable
                    .Range(0, Heads)
                    .Select(r =>
                        Read[r].Select((w, i) => gate[r] * w + (least[r] == i ? 1 - gate[r] : 0)).ToArray()
                    ),
            ];
            foreach (var slot in least)
                Rows[slot] = new double[Width];
            for (var i = 0; i < Slots; i++)
            for (var j = 0; j < Width; j++)
                Rows[i][j] += Enumerable.Range(0, Heads).Sum(r => Wrote[r][i] * added[r][j]);
            Read = [.. keys.Select(Softmax)];
            for (var i = 0; i < Slots; i++)
                Usage[i] = 0.9 * Usage[i] + Read.Sum(w => w[i]) + Wrote.Sum(w => w[i]);
            Found =
            [
                .. Read.Select(read =>
                    Enumerable
                        .Range(0, Width)
                        .Select(j => Rows.Select((row, i) => read[i] * row[j]).Sum())
                        .ToArray()
                ),
            ];
        }

        private double[] Softmax(double[] key)
        {
            static double Length(double[] v) => Math.Sqrt(v.Sum(x => x * x));
            var likeness = Rows.Select(row =>
                    Math.Exp(
                        row.All(x => x == 0)
                            ? 0
                            : row.Zip(key, (a, b) => a * b).Sum() / Length(row) / Length(key)
                    )
                )
                .ToArray();
            return [.. likeness.Select(e => e / likeness.Sum())];
        }
    }
}
