using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Random convex quadratics, f(θ) = ‖Wθ − y‖², with W and y standard normal: what Andrychowicz et al. (2016, section
/// 3.1) train and judge learned optimisers on. As a task batch, W is the inputs <c>[T, n, d]</c>, y the targets
/// <c>[T, n, 1]</c>, the model <c>Linear(d, 1) { Bias = false }</c> has θ <c>[d, 1]</c>, and its mean squared error is
/// f(θ)/n.
/// </summary>
/// <remarks>
/// The question is how fast f falls, not how it generalises, and y has nothing that other rows would share: so the
/// query set is the support set.
/// </remarks>
public sealed record Quadratics : ITaskSampler
{
    /// <summary>Numbers in θ, d. Default 10 (the paper's).</summary>
    public int Inputs { get; init; } = 10;

    /// <summary>Rows of W, n. Default 10 (the paper's).</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Shots, 1, nameof(Shots));
        var random = seed.Generator();
        var x = random.Normal(0, 1, [tasks, Shots, Inputs], DType);
        var y = random.Normal(0, 1, [tasks, Shots, 1], DType);
        return new(x, y, x, y) { Seed = seed };
    }
}
