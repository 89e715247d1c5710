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

    // At the least loss its slope is 0: Σ (σ(x·w) − y) x + λw, class by class.
    [Fact]
    public void LogisticComesToRestWhereTheLossIsLeast()
    {
        const double strength = 0.5;
        var x = WithOne(support);
        Tensor At(Tensor points, int iterations) =>
            LogisticHead.Logits(support, classes, points, tensor(strength, ScalarType.Float64), iterations);
        // The logits of unit points and of 0 are the weights and the bias.
        var units = cat([eye(4, dtype: ScalarType.Float64), zeros([1, 4], ScalarType.Float64)], 0);
        var read = At(units.expand([3, 5, 4]), 12);
        var bias = read.narrow(1, 4, 1);
        var weights = cat([read.narrow(1, 0, 4) - bias, bias], 1);
        var rest = x.matmul(weights).sigmoid() - classes;
        var slope = x.transpose(1, 2).matmul(rest) + strength * weights;
        Assert.All(slope.Doubles(), value => Assert.Equal(0, value, 1e-9));
        Assert.True(Numbers.RelativeError(At(query, 5), At(query, 12)) < 1e-3);
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
