namespace MetaNotebooks.Tests;

public class EvaluatorTests
{
    [Fact]
    public void MeasuresEveryTaskOnItsQueriesAfterEveryStep()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Linear(1, 1), Losses.MeanSquaredError, 0.1);
        var family = new LinearTasks
        {
            Shots = 8,
            Queries = 20,
            DType = ScalarType.Float64,
        };
        var meta = learner.Init(1, ScalarType.Float64);
        var evaluation = Evaluator.Evaluate(
            learner,
            meta,
            family,
            Losses.MeanSquaredError,
            9,
            count: 30,
            steps: 4
        );
        Assert.Equal("MAML", evaluation.Learner);
        Assert.Equal(5, evaluation.Values.Count);

        var tasks = family.Sample(new Seed(9).Split("evaluation"), 30);
        var (x, y) = (tasks.QueryX.Doubles(), tasks.QueryY.Doubles());
        var (w, b) = (meta[0].ToDouble(), meta[1].ToDouble());
        for (var t = 0; t < 30; t++)
        {
            var loss = Enumerable.Range(20 * t, 20).Average(i => Math.Pow(w * x[i] + b - y[i], 2));
            Assert.Equal(loss, evaluation.Values[0][t], 1e-12);
        }
        Assert.Equal(evaluation.Values[4].Average(), evaluation.PerStep[4].Mean, 1e-12);
        Assert.True(evaluation.PerStep[4].Mean < evaluation.PerStep[0].Mean);

        // Seven at a time are the same thirty.
        var parts = Evaluator.Evaluate(
            learner,
            meta,
            family,
            Losses.MeanSquaredError,
            9,
            count: 30,
            steps: 4,
            atOnce: 7
        );
        Assert.All(
            evaluation.Values.SelectMany(v => v).Zip(parts.Values.SelectMany(v => v)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12)
        );
    }

    [Fact]
    public void LeavesNothingBehindAndTheLearnerUnchanged()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
        var meta = learner.Init(1);
        var before = meta.Select(p => p.Doubles()).ToArray();
        using (var inner = NewDisposeScope())
        {
            Evaluator.Evaluate(
                learner,
                meta,
                new Sinusoids(),
                Losses.MeanSquaredError,
                1,
                count: 5,
                steps: 2
            );
            Assert.Equal(0, inner.DisposablesCount);
        }
        Assert.Equal(before, meta.Select(p => p.Doubles()));
    }
}
