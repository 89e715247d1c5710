namespace MetaNotebooks.Tests;

/// <summary>What judges and what selects: learners, candidates, strategies, regularised risks.</summary>
internal static class EvaluatorParts
{
    public static IEnumerable<Part> All =>
        [
            .. LearnerParts.Learners.Select(one => new Part(one.Learner.Name, () => Judged(one))),
            new("accuracy by instance", Instances),
            new("nearest description", Described),
            new("model selection", Selected),
            new("strategies", Strategies),
            new("risks", Risks),
            new("finalists", Finalists),
        ];

    private static IEnumerable<double[]> Judged(LearnerCase one)
    {
        var metric =
            one.Family.Sample(1, 1).QueryY.dtype == ScalarType.Int64
                ? Losses.Accuracy
                : Losses.MeanSquaredError;
        var meta = one.Learner.Init(1, ScalarType.Float64);
        var judged = Evaluator.Evaluate(one.Learner, meta, one.Family, metric, 3, 4, steps: 2, atOnce: 3);
        return judged.Values.Select(values => values.ToArray());
    }

    private static IEnumerable<double[]> Instances()
    {
        var logits = new Seed(1).Generator().Normal(0, 1, [3, 6, 2]);
        var labels = tensor((long[])[0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1], [3, 6]);
        return InstanceAccuracy.Of(logits, labels, 3).Select(one => (double[])[one.Mean, one.HalfWidth]);
    }

    private static IEnumerable<double[]> Described()
    {
        var tasks = TestTopics.FewTasks.Sample(2, 3);
        var nearest = new NearestDescription(
            TestTopics.FewWords,
            [.. TestTopics.Few.SelectMany(t => t.Sentences)]
        );
        return Part.Numbers(nearest.Predict(tasks.Descriptions!, tasks.QueryX));
    }

    private static IEnumerable<double[]> Selected()
    {
        var network = Candidate.Network(new Mlp(1, 3, 1), Losses.MeanSquaredError, iterations: 5);
        var selection = new ModelSelection
        {
            Candidates = [Candidate.Polynomial(1), Candidate.Polynomial(2), network],
            Folds = 3,
            Trainings = 10,
        };
        var data = new Polynomials
        {
            Degree = 2,
            Shots = 12,
            DType = ScalarType.Float64,
        }.Sample(1, 1);
        return selection.Fit(data, 2).Trials.Select(trial => trial.Scores.ToArray());
    }

    private static IEnumerable<double[]> Strategies()
    {
        var optimiser = new LinearDecay(new Adam(0.05), 5);
        Strategy[] all =
        [
            new(FeatureSet.Raw, [], optimiser, 5, 0.01),
            new(FeatureSet.Selected(2), [], optimiser, 5, 0.01),
            new(FeatureSet.Quadratic, [3], optimiser, 5, 0.01),
        ];
        TaskBatch[] tables =
        [
            .. Enumerable.Range(0, 2).Select(i => new TabularTasks { Shots = 12, Queries = 6 }.Sample(i, 3)),
        ];
        var table = StrategyTable.Measure(all, tables, 1);
        var chooser = new StrategyLearner { Neighbours = 2 }.Fit(table);
        return
        [
            .. Part.Numbers(table.Features, table.Performance, chooser.Expect(table.Features)),
            [.. chooser.Choose(table.Features).Select(choice => (double)choice)],
            [chooser.Judge(table).Gain.Mean],
        ];
    }

    private static IEnumerable<double[]> Risks()
    {
        var random = new Seed(3).Generator();
        var x = random.Normal(0, 1, [2, 9, 2], ScalarType.Float64);
        var noise = random.Normal(0, 1, [2, 9, 1], ScalarType.Float64);
        var labels = (x.sum([2L]) + noise.squeeze(-1)).gt(0).to(ScalarType.Int64);
        return Part.Numbers([
            .. new Ridge(1).Path(x, noise, [0.1, 1]),
            .. new LogisticRegression(0.1).Path(x, labels, [0.01, 0.1]),
            .. new LogisticRegression(0.1, Penalty.L1).Fit(x, labels),
        ]);
    }

    private static IEnumerable<double[]> Finalists()
    {
        var space = new ArchitectureSpace(1, 1, [Activation.Sine, Activation.Tanh], [2, 3], [1, 2]);
        var search = new MetaNetwork(space, Losses.MeanSquaredError, 0.05);
        var tasks = new Sinusoids { Shots = 4, Queries = 3 }.Sample(1, 2);
        var finalists = new Finalists
        {
            Count = 3,
            Starts = 2,
            Steps = 3,
        };
        var found = finalists.Choose(search, search.Init(1), tasks, 2);
        return
        [
            [space.All.ToList().IndexOf(found)],
        ];
    }
}
