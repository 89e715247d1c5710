using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Model selection and adjustment (errata page, D0.2), the document's seven steps: preprocess, initialise several models, train,
/// evaluate, select, adjust the selected, repeat until good enough.
/// </summary>
public sealed record ModelSelection
{
    // An adjustment by less than this changes nothing worth a training.
    private const double SmallestFactor = 1.2;

    /// <summary>The candidates, the simplest first: of candidates that are as good, the first is taken.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>What is compared; lower is better. Default the mean squared error.</summary>
    public TaskLoss Criterion { get; init; } = Losses.MeanSquaredError;

    /// <summary>
    /// Folds of the cross-validation; 1 holds out a share once instead. Default 5. The simplest candidate within
    /// one standard error of the best is selected (Breiman et al. 1984).
    /// </summary>
    public int Folds { get; init; } = 5;

    /// <summary>Share held out where <see cref="Folds"/> is 1, in (0, 1). Default 0.25.</summary>
    public double HeldOut { get; init; } = 0.25;

    /// <summary>The budget: how many trainings, those of folds and the last counted. Default 100.</summary>
    public int Trainings { get; init; } = 100;

    /// <summary>The criterion that is good enough to stop at, at least 0. Default 0: adjust until nothing helps.</summary>
    public double GoodEnough { get; init; }

    /// <summary>
    /// By how much adjustment multiplies and divides the setting at first, above 1; its root is taken where neither
    /// helps. Default 3.
    /// </summary>
    public double Factor { get; init; } = 3;

    /// <summary>Selects, adjusts, and fits the winner to all points given for choosing.</summary>
    /// <param name="data">One data set: the support set to choose by, the query set to test on at the very end.</param>
    /// <param name="seed">Where the folds and initial parameters come from.</param>
    /// <exception cref="ArithmeticException">Every candidate diverged.</exception>
    public SelectionResult Fit(TaskBatch data, Seed seed)
    {
        Check(data);
        using var scope = NewDisposeScope();
        var (x, y) = (data.SupportX, data.SupportY);
        var folds =
            Folds == 1
                ? DataSplit.HoldOut(x[0], y[0], HeldOut, seed.Split("folds"))
                : DataSplit.Folds(x[0], y[0], Folds, seed.Split("folds"));
        List<SelectionTrial> trials = [.. Candidates.Select(candidate => Try(candidate, 0, folds, seed))];
        var best = Simplest(trials);
        var stop = Adjust(ref best, trials, folds, seed);
        var model = Fit(best.Candidate, x, y, seed);
        var test = Require
            .PerTask(Criterion.Of(model.Predict(data.QueryX), data.QueryY), data.Tasks, nameof(Criterion))
            .mean()
            .ToDouble();
        scope.MoveToOuter(model.Parameters);
        return new(best.Candidate, model, trials, trials.Count * Folds + 1, stop, test);
    }

    private SelectionStop Adjust(
        ref SelectionTrial best,
        List<SelectionTrial> trials,
        TaskBatch folds,
        Seed seed
    )
    {
        var factor = Factor;
        for (var round = 1; ; round++)
        {
            if (best.Mean <= GoodEnough)
                return SelectionStop.GoodEnough;
            if (factor < SmallestFactor)
                return SelectionStop.Settled;
            if ((trials.Count + 2) * Folds + 1 > Trainings)
                return SelectionStop.Budget;
            var (start, adjusted) = (best.Candidate, new List<SelectionTrial>());
            foreach (var setting in new[] { start.Setting * factor, start.Setting / factor })
                adjusted.Add(Try(start with { Setting = setting }, round, folds, seed));
            trials.AddRange(adjusted);
            var better = adjusted.MinBy(trial => trial.Mean)!;
            if (better.Mean < best.Mean)
                best = better;
            else
                factor = Math.Sqrt(factor);
        }
    }

    private SelectionTrial Try(Candidate candidate, int round, TaskBatch folds, Seed seed)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var model = Fit(candidate, folds.SupportX, folds.SupportY, seed);
        var prediction = model.Predict(folds.QueryX);
        var scores = Scores(prediction, folds.QueryY);
        // A single split has no folds to compare: there each point held out counts as one.
        var spread =
            scores.Length > 1 ? scores : Scores(prediction.transpose(0, 1), folds.QueryY.transpose(0, 1));
        var error = spread.Length > 1 ? Interval.StandardError(spread) : 0;
        return new(candidate, round, scores, error);
    }

    private double[] Scores(Tensor prediction, Tensor target)
    {
        var each = Require.PerTask(Criterion.Of(prediction, target), target.shape[0], nameof(Criterion));
        var scores = Held.Numbers<double>(each.to(ScalarType.Float64));
        return [.. scores.Select(score => double.IsFinite(score) ? score : double.PositiveInfinity)];
    }

    // Preprocessing is part of what is fitted: its statistics come from the same points as the model.
    private static Fitted Fit(Candidate candidate, Tensor x, Tensor y, Seed seed)
    {
        var statistics = Standardisation.Fit(x);
        var model = candidate.Fit(
            Standardisation.Apply(statistics, x),
            y,
            candidate.Setting,
            seed.Split("parameters")
        );
        return new(
            Parameters.Join(("inputs", statistics), ("model", model.Parameters)),
            (parameters, inputs) =>
                model.Forward(
                    parameters.PartOrEmpty("model"),
                    Standardisation.Apply(parameters.Part("inputs"), inputs)
                )
        );
    }

    private static SelectionTrial Simplest(List<SelectionTrial> trials)
    {
        var best = trials.MinBy(trial => trial.Mean)!;
        if (double.IsInfinity(best.Mean))
            throw new ArithmeticException(
                $"Model selection: the training of all {trials.Count} candidates diverged; expected a finite "
                    + "criterion from one at least. Lower their learning rates."
            );
        return trials.First(trial => trial.Mean <= best.Mean + best.StandardError);
    }

    private void Check(TaskBatch data)
    {
        Require.AtLeast(Candidates.Count, 1, "Candidates.Count");
        Require.AtLeast(Folds, 1, nameof(Folds));
        Require.AtLeast(Trainings, Candidates.Count * Folds + 1, nameof(Trainings));
        Require.Between(data.Tasks, 1, 1, "data.Tasks");
        Require.Table(data.SupportX, "data.SupportX");
        if (!(Factor > 1) || !double.IsFinite(Factor))
            throw new ArgumentOutOfRangeException(
                nameof(Factor),
                $"Factor is {Factor}; expected a finite number above 1."
            );
    }
}
