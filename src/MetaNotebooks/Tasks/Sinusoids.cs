using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Sinusoid regression, y = A sin(x − φ): the family of the MAML paper (Finn et al. 2017, section 5.1) by default, of
/// Reptile as <see cref="Reptile"/>. Inputs and targets are <c>[T, n, 1]</c>.
/// </summary>
public sealed record Sinusoids : ITaskSampler
{
    /// <summary>
    /// Reptile's family (Nichol et al. 2018): every phase, φ in [0, 2π], and 50 support points to train on. Its points
    /// are drawn anew for each task, where the paper's program has 50 in a row.
    /// </summary>
    public static Sinusoids Reptile { get; } = new() { Shots = 50, Phase = (0, 2 * Math.PI) };

    /// <summary>Support points a task, k. Default 10.</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Query points a task. Default 10.</summary>
    public int Queries { get; init; } = 10;

    /// <summary>Range of the amplitude A, uniform. Default [0.1, 5].</summary>
    public Uniform<double> Amplitude { get; init; } = (0.1, 5);

    /// <summary>Range of the phase φ in radians, uniform. Default [0, π].</summary>
    public Uniform<double> Phase { get; init; } = (0, Math.PI);

    /// <summary>Range of the inputs, uniform. Default [−5, 5].</summary>
    public Uniform<double> X { get; init; } = (-5, 5);

    /// <summary>Standard deviation of normal noise on the support targets; queries have none. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        var random = seed.Generator();
        var amplitude = random.Uniform(Amplitude.Low, Amplitude.High, [tasks, 1, 1], DType);
        var phase = random.Uniform(Phase.Low, Phase.High, [tasks, 1, 1], DType);
        // In place, since drawing is a good part of the time of training on so small tasks.
        Tensor Truth(Tensor x) => (x - phase).sin_().mul_(amplitude);
        var supportX = random.Uniform(X.Low, X.High, [tasks, Shots, 1], DType);
        var queryX = random.Uniform(X.Low, X.High, [tasks, Queries, 1], DType);
        var supportY = Truth(supportX);
        if (Noise > 0)
            supportY += random.Normal(0, Noise, [tasks, Shots, 1], DType);
        return new(supportX, supportY, queryX, Truth(queryX), Truth) { Seed = seed };
    }
}
