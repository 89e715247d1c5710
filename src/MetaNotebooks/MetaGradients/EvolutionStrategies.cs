using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The meta-gradient without derivatives: what is learned is moved a little, there and back, and losses say which way was
/// better (antithetic evolution strategies; Salimans et al. 2017). The loss is the mean along the adaptation, as for
/// <see cref="TruncatedUnrolls"/>; the gradient is that of the loss with what is learned blurred by σ.
/// </summary>
/// <remarks>
/// <para>An adaptation is cut into unrolls of a few steps. By default each begins where the unmoved one came to, so that what
/// a change does beyond its own unroll is not seen: a bias towards what pays soon. Persistent evolution strategies
/// (Vicol, Metz, Sohl-Dickstein 2021, algorithm 2) let every moved copy go on from where it is, and weigh a loss by
/// the sum of all moves that led to it: no bias, for more noise.</para>
/// <para>The paper updates after every unroll; here one update is made of the sum over an adaptation's unrolls.</para>
/// </remarks>
/// <param name="Deviation">σ, the standard deviation of every move, above 0. Default 0.01.</param>
/// <param name="Pairs">How many moves there and back, at least 1. Default 1.</param>
/// <param name="Length">Steps an unroll, at least 1. Default 20.</param>
public sealed record EvolutionStrategies(double Deviation = 0.01, int Pairs = 1, int Length = 20)
    : IMetaGradientEstimator
{
    /// <summary>Whether moved copies go on from unroll to unroll. Default false.</summary>
    public bool Persistent { get; init; }

    /// <inheritdoc/>
    public MetaGradient Estimate(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        Require.Positive(Deviation, nameof(Deviation));
        Require.AtLeast(Pairs, 1, nameof(Pairs));
        Require.AtLeast(Length, 1, nameof(Length));
        Require.AtLeast(learner.Steps, 1, nameof(learner.Steps));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var random = tasks.Seed.Split("moves").Generator();
        var at = meta.Detached();
        var losses = zeros([tasks.Tasks], at.Count > 0 ? at[0].dtype : tasks.SupportX.dtype);
        var gradients = at.Zeros();
        var middle = Place.First;
        var pairs = Enumerable
            .Range(0, Pairs)
            .Select(_ => (There: Place.First, Back: Place.First, Moved: at.Zeros()))
            .ToArray();
        for (var done = 0; done < learner.Steps; done += Length)
        {
            using var unroll = NewDisposeScope();
            var before = Kept();
            for (var i = 0; i < Pairs; i++)
            {
                var move = at.Map(part => random.Normal(0, Deviation, part.shape, part.dtype));
                var (there, back, moved) = pairs[i];
                var (up, upper) = Unroll(at + move, Persistent ? there : middle, done);
                var (down, lower) = Unroll(at - move, Persistent ? back : middle, done);
                var behind = Persistent ? moved + move : move;
                var slope = (up - down).mean() / (2 * Deviation * Deviation * Pairs);
                gradients += slope * behind;
                losses += (up + down) / (2 * Pairs);
                pairs[i] = Persistent ? (upper, lower, behind) : pairs[i];
            }
            if (!Persistent)
                middle = Unroll(at, middle, done).After;
            var after = Kept();
            unroll.MoveToOuter(after);
            // Where the last unroll ended is not needed any more: memory does not grow with the number of unrolls.
            Held.Leave(before, after);
        }
        scope.MoveToOuter([losses, .. gradients]);
        return new(losses, gradients);

        Tensor[] Kept() =>
            [
                losses,
                .. gradients,
                .. middle.All,
                .. pairs.SelectMany(pair => pair.There.All.Concat(pair.Back.All).Concat(pair.Moved)),
            ];

        // A share of the mean over all steps, however many this unroll has.
        (Tensor Losses, Place After) Unroll(Parameters learned, Place from, int done)
        {
            // One adaptation's steps are held at a time.
            using var own = NewDisposeScope();
            var (theta, rho) = learner.Parts(learned, tasks);
            var run = Adaptation.Run(
                learner.Model,
                learner.Loss,
                learner.Rule,
                from.Moved is null ? theta : theta.With(from.Moved),
                rho,
                tasks.SupportX,
                tasks.SupportY,
                Math.Min(Length, learner.Steps - done),
                state: from.State
            );
            var each = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY)[1..];
            var share = each.sum([0L]) / learner.Steps;
            var end = new Place(run.Final.Only(learner.Rule.Moves), run.State);
            own.MoveToOuter([share, .. end.All]);
            return (share, end);
        }
    }

    // Where an adaptation stands between two unrolls; what the rule does not move is learned, and the same in all.
    private sealed record Place(Parameters? Moved, Parameters? State)
    {
        public static Place First { get; } = new(null, null);

        public IEnumerable<Tensor> All => (Moved ?? Parameters.Empty).Concat(State ?? Parameters.Empty);
    }
}
