namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class ModelSelectionTests
{
    private static readonly Candidate[] Degrees =
    [
        .. Enumerable.Range(0, 9).Select(d => Candidate.Polynomial(d)),
    ];

    private static TaskBatch Polynomial(int degree, Seed seed, int points = 80) =>
        new Polynomials
        {
            Degree = degree,
            Shots = points,
            Noise = 0.2,
            DType = ScalarType.Float64,
        }.Sample(seed, 1);

    [Theory]
    // Either way 80 points are validated on.
    [InlineData(10, 80)]
    [InlineData(1, 160)]
    public void PicksThePlantedDegree(int folds, int points)
    {
        using var scope = NewDisposeScope();
        var selection = new ModelSelection
        {
            Candidates = Degrees,
            Folds = folds,
            HeldOut = 0.5,
            Trainings = 9 * folds + 1,
        };
        var found = Enumerable
            .Range(0, 100)
            .Count(seed =>
                selection.Fit(Polynomial(seed % 7, seed, points), seed).Winner.Name == $"degree {seed % 7}"
            );
        Assert.True(found >= 95, $"{found} of 100");
    }

    [Fact]
    public void TheStandardErrorIsOverFoldsOrOverThePointsHeldOut()
    {
        using var scope = NewDisposeScope();
        var constant = new Candidate("0", 1, (_, _, _, _) => new(Parameters.Empty, (_, x) => zeros_like(x)));
        var data = Polynomial(2, 4);
        double Error(double[] values) =>
            Math.Sqrt(
                values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1) / values.Length
            );
        var selection = new ModelSelection { Candidates = [constant], Trainings = 6 };
        var folded = selection.Fit(data, 1).Trials[0];
        Assert.Equal(5, folded.Scores.Count);
        Assert.Equal(Error([.. folded.Scores]), folded.StandardError, 1e-12);
        var held = (selection with { Folds = 1 }).Fit(data, 1).Trials[0];
        var points = DataSplit.HoldOut(data.SupportX[0], data.SupportY[0], 0.25, ((Seed)1).Split("folds"));
        Assert.Equal(points.QueryY.square().mean().ToDouble(), held.Scores.Single(), 1e-12);
        Assert.Equal(Error(points.QueryY.square().Doubles()), held.StandardError, 1e-12);
    }

    [Fact]
    public void PicksThePlantedWidth()
    {
        using var scope = NewDisposeScope();
        Mlp Width(int hidden) => new(1, hidden, 1) { Activation = Activation.Tanh };
        var selection = new ModelSelection
        {
            Candidates =
            [
                .. new[] { 1, 2, 3 }.Select(w => Candidate.Network(Width(w), Losses.MeanSquaredError)),
            ],
            Trainings = 16,
        };
        var found = Enumerable
            .Range(0, 20)
            .Count(seed =>
                selection.Fit(Steps(1 + seed % 3, seed), seed).Winner.Name == $"1-{1 + seed % 3}-1 tanh"
            );
        Assert.True(found >= 19, $"{found} of 20");
    }

    [Fact]
    public void NothingIsChosenByTheTestData()
    {
        using var scope = NewDisposeScope();
        var data = Polynomial(3, 1);
        var selection = new ModelSelection { Candidates = Degrees };
        var result = selection.Fit(data, 5);
        var other = selection.Fit(new(data.SupportX, data.SupportY, data.QueryX * 7, -data.QueryY), 5);
        Assert.Equal(result.Winner, other.Winner);
        Assert.Equal(result.Trials.Select(t => t.Scores), other.Trials.Select(t => t.Scores));
        Assert.Equal(result.Trials.Select(t => t.Candidate), other.Trials.Select(t => t.Candidate));
        Assert.Equal(
            result.Model.Parameters.Select(p => p.Doubles()),
            other.Model.Parameters.Select(p => p.Doubles())
        );
        Assert.NotEqual(result.TestLoss, other.TestLoss);
        var error = (result.Model.Predict(data.QueryX) - data.QueryY).Doubles().Average(e => e * e);
        Assert.Equal(error, result.TestLoss, 1e-12);
    }

    // A candidate that predicts how far its setting is from the best one, whatever the data are: its score is known.
    private static Candidate Known(string name, double setting, double best, double floor = 0) =>
        new(
            name,
            setting,
            (_, _, given, _) =>
                new(
                    Parameters.Empty,
                    (_, x) => zeros_like(x) + Math.Sqrt(floor + Math.Pow(Math.Log(given / best), 2))
                )
        );

    private static TaskBatch Zeros() =>
        new(
            arange(10, ScalarType.Float64).reshape(1, 10, 1),
            zeros([1, 10, 1], ScalarType.Float64),
            ones([1, 1, 1], ScalarType.Float64),
            zeros([1, 1, 1], ScalarType.Float64)
        );

    [Fact]
    public void TheWinnerIsAdjustedUntilNothingHelps()
    {
        using var scope = NewDisposeScope();
        var selection = new ModelSelection
        {
            Candidates = [Known("far", 1e-6, 0.03), Known("near", 1, 0.03), Known("poor", 1, 1, 100)],
            Trainings = 1000,
        };
        var result = selection.Fit(Zeros(), 1);
        Assert.Equal("near", result.Winner.Name);
        Assert.InRange(result.Winner.Setting, 0.03 / 1.2, 0.03 * 1.2);
        Assert.Equal(SelectionStop.Settled, result.Stop);
        Assert.Equal(result.Trials.Count * 5 + 1, result.Trainings);
        Assert.All(result.Trials.Skip(3), trial => Assert.Equal("near", trial.Candidate.Name));
        Assert.Equal([0, 0, 0, 1, 1, 2, 2], result.Trials.Take(7).Select(trial => trial.Round));
        Assert.Equal([3, 1 / 3.0], result.Trials.Skip(3).Take(2).Select(trial => trial.Candidate.Setting));
    }

    [Fact]
    public void StopsWhereGoodEnoughOrWhereTheBudgetEnds()
    {
        using var scope = NewDisposeScope();
        var selection = new ModelSelection { Candidates = [Known("a", 1, 0.01)], Trainings = 1000 };
        var good = (selection with { GoodEnough = 2 }).Fit(Zeros(), 1);
        Assert.Equal(SelectionStop.GoodEnough, good.Stop);
        Assert.InRange(good.Trials.Min(t => t.Mean), 0, 2);
        Assert.True(good.Trials.SkipLast(2).All(t => t.Mean > 2));
        foreach (var budget in new[] { 6, 15, 16, 25, 26 })
        {
            var result = (selection with { Trainings = budget }).Fit(Zeros(), 1);
            Assert.Equal(SelectionStop.Budget, result.Stop);
            Assert.Equal(6 + (budget - 6) / 10 * 10, result.Trainings);
        }
    }

    [Fact]
    public void APoorLearningRateIsRepaired()
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(1, 3, 1) { Activation = Activation.Tanh };
        var slow = Candidate.Network(model, Losses.MeanSquaredError, rate: 1e-3, iterations: 60, starts: 2);
        var selection = new ModelSelection
        {
            Candidates = [slow],
            Folds = 1,
            Trainings = 12,
        };
        var result = selection.Fit(Steps(2, 3), 1);
        Assert.True(result.Winner.Setting > 5e-3);
        Assert.True(result.Trials.Min(t => t.Mean) < 0.3 * result.Trials[0].Mean);
    }

    [Fact]
    public void PreprocessingIsFittedToTheTrainingPoints()
    {
        using var scope = NewDisposeScope();
        var seen = new List<double[]>();
        var spy = new Candidate(
            "spy",
            1,
            (x, _, _, _) =>
            {
                seen.Add([.. x.mean([1]).Doubles(), .. x.square().mean([1]).Doubles().Select(v => v - 1)]);
                return new(Parameters.Empty, (_, inputs) => inputs);
            }
        );
        new ModelSelection { Candidates = [spy], Trainings = 6 }.Fit(Zeros(), 1);
        Assert.Equal([10, 2], seen.Select(values => values.Length));
        Assert.All(seen.SelectMany(v => v), value => Assert.Equal(0, value, 1e-12));
    }

    [Fact]
    public void DivergenceNeverWinsAndBadSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        var lost = new Candidate("lost", 1, (_, _, _, _) => new(Parameters.Empty, (_, x) => x * double.NaN));
        var selection = new ModelSelection { Candidates = [lost, Known("a", 1, 1)] };
        Assert.Equal("a", selection.Fit(Zeros(), 1).Winner.Name);
        string Error<T>(ModelSelection bad)
            where T : Exception => Assert.ThrowsAny<T>(() => bad.Fit(Zeros(), 1)).Message;
        Assert.Contains(
            "all 1 candidates diverged",
            Error<ArithmeticException>(selection with { Candidates = [lost] })
        );
        Assert.Contains(
            "Candidates.Count is 0",
            Error<ArgumentException>(selection with { Candidates = [] })
        );
        Assert.Contains(
            "Trainings is 10; expected at least 11",
            Error<ArgumentException>(selection with { Trainings = 10 })
        );
        Assert.Contains("Factor is 1; expected", Error<ArgumentException>(selection with { Factor = 1 }));
        Assert.Contains(
            "folds is 11; expected 2 to 10",
            Error<ArgumentException>(selection with { Folds = 11 })
        );
        var two = new Sinusoids { DType = ScalarType.Float64 }.Sample(1, 2);
        Assert.Contains(
            "data.Tasks is 2; expected 1",
            Assert.ThrowsAny<ArgumentException>(() => selection.Fit(two, 1)).Message
        );
    }

    /// <summary>As many steep steps as hidden units are needed: fewer cannot follow them.</summary>
    internal static TaskBatch Steps(int count, Seed seed)
    {
        var random = seed.Generator();
        (double Size, double At)[] steps =
        [
            .. Enumerable
                .Range(0, count)
                .Select(j =>
                    (1 + random.NextDouble(), 4.0 * (j + 0.25 + 0.5 * random.NextDouble()) / count - 2)
                ),
        ];
        Tensor Truth(Tensor x) =>
            steps
                .Select((step, j) => step.Size * (j % 2 * -2 + 1) * ((x - step.At) * 3).tanh())
                .Aggregate((a, b) => a + b);
        Tensor Draw() => random.Uniform(-2, 2, [1, 100, 1]);
        var (support, query) = (Draw(), Draw());
        return new(support, Truth(support) + random.Normal(0, 0.2, [1, 100, 1]), query, Truth(query), Truth);
    }
}
