namespace MetaNotebooks.Tests;

/// <summary>The one door to derivatives: what it gives, and that nothing which has no gradient ends the process.</summary>
public sealed class GradientTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Tensor Numbers(params double[] values) => tensor(values);

    private static Parameters Placed(params Tensor[] tensors) => Tests.Numbers.Placed(tensors);

    private static string Refused(Func<Parameters, Tensor> loss, params Tensor[] parameters) =>
        Assert.Throws<ArgumentException>(() => Gradient.Of("mine", Placed(parameters), loss)).Message;

    [Fact]
    public void ItIsTheDerivative()
    {
        var gradients = Gradient.Of(
            "mine",
            Placed(Numbers(1, 2, 3), Numbers(4, 5, 6)),
            own => (own[0] * own[0] * own[1]).sum()
        );
        // d(a²b) = 2ab da + a² db.
        Assert.Equal([8, 20, 36], gradients[0].Doubles());
        Assert.Equal([1, 4, 9], gradients[1].Doubles());
        Assert.All(gradients, gradient => Assert.False(gradient.requires_grad));
    }

    [Fact]
    public void WhatTheLossDoesNotUseHasTheGradientZero()
    {
        var gradients = Gradient.Of("mine", Placed(Numbers(1, 2), ones(2, 3)), own => own[0].sum());
        Assert.Equal([1, 1], gradients[0].Doubles());
        Assert.Equal([2, 3], gradients[1].shape);
        Assert.Equal(new double[6], gradients[1].Doubles());
    }

    [Fact]
    public void ItIsTakenWhereGradientsAreOffAndLeavesThemOff()
    {
        using var off = no_grad();
        Assert.Equal(
            [2, 4],
            Gradient.Of("mine", Placed(Numbers(1, 2)), own => own[0].square().sum())[0].Doubles()
        );
        Assert.False(is_grad_enabled());
    }

    [Fact]
    public void NothingOfTheCallersIsWrittenTo()
    {
        var given = Numbers(1, 2).requires_grad_();
        var made = given * 3;
        foreach (var differentiable in new[] { false, true })
            Gradient.Of("mine", Placed(given, made), own => (own[0] * own[1]).sum(), differentiable);
        Assert.Null(given.grad);
        // As autograd.grad leaves it: a later pass goes to the caller's tensors as if nothing had been.
        autograd.backward([made.sum()], null, false, false, [given]);
        Assert.Equal([3, 3], given.grad!.Doubles());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AGradientCanBeDifferentiatedInTurn(bool withHistory)
    {
        // The gradient of x³ at x = t² (a tensor with a history), or of s·x³ by x, is 3x²: by t, 12t³; by s, 3x².
        var t = Numbers(1, 2, 3).requires_grad_();
        var s = Numbers(1, 1, 1).requires_grad_();
        var slopes = Gradient.Of(
            "by t",
            Placed(withHistory ? t : s),
            own =>
            {
                var x = withHistory ? own[0].square() : t.detach().square();
                var factor = withHistory ? s : own[0];
                return Gradient
                    .Of("inner", Placed(x), at => (factor * at[0].pow(3)).sum(), differentiable: true)[0]
                    .sum();
            }
        );
        Assert.Equal(withHistory ? [12, 96, 324] : [3, 48, 243], slopes[0].Doubles());
    }

    [Fact]
    public void ALearnerThatLearnsNothingHasNoGradient() =>
        Assert.Empty(Gradient.Of("mine", Parameters.Empty, _ => ones(1).sum()));

    [Fact]
    public void ALossWithoutAPathToTheParametersIsNamed()
    {
        var other = Numbers(1, 2).requires_grad_();
        Assert.Contains(
            "The loss of mine has no gradient by any",
            Refused(_ => ones(2).sum(), Numbers(1, 2))
        );
        Assert.Contains(
            "The loss of mine has no gradient",
            Refused(own => own[0].detach().sum(), Numbers(1))
        );
        Assert.Contains("The loss of mine has no gradient", Refused(own => own[0].argmax(), Numbers(1, 2)));
        // One to something else, as where the caller's tensor is read in place of the one that is given.
        Assert.Contains("The loss of mine has no gradient", Refused(_ => other.sum(), other));
        using var off = no_grad();
        Assert.Contains(
            "The loss of mine has no gradient",
            Refused(
                own =>
                {
                    using var inside = no_grad();
                    return own[0].sum();
                },
                Numbers(1)
            )
        );
    }

    [Fact]
    public void ALossOfAnotherShapeIsNamed() =>
        Assert.Contains(
            "The loss of mine has shape [2]; expected a single number, []",
            Refused(own => own[0], Numbers(1, 2))
        );

    [Fact]
    public void WholeNumbersAreNamed() =>
        Assert.Contains(
            "parameters['1'] of mine is Int64; expected floating-point",
            Refused(own => own[0].sum(), Numbers(1), arange(3))
        );

    // Each of them ends the process in autograd.grad.
    [Fact]
    public void WhatLibtorchRefusesIsNamed()
    {
        const string Start = "The loss of mine cannot be differentiated: ";
        Assert.Contains(
            Start + "Trying to backward through the graph a second time",
            Refused(
                own =>
                {
                    var loss = own[0].square().sum();
                    loss.backward();
                    return loss;
                },
                Numbers(1, 2)
            )
        );
        Assert.Contains(
            Start + "one of the variables needed for gradient computation has been modified",
            Refused(
                own =>
                {
                    var (x, y) = (own[0].exp(), own[0].sum());
                    y = y * (x * x).sum();
                    x.add_(1);
                    return y;
                },
                Numbers(1, 2)
            )
        );
        Assert.Contains(
            Start + "the derivative for '",
            Refused(
                own =>
                    Gradient
                        .Of("inner", own, at => cdist(at[0], ones(2, 3), 3).sum(), true)[0]
                        .square()
                        .sum(),
                zeros(2, 3)
            )
        );
    }

    [Theory]
    [InlineData(new long[0])]
    [InlineData(new long[] { 3, 1 })]
    [InlineData(new long[] { 2 })]
    public void LossesThatAreNotOneATaskAreNamed(long[] shape)
    {
        Tensor Losses(Parameters own) => own[0].sum() * ones(shape);
        var text =
            $"The loss of mine has shape [{string.Join(", ", shape)}]; expected one number a task, [3]";
        Assert.Contains(
            text,
            Assert
                .Throws<ArgumentException>(() => Gradient.OfMean("mine", Placed(Numbers(1)), 3, Losses))
                .Message
        );
    }

    [Fact]
    public void TheGradientOfLossesIsThatOfTheirMean()
    {
        var result = Gradient.OfMean("mine", Placed(Numbers(1, 2, 3)), 3, own => own[0].square());
        Assert.Equal([1, 4, 9], result.Losses.Doubles());
        Assert.False(result.Losses.requires_grad);
        Assert.Equal([2 / 3.0, 4 / 3.0, 2], result.Gradients[0].Doubles());
    }

    public static TheoryData<IMetaGradientEstimator> Estimators =>
        [
            new ThroughAdaptation(Derivatives.Second),
            new ThroughAdaptation(Derivatives.First),
            new Recomputed(),
            new TruncatedUnrolls(1),
            new ParameterDifference(),
            new Joint(),
        ];

    [Theory]
    [MemberData(nameof(Estimators))]
    public void ALearnerWhoseLossIsWrongIsNamed(IMetaGradientEstimator outer)
    {
        var family = new Sinusoids { DType = ScalarType.Float64 };
        string Error(TaskLoss loss)
        {
            var learner = new AdaptiveLearner(
                "mine",
                new Mlp(1, 4, 1),
                loss,
                new GradientStep(0.1),
                1,
                outer
            );
            var meta = learner.Init(1, ScalarType.Float64);
            return Assert
                .Throws<ArgumentException>(() => learner.MetaGradient(meta, family.Sample(2, 3)))
                .Message;
        }
        var name = outer is Joint ? "The loss of mine" : "The loss of Mlp on the support set";
        Assert.Contains(
            $"{name} has no gradient",
            Error(new((p, y) => (p - y).detach().square().mean([1, 2])))
        );
        Assert.Contains($"{name} has shape [3, 1]", Error(new((p, y) => (p - y).square().mean([1]))));
        Assert.Contains($"{name} has shape []", Error(new((p, y) => (p - y).square().mean())));
    }
}
