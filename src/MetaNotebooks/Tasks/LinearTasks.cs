using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Linear regression, y = x·w + b + noise, each task with its own w and b: the family behind the documents' linear
/// models (errata page, D0.6 and D2.4). Inputs are <c>[T, n, d]</c>, targets <c>[T, n, 1]</c>, inputs standard normal.
/// </summary>
public sealed record LinearTasks : ITaskSampler
{
    /// <summary>Input size, d. Default 1.</summary>
    public int Inputs { get; init; } = 1;

    /// <summary>Support points a task, k. Default 10.</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Query points a task. Default 10.</summary>
    public int Queries { get; init; } = 10;

    /// <summary>Mean and standard deviation of each weight. Default (0, 1).</summary>
    public Normal Weight { get; init; } = (0, 1);

    /// <summary>Mean and standard deviation of the bias. Default (0, 1).</summary>
    public Normal Bias { get; init; } = (0, 1);

    /// <summary>Standard deviation of normal noise on all targets. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        var random = seed.Generator();
        var weight = random.Normal(Weight.Mean, Weight.Deviation, [tasks, Inputs, 1], DType);
        var bias = random.Normal(Bias.Mean, Bias.Deviation, [tasks, 1, 1], DType);
        Tensor Truth(Tensor x) => x.matmul(weight) + bias;
        (Tensor, Tensor) Draw(int points)
        {
            var x = random.Normal(0, 1, [tasks, points, Inputs], DType);
            return (x, Truth(x) + random.Normal(0, Noise, [tasks, points, 1], DType));
        }
        var (supportX, supportY) = Draw(Shots);
        var (queryX, queryY) = Draw(Queries);
        return new(supportX, supportY, queryX, queryY, Truth) { Seed = seed };
    }
}
