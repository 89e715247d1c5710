namespace MetaNotebooks.Tests;

[Trait("Speed", "slow")]
public class MetaParametersTests : ILearnerCases
{
    private static readonly IModel Curved = new Mlp(1, 6, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 6,
        Queries = 5,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [new(MetaParameters.Create(Curved, Losses.MeanSquaredError, 0.05, 0.01, steps: 3), Family)];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void TheHypergradientEqualsFiniteDifferences(bool perParameter, bool given)
    {
        using var scope = NewDisposeScope();
        var learner = MetaParameters.Create(
            Curved,
            Losses.MeanSquaredError,
            0.05,
            0.02,
            steps: 8,
            perParameter,
            given ? Start.Given(Curved.Init(7, ScalarType.Float64)) : null
        );
        var tasks = Family.Sample(1, 2);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        double Validation(Parameters at) =>
            Losses
                .MeanSquaredError.Of(
                    learner.Adapt(at, tasks.SupportX, tasks.SupportY, 8).Predict(8, tasks.QueryX),
                    tasks.QueryY
                )
                .mean()
                .ToDouble();
        var expected = Numbers.CentralDifferences(Validation, meta);
        var actual = learner.MetaGradient(meta, tasks).Gradients;
        long[] rho = [perParameter ? 4 : 1];
        IEnumerable<long[]> theta = given ? [] : Curved.Shapes;
        Assert.Equal([.. theta, rho, rho], actual.Select(g => g.shape));
        Assert.All(actual.Zip(expected), p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-5));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void OnRidgeItIsTheAnalyticHypergradient(double strength)
    {
        using var scope = NewDisposeScope();
        var (model, tasks) = Ridge();
        var learner = MetaParameters.Create(model, Losses.MeanSquaredError, 0.2, strength, steps: 1500);
        var actual = learner.MetaGradient(learner.Init(2, ScalarType.Float64).Leaves(), tasks);
        var (loss, slope) = Analytic(tasks, strength);
        Assert.Equal(loss, actual.Losses.ToDouble(), 1e-9);
        Assert.Equal(slope, actual.Gradients[2].ToDouble(), 1e-9);
        // Trained to convergence, neither where it began nor how fast it went matters.
        Assert.All(actual.Gradients.Take(2), g => Assert.True(g.abs().max().ToDouble() < 1e-9));
        Assert.True(Math.Abs(slope) > 1e-3);
    }

    [Fact]
    public void TuningFindsTheStrengthThatASearchFinds()
    {
        using var scope = NewDisposeScope();
        var (model, tasks) = Ridge();
        var start = model.Init(3, ScalarType.Float64);
        var learner = MetaParameters.Create(
            model,
            Losses.MeanSquaredError,
            0.2,
            0.001,
            steps: 100,
            start: Start.Given(start)
        );
        var options = new TrainingOptions
        {
            Iterations = 150,
            MetaBatch = 1,
            Optimiser = new Adam(0.1),
        };
        var tuned = Trainer.Train(
            learner,
            new FixedTasks(tasks),
            options,
            learner.Init(1, ScalarType.Float64)
        );
        var best = Enumerable.Range(-60, 90).Min(i => Analytic(tasks, Math.Pow(10, i / 20.0)).Loss);
        Assert.True(
            tuned.History[^1] < best * 1.01,
            $"{tuned.History[0]} to {tuned.History[^1]}, best {best}"
        );
        Assert.True(tuned.History[0] > best * 1.1, $"{tuned.History[0]}, best {best}");
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        using var scope = NewDisposeScope();
        var (model, tasks) = Ridge();
        string Error(double rate, double strength) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    MetaParameters.Create(model, Losses.MeanSquaredError, rate, strength, 1).Init(1)
                )
                .Message;
        Assert.Contains("Rate is 0; expected a finite number above 0", Error(0, 1));
        Assert.Contains("Strength is -1; expected a finite number above 0", Error(1, -1));
        Assert.Contains(
            "tasks is 2; expected 1",
            Assert.ThrowsAny<ArgumentException>(() => new FixedTasks(tasks).Sample(1, 2)).Message
        );
    }

    private static (IModel Model, TaskBatch Tasks) Ridge()
    {
        var family = new LinearTasks
        {
            Inputs = 3,
            Shots = 5,
            Queries = 20,
            Bias = (0, 0),
            Noise = 1,
            DType = ScalarType.Float64,
        };
        // Of this problem no rate that stops training early does as well as the best strength.
        return (new Linear(3, 1) { Bias = false }, family.Sample(6, 1));
    }

    // w = A⁻¹Xᵀy/n with A = XᵀX/n + λI, so dw/d ln λ = −λA⁻¹w: the hypergradient by the implicit function theorem.
    private static (double Loss, double Slope) Analytic(TaskBatch tasks, double strength)
    {
        var (x, y) = (Rows(tasks.SupportX), tasks.SupportY.Doubles());
        var a = new double[3, 3];
        var b = new double[3];
        for (var n = 0; n < y.Length; n++)
        for (var i = 0; i < 3; i++)
        {
            b[i] += x[n][i] * y[n] / y.Length;
            for (var j = 0; j < 3; j++)
                a[i, j] += x[n][i] * x[n][j] / y.Length;
        }
        for (var i = 0; i < 3; i++)
            a[i, i] += strength;
        var w = Solve(a, b);
        var moved = Solve(a, [.. w.Select(v => -strength * v)]);
        var (vx, vy) = (Rows(tasks.QueryX), tasks.QueryY.Doubles());
        double Dot(double[] p, double[] q) => p.Zip(q, (u, v) => u * v).Sum();
        var errors = vy.Select((target, n) => Dot(vx[n], w) - target).ToArray();
        return (errors.Average(e => e * e), errors.Select((e, n) => 2 * e * Dot(vx[n], moved)).Average());
    }

    private static double[][] Rows(Tensor x) => [.. x.Doubles().Chunk(3)];

    // Cramer's rule.
    private static double[] Solve(double[,] a, double[] b)
    {
        static double Determinant(double[,] m) =>
            m[0, 0] * (m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1])
            - m[0, 1] * (m[1, 0] * m[2, 2] - m[1, 2] * m[2, 0])
            + m[0, 2] * (m[1, 0] * m[2, 1] - m[1, 1] * m[2, 0]);
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(column =>
                {
                    var replaced = (double[,])a.Clone();
                    for (var i = 0; i < 3; i++)
                        replaced[i, column] = b[i];
                    return Determinant(replaced) / Determinant(a);
                }),
        ];
    }
}
