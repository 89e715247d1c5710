using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Polynomials of a planted degree, y = Σ cⱼPⱼ(x) + noise, with Pⱼ the Legendre polynomials: they are orthogonal on
/// [−1, 1], so the degree is visible in the data (its top coefficient is never near 0) instead of drowning in the powers
/// below it. Inputs and targets are <c>[T, n, 1]</c>, inputs uniform in [−1, 1].
/// </summary>
public sealed record Polynomials : ITaskSampler
{
    /// <summary>The degree of every task, at least 0. Default 3.</summary>
    public int Degree { get; init; } = 3;

    /// <summary>Support points a task, k. Default 10.</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Query points a task. Default 10.</summary>
    public int Queries { get; init; } = 10;

    /// <summary>Size of each coefficient cⱼ, uniform, its sign a coin's; Low above 0. Default [0.5, 2].</summary>
    public Uniform<double> Coefficient { get; init; } = (0.5, 2);

    /// <summary>Standard deviation of normal noise on the support targets; queries have none. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Degree, 0, nameof(Degree));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        Require.Positive(Coefficient.Low, nameof(Coefficient));
        var random = seed.Generator();
        long[] shape = [tasks, 1, Degree + 1];
        var size = random.Uniform(Coefficient.Low, Coefficient.High, shape, DType);
        var coefficients = size * random.Uniform(-1, 1, shape, DType).sign();
        Tensor Truth(Tensor x) => (Legendre(x, Degree) * coefficients).sum([2L], keepdim: true);
        var supportX = random.Uniform(-1, 1, [tasks, Shots, 1], DType);
        var queryX = random.Uniform(-1, 1, [tasks, Queries, 1], DType);
        var supportY = Truth(supportX);
        if (Noise > 0)
            supportY += random.Normal(0, Noise, [tasks, Shots, 1], DType);
        return new(supportX, supportY, queryX, Truth(queryX), Truth) { Seed = seed };
    }

    /// <summary>P₀(x) … P_degree(x) by Bonnet's recursion: <c>[…, 1] → […, degree + 1]</c>.</summary>
    /// <param name="x">Inputs, a last dimension of 1.</param>
    /// <param name="degree">The highest, at least 0.</param>
    public static Tensor Legendre(Tensor x, int degree)
    {
        Require.AtLeast(degree, 0, nameof(degree));
        List<Tensor> terms = [ones_like(x), x];
        for (var j = 2; j <= degree; j++)
            terms.Add((x * terms[^1] * (2 * j - 1) - terms[^2] * (j - 1)) / j);
        return Held.Cat(terms.Take(degree + 1), -1);
    }
}
