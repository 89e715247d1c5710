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
            var (keys, gate) = (Keys(), Gate());
            var read = LruMemory.Address(state, keys);
            var write = Memory.WriteWeights(state, gate);
            state = Memory.Write(state, keys, gate, read);
            for (var t = 0; t < 2; t++)
            {
                plain[t].Step(Matrix(keys[t]), gate[t].Doubles());
                Assert.True(
                    Numbers.RelativeError(read[t].Doubles(), [.. plain[t].Read.SelectMany(r => r)]) < 1e-7
                );
                Assert.True(
                    Numbers.RelativeError(write[t].Doubles(), [.. plain[t].Wrote.SelectMany(r => r)]) < 1e-7
                );
                Assert.True(
                    Numbers.RelativeError(state.Rows[t].Doubles(), [.. plain[t].Rows.SelectMany(r => r)])
                        < 1e-7
                );
                Assert.True(Numbers.RelativeError(state.Usage[t].Doubles(), plain[t].Usage) < 1e-7);
            }
        }
    }

    [Fact]
    public void ReadAndWriteWeightsSumToOne()
    {
        using var scope = NewDisposeScope();
        var state = Memory.Begin(Keys(), 2);
        for (var step = 0; step < 10; step++)
        {
            var (keys, gate) = (Keys(), Gate());
            var write = Memory.WriteWeights(state, gate);
            state = Memory.Write(state, keys, gate, LruMemory.Address(state, keys));
            Assert.All(write.sum(-1).Doubles(), sum => Assert.Equal(1, sum, 1e-12));
            Assert.All(write.Doubles(), w => Assert.InRange(w, 0, 1));
            Assert.All(state.ReadWeights.sum(-1).Doubles(), sum => Assert.Equal(1, sum, 1e-12));
        }
    }

    [Fact]
    public void WithTheGateShutEveryHeadTakesTheSlotUnusedForLongest()
    {
        using var scope = NewDisposeScope();
        var state = Memory.Begin(Keys(), 2);
        var shut = zeros([2, Heads, 1], ScalarType.Float64);
        // Nothing is read, so usage is what was written: slots are taken in turn, round and round.
        var nothing = zeros([2, Heads, Slots], ScalarType.Float64);
        for (var step = 0; step < 5; step++)
        {
            var keys = Keys();
            state = Memory.Write(state, keys, shut, nothing);
            var at = step % 2 * Heads;
            Assert.Equal(keys.Doubles(), state.Rows.narrow(1, at, Heads).Doubles());
        }
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

    /// <summary>One memory in plain arithmetic, equations 5–8 of the paper and its cosine addressing (2–4).</summary>
    private sealed class Plain
    {
        public double[][] Rows = [.. Enumerable.Range(0, Slots).Select(_ => new double[Width])];
        public double[] Usage = [.. Enumerable.Range(0, Slots).Select(i => 1e-3 * i / Slots)];
        public double[][] Read =
        [
            .. Enumerable.Range(0, Heads).Select(_ => Enumerable.Repeat(1.0 / Slots, Slots).ToArray()),
        ];
        public double[][] Wrote = [];

        public void Step(double[][] keys, double[] gate)
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
            Read = [.. keys.Select(Softmax)];
            foreach (var slot in least)
                Rows[slot] = new double[Width];
            for (var i = 0; i < Slots; i++)
            {
                for (var j = 0; j < Width; j++)
                    Rows[i][j] += Enumerable.Range(0, Heads).Sum(r => Wrote[r][i] * keys[r][j]);
                Usage[i] = 0.9 * Usage[i] + Read.Sum(w => w[i]) + Wrote.Sum(w => w[i]);
            }
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
