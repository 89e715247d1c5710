namespace MetaNotebooks.Tests;

/// <summary>Heads that are solved for, against the conditions that their solutions meet.</summary>
public sealed class SolverHeadsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor support = new Random(1).Normal(0, 1, [3, 6, 4], ScalarType.Float64);
    private readonly Tensor query = new Random(2).Normal(0, 1, [3, 5, 4], ScalarType.Float64);
    private readonly Tensor classes = tensor([0, 0, 1, 1, 2, 2])
        .unsqueeze(-1)
        .eq(arange(3))
        .to(ScalarType.Float64)
        .expand([3, 6, 3]);

    public void Dispose() => scope.Dispose();

    private static Tensor WithOne(Tensor x) => cat([x, ones([3, x.shape[1], 1], ScalarType.Float64)], -1);

    // The normal equations, in the embedding's dimension instead of the examples'.
    [Theory]
    [InlineData(0.01)]
    [InlineData(3)]
    public void RidgeIsTheClosedForm(double strength)
    {
        var x = WithOne(support);
        var turned = x.transpose(1, 2);
        var weights = linalg.solve(
            turned.matmul(x) + strength * eye(5, dtype: ScalarType.Float64),
            turned.matmul(classes)
        );
        var actual = RidgeHead.Predict(support, classes, query, tensor(strength, ScalarType.Float64));
        Assert.True(Numbers.RelativeError(actual, WithOne(query).matmul(weights)) < 1e-10);
    }

    [Theory]
    [InlineData(0.5, 12)]
    [InlineData(0.001, 60)]
    [InlineData(1e-6, 200)]
    public void LogisticComesToRestWhereTheLossIsLeast(double strength, int iterations) =>
        Assert.True(LogisticSlope(support, classes, strength, iterations) < 1e-9);

    // Whole steps of Newton's method jump to and fro between the same weights here.
    [Fact]
    public void LogisticComesToRestWhereWholeStepsDoNot()
    {
        var far = tensor(
            new double[,]
            {
                { 41, 14 },
                { -67, -20 },
                { 89, 36 },
                { -37, -113 },
            }
        );
        var labels = tensor(
            new double[,]
            {
                { 0 },
                { 0 },
                { 1 },
                { 0 },
            }
        );
        Assert.True(LogisticSlope(far.unsqueeze(0), labels.unsqueeze(0), 0.01, 40) < 1e-6);
    }

    // At the least loss its slope is 0: Σ (σ(x·w) − y) x + λw, class by class.
    private static double LogisticSlope(Tensor support, Tensor classes, double strength, int iterations)
    {
        // The logits of unit points and of 0 are the weights and the bias.
        var width = support.shape[2];
        var units = cat([eye(width, dtype: ScalarType.Float64), zeros([1, width], ScalarType.Float64)], 0);
        var pull = tensor(strength, ScalarType.Float64);
        var points = units.expand([support.shape[0], width + 1, width]);
        var read = LogisticHead.Logits(support, classes, points, pull, iterations);
        var bias = read.narrow(1, width, 1);
        var weights = cat([read.narrow(1, 0, width) - bias, bias], 1);
        var x = cat([support, ones_like(support.narrow(2, 0, 1))], 2);
        var slope = x.transpose(1, 2).matmul(x.matmul(weights).sigmoid() - classes) + strength * weights;
        return slope.abs().max().item<double>();
    }

    [Fact]
    public void FiveStepsOfLogisticAreNearlyAtRest() =>
        Assert.True(Numbers.RelativeError(Logistic(query, 0.5, 5), Logistic(query, 0.5, 12)) < 1e-3);

    private Tensor Logistic(Tensor points, double strength, int iterations) =>
        LogisticHead.Logits(support, classes, points, tensor(strength, ScalarType.Float64), iterations);

    // Examples far apart and hardly any λ: in single precision every share is soon 0 or 1.
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-8)]
    public void LogisticIsFiniteInSinglePrecision(double strength)
    {
        var far = (100 * support).to(ScalarType.Float32);
        var labels = classes.to(ScalarType.Float32);
        var pull = tensor((float)strength).requires_grad_();
        var logits = LogisticHead.Logits(far, labels, far, pull, 20);
        logits.sum().backward();
        Assert.All(logits.Doubles(), value => Assert.True(double.IsFinite(value)));
        Assert.True(double.IsFinite(pull.grad!.item<float>()));
    }

    [Fact]
    public void WhatALearnerPredictsIsItsHeadOfTheEmbedding()
    {
        var embedding = new Linear(4, 4);
        var labels = tensor([0L, 0, 1, 1, 2, 2]).expand([3, 6]);
        foreach (
            var (learner, expected) in ((ILearner, Func<Tensor, Tensor, Tensor>)[])
                [
                    (
                        new RidgeHead(embedding) { Strength = 0.2, Scale = 7 },
                        (s, q) => 7 * RidgeHead.Predict(s, classes, q, tensor(0.2, ScalarType.Float64))
                    ),
                    (
                        new LogisticHead(embedding)
                        {
                            Strength = 0.2,
                            Scale = 7,
                            Iterations = 3,
                        },
                        (s, q) => 7 * LogisticHead.Logits(s, classes, q, tensor(0.2, ScalarType.Float64), 3)
                    ),
                ]
        )
        {
            var meta = learner.Init(5, ScalarType.Float64);
            var body = meta.Only(name => !name.StartsWith("solver."));
            var actual = learner.Adapt(meta, support, labels, 1).Predict(1, query);
            Assert.True(
                Numbers.RelativeError(
                    actual,
                    expected(embedding.Forward(body, support), embedding.Forward(body, query))
                ) < 1e-10
            );
        }
    }

    // Embeddings by the kernel, and the head behind them by automatic differentiation.
    [Fact]
    public void TheConvolutionKernelGivesTheSameGradient()
    {
        var learner = new RidgeHead(new Conv4(8, 32));
        var images = new Random(3).Normal(0, 1, [2, 9, 8, 8]);
        var labels = tensor([0L, 1, 2, 0, 1, 2, 0, 1, 2]).expand([2, 9]);
        var tasks = new TaskBatch(
            images.narrow(1, 0, 6),
            labels.narrow(1, 0, 6),
            images.narrow(1, 6, 3),
            labels.narrow(1, 6, 3)
        );
        var meta = learner.Init(1).Leaves();
        var fast = learner.MetaGradient(meta, tasks);
        using var off = Kernels.Off();
        var plain = learner.MetaGradient(meta, tasks);
        Assert.Equal(Computation.Convolution, fast.By);
        Assert.Equal(Computation.Automatic, plain.By);
        Assert.Equal(plain.Gradients.Names, fast.Gradients.Names);
        foreach (var name in plain.Gradients.Names)
            Assert.Equal(0, Numbers.RelativeError(fast.Gradients[name], plain.Gradients[name]), 1e-3);
    }
}
