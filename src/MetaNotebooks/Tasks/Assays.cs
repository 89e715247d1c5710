using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Simulated assays: compounds as binary fingerprints <c>[T, n, bits]</c>, each task a biological target to which they
/// are more or less active. The chemistry, which bits go together as a substructure, is shared by all targets and
/// comes from its own seed; a target is a sparse linear rule on how much of each substructure a compound has. So few
/// measured compounds are enough for whoever knows the chemistry.
/// </summary>
public sealed record Assays : ITaskSampler
{
    private const int MostDraws = 1000;

    /// <summary>Compounds measured, k. Default 10.</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Compounds to be judged on. Default 20.</summary>
    public int Queries { get; init; } = 20;

    /// <summary>Length of a fingerprint, at least 16. Default 64.</summary>
    public int Bits { get; init; } = 64;

    /// <summary>Substructures, at least 1. Default 8.</summary>
    public int Substructures { get; init; } = 8;

    /// <summary>Bits of each substructure, from 1 to <see cref="Bits"/>. Default 6.</summary>
    public int SubstructureBits { get; init; } = 6;

    /// <summary>Substructures that matter to a target, from 1 to <see cref="Substructures"/>. Default 2.</summary>
    public int Relevant { get; init; } = 2;

    /// <summary>Share of a compound's bits that are flipped at random, in [0, 1). Default 0.05.</summary>
    public double Flipped { get; init; } = 0.05;

    /// <summary>
    /// Whether targets are classes, int64 <c>[T, n]</c> with 1 for active, instead of activities <c>[T, n, 1]</c>. A
    /// compound is active above the activity half way between none and all of the target's substructures. Default false.
    /// </summary>
    public bool Classes { get; init; }

    /// <summary>Standard deviation of normal noise on measured activities; queries have none. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Where the chemistry comes from, shared by all targets. Default 0.</summary>
    public Seed Chemistry { get; init; } = 0;

    /// <summary>Type of fingerprints and activities: Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <summary>Which bits make up each substructure: 0 or 1, <c>[substructures, bits]</c>.</summary>
    public Tensor SubstructureMatrix()
    {
        Require.AtLeast(Bits, 16, nameof(Bits));
        Require.AtLeast(Substructures, 1, nameof(Substructures));
        Require.Between(SubstructureBits, 1, Bits, nameof(SubstructureBits));
        var random = Chemistry.Split("chemistry").Generator();
        var rows = new double[Substructures * Bits];
        for (var s = 0; s < Substructures; s++)
            foreach (
                var bit in Enumerable.Range(0, Bits).OrderBy(_ => random.NextDouble()).Take(SubstructureBits)
            )
                rows[s * Bits + bit] = 1;
        return tensor(rows, [Substructures, Bits], DType);
    }

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        Require.Between(Relevant, 1, Substructures, nameof(Relevant));
        Require.Fraction(Flipped, nameof(Flipped));
        var substructures = SubstructureMatrix();
        var random = seed.Generator();
        var rule = Rules(random, tasks);
        // Activity of each bit: the target's weight of every substructure it belongs to, shared among that one's bits.
        var bits = matmul(rule, substructures).transpose(1, 2) / SubstructureBits;
        var threshold = rule.sum([2L], keepdim: true) / 2;
        Tensor Judge(Tensor activity) =>
            Classes ? activity.gt(threshold).to(ScalarType.Int64).squeeze(-1) : activity;
        Tensor Truth(Tensor x) => Judge(matmul(x, bits));
        var compounds = Compounds(random, substructures, tasks);
        var supportX = compounds.narrow(1, 0, Shots);
        var queryX = compounds.narrow(1, Shots, Queries);
        var measured = matmul(supportX, bits);
        if (Noise > 0)
            measured += random.Normal(0, Noise, [tasks, Shots, 1], DType);
        return new(supportX, Judge(measured), queryX, Truth(queryX), Truth) { Seed = seed };
    }

    // Weights of each target's relevant substructures, of size 1 to 2 and either sign: [T, 1, substructures].
    private Tensor Rules(Random random, int tasks)
    {
        var rules = new double[tasks * Substructures];
        for (var t = 0; t < tasks; t++)
            foreach (
                var s in Enumerable.Range(0, Substructures).OrderBy(_ => random.NextDouble()).Take(Relevant)
            )
                rules[t * Substructures + s] = (1 + random.NextDouble()) * (random.Next(2) * 2 - 1);
        return tensor(rules, [tasks, 1, Substructures], DType);
    }

    // Each substructure is in half of the compounds; no compound is twice in a task.
    private Tensor Compounds(Random random, Tensor substructures, int tasks)
    {
        var members = Held.Numbers<double>(substructures.to(ScalarType.Float64));
        var perTask = Shots + Queries;
        var all = new double[tasks * perTask * Bits];
        for (var t = 0; t < tasks; t++)
        {
            var seen = new HashSet<string>();
            for (var (c, draws) = (0, 0); c < perTask; )
            {
                if (++draws > MostDraws + 100 * perTask)
                    throw new ArgumentException(
                        $"Bits is {Bits} and Flipped {Flipped}: too few different compounds; expected "
                            + $"{perTask} (Shots + Queries) a task."
                    );
                var compound = all.AsSpan((t * perTask + c) * Bits, Bits);
                Draw(random, members, compound);
                if (seen.Add(string.Concat(compound.ToArray())))
                    c++;
            }
        }
        return tensor(all, [tasks, perTask, Bits], DType);
    }

    private void Draw(Random random, double[] members, Span<double> compound)
    {
        compound.Clear();
        for (var s = 0; s < Substructures; s++)
            if (random.Next(2) == 1)
                for (var bit = 0; bit < Bits; bit++)
                    compound[bit] = Math.Max(compound[bit], members[s * Bits + bit]);
        for (var bit = 0; bit < Bits; bit++)
            if (random.NextDouble() < Flipped)
                compound[bit] = 1 - compound[bit];
    }
}
