using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The best that any learner can do on <see cref="Sinusoids"/> with noise: Bayes' rule over a grid of amplitudes and phases,
/// with the family's own ranges and noise. It predicts the posterior mean, which has the least expected squared error that
/// there is; nothing is learned.
/// </summary>
/// <param name="Family">The family; its <see cref="Sinusoids.Noise"/> is above 0.</param>
public sealed record SinusoidPosterior(Sinusoids Family) : ILearner
{
    /// <summary>
    /// Amplitudes, and as many phases, of the grid; at least 2. Default 200. A grid must be fine beside the noise: the ranges
    /// over this number well below σ.
    /// </summary>
    public int Grid { get; init; } = 200;

    /// <inheritdoc/>
    public string Name => "exact posterior";

    /// <summary>No tensors.</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) => Parameters.Empty;

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        var adaptation = Adapt(meta, tasks.SupportX, tasks.SupportY, 1);
        return new(
            Losses.MeanSquaredError.Of(adaptation.Predict(1, tasks.QueryX), tasks.QueryY),
            Parameters.Empty
        );
    }

    /// <summary>All steps but the one before the first, which knows the family alone, are the same.</summary>
    /// <returns>An <see cref="IDistributionAdaptation"/>, of the sinusoid itself, without noise.</returns>
    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Require.AtLeast(Grid, 2, nameof(Grid));
        Require.Positive(Family.Noise, nameof(Family.Noise));
        ArgumentNullException.ThrowIfNull(meta);
        if (meta.Count > 0)
            throw new ArgumentException($"meta is {meta}; expected no parameters.", nameof(meta));
        Points(supportX, nameof(supportX));
        Require.Leading(supportY, nameof(supportY), supportX.shape[..2]);
        Points(supportY, nameof(supportY));
        using var scope = NewDisposeScope();
        var (amplitudes, phases) = (Middles(Family.Amplitude), Middles(Family.Phase));
        var x = supportX.to(ScalarType.Float64);
        var y = supportY.to(ScalarType.Float64);
        // Σ(y − A sin(x − φ))² but for Σy², which is the same for all: [T, phases, amplitudes].
        var waves = (x - phases).sin();
        var along = (y * waves).sum([1L]).unsqueeze(-1);
        var squares = waves.square().sum([1L]).unsqueeze(-1);
        var misfit = amplitudes.square() * squares - 2 * amplitudes * along;
        var weights = (-misfit / (2 * Family.Noise * Family.Noise)).flatten(1).softmax(-1).view(misfit.shape);
        var adaptation = new Posterior(steps, supportX, amplitudes, phases, weights);
        scope.MoveToOuter([amplitudes, phases, weights]);
        return adaptation;
    }

    private static void Points(Tensor given, string name)
    {
        var shape = Require.Batched(given, name);
        if (shape.Length != 3 || shape[2] != 1 || !given.is_floating_point())
            throw new ArgumentException(
                $"{name} is {given.dtype} of shape [{string.Join(", ", shape)}]; expected numbers [T, n, 1].",
                name
            );
    }

    // The middles of equal cells, each of which stands for its cell.
    private Tensor Middles(Uniform<double> range) =>
        range.Low + (range.High - range.Low) * (arange(Grid, dtype: ScalarType.Float64) + 0.5) / Grid;

    private sealed record Posterior(
        int Steps,
        Tensor SupportX,
        Tensor Amplitudes,
        Tensor Phases,
        Tensor Weights
    ) : IDistributionAdaptation
    {
        public bool Repeats(int step) => step > 1;

        public Tensor Predict(int step, Tensor x)
        {
            var waves = Waves(step, x);
            var amplitudes = (At(step) * Amplitudes).sum([-1L]).unsqueeze(-1);
            return waves.matmul(amplitudes).to(x.dtype);
        }

        public Tensor Cumulative(int step, Tensor x, Tensor y)
        {
            var waves = Waves(step, x).unsqueeze(-1);
            Require.Leading(y, nameof(y), x.shape[..2]);
            var aims = y.to(ScalarType.Float64).unsqueeze(-1);
            // One point at a time: a grid a point of a task is large.
            return Held.Cat(
                    Enumerable
                        .Range(0, (int)x.shape[1])
                        .Select(i =>
                        {
                            using var scope = NewDisposeScope();
                            var below = (waves.narrow(1, i, 1).squeeze(1) * Amplitudes)
                                .le(aims.narrow(1, i, 1).squeeze(1))
                                .to(ScalarType.Float64);
                            return (At(step) * below)
                                .sum([1L, 2L])
                                .view([-1, 1, 1])
                                .MoveToOuterDisposeScope();
                        }),
                    1
                )
                .to(x.dtype);
        }

        private Tensor At(int step) => step > 0 ? Weights : full_like(Weights, 1.0 / Weights[0].numel());

        private Tensor Waves(int step, Tensor x)
        {
            Require.Query(step, Steps, x, SupportX.shape[0]);
            Points(x, nameof(x));
            return (x.to(ScalarType.Float64) - Phases).sin();
        }
    }
}
