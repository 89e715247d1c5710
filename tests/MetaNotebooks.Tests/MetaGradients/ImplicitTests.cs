namespace MetaNotebooks.Tests;

/// <summary>
/// On a quadratic the pulled minimum is θ* = (H + λI)⁻¹(b + λθ₀), so dθ*/dθ₀ = λ(H + λI)⁻¹, and the meta-gradient is that
/// times the query loss's slope at θ*: solved here by a dense solver.
/// </summary>
public class ImplicitTests
{
    private const double Strength = 0.7;

    private static LinearTasks Family(int inputs) =>
        new()
        {
            Inputs = inputs,
            Shots = 4,
            Queries = 6,
            Noise = 0.3,
            DType = ScalarType.Float64,
        };

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(5, 0)]
    [InlineData(5, 3)]
    public void OnQuadraticsItIsTheClosedForm(int inputs, double damping)
    {
        using var scope = NewDisposeScope();
        var model = new Linear(inputs, 1) { Bias = false };
        var learner = ImplicitMaml.Create(
            model,
            Losses.MeanSquaredError,
            innerRate: 0.05,
            Strength,
            steps: 2000,
            iterations: inputs,
            damping
        );
        var tasks = Family(inputs).Sample(1, 3);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        var (x, y) = (tasks.SupportX, tasks.SupportY);
        // The mean squared error's Hessian and slope at 0.
        var hessian = 2 * x.transpose(1, 2).matmul(x) / 4;
        var pulled = hessian + Strength * eye(inputs, dtype: ScalarType.Float64);
        var right = 2 * x.transpose(1, 2).matmul(y) / 4 + Strength * meta[0].detach();
        var least = linalg.solve(pulled, right);
        var rest = tasks.QueryX.matmul(least) - tasks.QueryY;
        var slope = 2 * tasks.QueryX.transpose(1, 2).matmul(rest) / 6;
        var damped = pulled + damping * eye(inputs, dtype: ScalarType.Float64);
        var expected = (Strength + damping) * linalg.solve(damped, slope);

        var actual = learner.MetaGradient(meta, tasks);
        Assert.True(Numbers.RelativeError(actual.Losses, rest.square().mean([1, 2])) < 1e-6);
        Assert.True(Numbers.RelativeError(actual.Gradients[0], expected.mean([0L])) < 1e-6);
    }

    // Where the inner steps have come to rest, the unrolled gradient is the implicit one, curved networks included.
    [Fact]
    public void AtRestItIsTheGradientThroughTheAdaptation()
    {
        using var scope = NewDisposeScope();
        var model = new Mlp(1, 4, 1) { Activation = Activation.Tanh };
        var learner = ImplicitMaml.Create(
            model,
            Losses.MeanSquaredError,
            innerRate: 0.05,
            strength: 2,
            steps: 1000,
            iterations: model.Shapes.Select(shape => (int)shape.Aggregate(1L, (n, d) => n * d)).Sum()
        );
        var tasks = new Sinusoids
        {
            Shots = 5,
            Queries = 6,
            DType = ScalarType.Float64,
        }.Sample(1, 2);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        var expected = (learner with { Outer = new ThroughAdaptation(Derivatives.Second) }).MetaGradient(
            meta,
            tasks
        );
        var actual = learner.MetaGradient(meta, tasks);
        Assert.Equal(expected.Losses.Doubles(), actual.Losses.Doubles());
        Assert.All(
            actual.Gradients.Zip(expected.Gradients),
            pair => Assert.Equal(0, Numbers.RelativeError(pair.First, pair.Second), 1e-6)
        );
    }

    [Fact]
    public void WithoutIterationsItIsFirstOrder()
    {
        using var scope = NewDisposeScope();
        var learner = ImplicitMaml.Create(
            new Mlp(1, 4, 1),
            Losses.MeanSquaredError,
            innerRate: 0.05,
            strength: 1e-9,
            steps: 3,
            iterations: 0
        );
        var tasks = new Sinusoids { Shots = 5, DType = ScalarType.Float64 }.Sample(1, 2);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        var first = Maml.CreateFirstOrder(learner.Model, learner.Loss, 0.05, 3).MetaGradient(meta, tasks);
        Assert.All(
            learner.MetaGradient(meta, tasks).Gradients.Zip(first.Gradients),
            pair => Assert.True(Numbers.RelativeError(pair.First, pair.Second) < 1e-6)
        );
    }

    // A task that is solved already must not become no number beside one that is not.
    [Fact]
    public void ATaskWithoutAnErrorIsFinite()
    {
        using var scope = NewDisposeScope();
        var model = new Linear(1, 1) { Bias = false };
        var learner = ImplicitMaml.Create(model, Losses.MeanSquaredError, 0.05, iterations: 5);
        var x = ones([2, 3, 1], ScalarType.Float64);
        var y = stack([zeros([3, 1], ScalarType.Float64), ones([3, 1], ScalarType.Float64)]);
        var meta = Parameters.Of(("weight", zeros([1, 1], ScalarType.Float64))).Leaves();
        var gradient = learner.MetaGradient(meta, new(x, y, x, y)).Gradients[0].Doubles();
        Assert.All(gradient, value => Assert.True(double.IsFinite(value) && value != 0));
    }

    [Fact]
    public void TheRuleMustPullBack()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Linear(1, 1), Losses.MeanSquaredError, 0.1) with
        {
            Outer = new Implicit(),
        };
        var tasks = Family(1).Sample(1, 2);
        var error = Assert.Throws<ArgumentException>(() =>
            learner.MetaGradient(learner.Init(1, ScalarType.Float64).Leaves(), tasks)
        );
        Assert.Contains("is GradientStep; expected ProximalStep", error.Message);
    }
}
