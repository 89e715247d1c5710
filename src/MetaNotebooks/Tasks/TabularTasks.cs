using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Tables with two classes, each task a data set of its own kind: which features are useful, and how the classes
/// depend on them, are planted; the other features are noise. Inputs are <c>[T, n, d]</c>, standard normal; targets
/// int64 <c>[T, n]</c>. For learning which strategy suits which data set (errata page, D3.1–D3.2).
/// </summary>
public sealed record TabularTasks : ITaskSampler
{
    /// <summary>Points to learn from. Default 60.</summary>
    public int Shots { get; init; } = 60;

    /// <summary>Points to be judged on. Default 100.</summary>
    public int Queries { get; init; } = 100;

    /// <summary>Features, d; at least 2. Default 8.</summary>
    public int Features { get; init; } = 8;

    /// <summary>Range of the number of useful features, uniform; within 2 to d. Default [2, 4].</summary>
    public Uniform<int> Useful { get; init; } = (2, 4);

    /// <summary>The kinds, each data set of one of them at random. Default all.</summary>
    public IReadOnlyList<TabularKind> Kinds { get; init; } = Enum.GetValues<TabularKind>();

    /// <summary>Share of the support's classes that are flipped, in [0, 1); queries have none flipped. Default 0.</summary>
    public double Flipped { get; init; }

    /// <summary>Type of the inputs: Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        Require.AtLeast(Features, 2, nameof(Features));
        Require.Between(Useful.Low, 2, Features, "Useful.Low");
        Require.Between(Useful.High, Useful.Low, Features, "Useful.High");
        Require.AtLeast(Kinds.Count, 1, "Kinds.Count");
        Require.Fraction(Flipped, nameof(Flipped));
        var (kinds, useful, weights) = Plant(seed.Split("rules").Generator(), tasks);
        Tensor Truth(Tensor x) => Score(kinds, useful, weights, x).gt(0).to(ScalarType.Int64);
        var random = seed.Split("points").Generator();
        var supportX = random.Normal(0, 1, [tasks, Shots, Features], DType);
        var queryX = random.Normal(0, 1, [tasks, Queries, Features], DType);
        var supportY = Truth(supportX);
        if (Flipped > 0)
        {
            var flip = random.Uniform(0, 1, [tasks, Shots], DType).lt(Flipped).to(ScalarType.Int64);
            supportY = (supportY - flip).abs();
        }
        return new(supportX, supportY, queryX, Truth(queryX), Truth) { Seed = seed };
    }

    /// <summary>The kind of each data set that <see cref="Sample"/> gives, in order.</summary>
    /// <param name="seed">The seed given to it.</param>
    /// <param name="tasks">The count given to it.</param>
    public IReadOnlyList<TabularKind> KindsOf(Seed seed, int tasks)
    {
        Require.AtLeast(Kinds.Count, 1, "Kinds.Count");
        var random = seed.Split("rules").Generator();
        return [.. Enumerable.Range(0, tasks).Select(_ => Kinds[random.Next(Kinds.Count)])];
    }

    // One-hot kinds [T, 1, kinds]; the useful features in a random order, one-hot, [T, d, d] (columns of zeros beyond
    // them); unit weights of them [T, d, 1].
    private (Tensor Kinds, Tensor Useful, Tensor Weights) Plant(Random random, int tasks)
    {
        var all = Enum.GetValues<TabularKind>().Length;
        var kinds = new double[tasks * all];
        for (var t = 0; t < tasks; t++)
            kinds[t * all + (int)Kinds[random.Next(Kinds.Count)]] = 1;
        var useful = new double[tasks * Features * Features];
        var weights = new double[tasks * Features];
        for (var t = 0; t < tasks; t++)
        {
            var count = random.Next(Useful.Low, Useful.High + 1);
            var order = Enumerable.Range(0, Features).OrderBy(_ => random.NextDouble()).ToArray();
            for (var i = 0; i < count; i++)
            {
                useful[(t * Features + order[i]) * Features + i] = 1;
                weights[t * Features + i] =
                    (random.Next(2) * 2 - 1) * (1 + random.NextDouble()) / (1.5 * Math.Sqrt(count));
            }
        }
        return (
            tensor(kinds, [tasks, 1, all], DType),
            tensor(useful, [tasks, Features, Features], DType),
            tensor(weights, [tasks, Features, 1], DType)
        );
    }

    // Every kind's score of every point, and of these the one of the task's kind: no loop over tasks.
    private Tensor Score(Tensor kinds, Tensor useful, Tensor weights, Tensor x)
    {
        var seen = matmul(x, useful);
        var sum = matmul(seen, weights).squeeze(-1);
        var pairs = seen.narrow(2, 0, Features - 1) * seen.narrow(2, 1, Features - 1);
        var product = weights.narrow(1, 0, 1).squeeze(-1).sign() * pairs.sum([2L]);
        // Half of the standard normal points lie within: the median of a χ² of k degrees is about k(1 − 2/(9k))³.
        var degrees = useful.sum([1L, 2L]).unsqueeze(-1);
        var sphere = degrees * (1 - 2 / (9 * degrees)).pow(3) - seen.square().sum([2L]);
        return (Held.Stack([sum, product, sphere, (3 * sum).sin()], -1) * kinds).sum([2L]);
    }
}
