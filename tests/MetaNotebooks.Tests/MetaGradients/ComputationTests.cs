using System.Runtime.Intrinsics;
using MetaNotebooks.Acceleration;
using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>
/// Which computation runs: derivatives that are written out where a learner and its tasks are of their kind,
/// automatic differentiation of the same meta-gradient wherever anything is not.
/// </summary>
public sealed class ComputationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static readonly ThroughAdaptation Second = new(Derivatives.Second);

    /// <summary>A meta-gradient that is asked for, in single precision: of θ and of ρ, unless said otherwise.</summary>
    private sealed record Call(AdaptiveLearner Learner, Parameters Theta, TaskBatch Tasks)
    {
        public bool LearnsStart { get; init; } = true;

        public bool LearnsRule { get; init; } = true;

        public MetaGradient Run(ScalarType type = ScalarType.Float32)
        {
            var theta = Theta.Map(part => part.to(type));
            var learner = Learner with
            {
                Start = LearnsStart ? Start.Learned : Start.Given(theta),
                LearnsRule = LearnsRule,
            };
            var drawn = learner.Init(0, type);
            Tensor In(Tensor points) => points.is_floating_point() ? points.to(type) : points;
            return learner.MetaGradient(
                LearnsStart ? drawn.With(theta) : drawn,
                new(In(Tasks.SupportX), In(Tasks.SupportY), In(Tasks.QueryX), In(Tasks.QueryY))
            );
        }
    }

    private static Tensor Numbers(int seed, params long[] shape) => new Random(seed).Normal(0, 1, shape);

    private static Call OfNetwork(IModel? model = null, IInnerRule? rule = null, TaskLoss? loss = null)
    {
        var learner = new AdaptiveLearner(
            "",
            model ?? new Mlp(2, 5, 1) { Activation = Activation.Tanh },
            loss ?? Losses.MeanSquaredError,
            rule ?? new GradientStep(0.05),
            2,
            Second
        );
        return new(
            learner,
            learner.Model.Init(1),
            new(Numbers(3, 3, 4, 2), Numbers(4, 3, 4, 1), Numbers(5, 3, 6, 2), Numbers(6, 3, 6, 1))
        );
    }

    private static Call OfImages(
        int filters = 32,
        bool bias = true,
        IInnerRule? rule = null,
        TaskLoss? loss = null,
        int side = 5
    )
    {
        var body = new Conv4(side, filters);
        var learner = new AdaptiveLearner(
            "",
            new Chain(body, new Linear(body.Outputs, 3) { Bias = bias }),
            loss ?? Losses.CrossEntropy,
            rule ?? new GradientStep(0.05),
            2,
            Second
        );
        var labels = arange(3).repeat(2).expand(2, 6);
        return new(
            learner,
            learner.Model.Init(1),
            new(Numbers(3, 2, 6, side, side), labels, Numbers(5, 2, 6, side, side), labels)
        );
    }

    // A rate for each parameter, and not for each of its numbers: what a GradientStep's own arithmetic
    // allows.
    private static Parameters RateEach(Call call) =>
        Parameters.Join(
            ("rate", call.Theta.Only(call.Learner.Rule.Moves).Map(part => tensor(0.02f * part.dim())))
        );

    private static Parameters RateATask(Call call)
    {
        var tasks = call.Tasks.Tasks;
        var rates = tensor(Enumerable.Range(1, tasks).Select(i => 0.02f * i).ToArray(), [tasks, 1, 1]);
        return Parameters.Of(("rate", rates));
    }

    private static readonly Dictionary<string, Func<Call>> WrittenOut = new()
    {
        ["a network"] = () => OfNetwork(),
        ["a network, one rate for each number"] = () =>
            OfNetwork(rule: new GradientStep(0.05) { PerParameter = true }),
        ["a network, θ alone is learned"] = () => OfNetwork() with { LearnsRule = false },
        ["a network, ρ alone is learned"] = () => OfNetwork() with { LearnsStart = false },
        ["images"] = () => OfImages(),
        ["images, one rate for each number"] = () =>
            OfImages(rule: new GradientStep(0.05) { PerParameter = true }),
        ["images, the head alone moves"] = () => OfImages(rule: new HeadOnly(new GradientStep(0.05))),
        ["images, the head alone moves, one rate for each number"] = () =>
            OfImages(rule: new HeadOnly(new GradientStep(0.05) { PerParameter = true })),
        ["images, ρ alone is learned"] = () => OfImages() with { LearnsStart = false },
    };

    private static readonly Dictionary<string, Func<Call>> Not = new()
    {
        ["a network, another loss"] = () => OfNetwork(loss: new((p, y) => (p - y).abs().mean([1, 2]))),
        ["a network of 101 units"] = () => OfNetwork(new Mlp(2, 101, 1)),
        ["networks in a chain"] = () => OfNetwork(new Chain(new Mlp(2, 3), new Linear(3, 1))),
        ["a network, Adam"] = () => OfNetwork(rule: new AdamStep(0.05)),
        ["a network, its head alone moves"] = () => OfNetwork(rule: new HeadOnly(new GradientStep(0.05))),
        ["a network, a start for each task"] = () =>
            OfNetwork() with
            {
                Theta = OfNetwork()
                    .Learner.Model.Shapes.Make((name, shape) => Numbers(name.Length, [3, .. shape])),
                LearnsStart = false,
            },
        ["images, another loss"] = () => OfImages(loss: new((p, y) => 2 * Losses.CrossEntropy.Of(p, y))),
        ["images, 16 filters"] = () => OfImages(filters: 16),
        ["images, a head without bias"] = () => OfImages(bias: false),
        ["images, the last block alone moves"] = () =>
            OfImages(rule: new HeadOnly(new GradientStep(0.05), "body.3")),
    };

    public static TheoryData<string> OfItsKind => [.. WrittenOut.Keys];

    public static TheoryData<string> NotOfItsKind => [.. Not.Keys];

    [Theory]
    [MemberData(nameof(OfItsKind))]
    public void WhatIsOfItsKindIsWrittenOut(string name)
    {
        var call = WrittenOut[name]();
        var isNetwork = call.Learner.Model is Mlp;
        Assert.SkipUnless(isNetwork || Vector256.IsHardwareAccelerated, "no vectors of 256 bits");
        AgreesWithDoublePrecision(call, isNetwork ? Computation.Perceptron : Computation.Convolution);
    }

    [Theory]
    [MemberData(nameof(NotOfItsKind))]
    public void WhatIsNotIsDifferentiated(string name) =>
        AgreesWithDoublePrecision(Not[name](), Computation.Automatic);

    // Of a learner of either kind, what the other kernel says is its model.
    [Theory]
    [InlineData("a network, another loss", "Perceptron: the loss is another function than")]
    [InlineData("a network of 101 units", "Perceptron: the widest layer has 101 units; expected at most 100")]
    [InlineData("networks in a chain", "Perceptron: the model is Chain; expected Mlp")]
    [InlineData("a network, Adam", "Perceptron: the rule is AdamStep; expected GradientStep")]
    [InlineData(
        "a network, a start for each task",
        "Perceptron: the start['body.0.weight'] has shape [3, 2, "
    )]
    [InlineData("images, another loss", "Convolution: the loss is another function than")]
    [InlineData("images, 16 filters", "Convolution: the blocks have 16 filters; expected a multiple of 32")]
    [InlineData(
        "images, a head without bias",
        "Convolution: the model is no Chain of a Conv4 and a Linear with"
    )]
    [InlineData("images, the last block alone moves", "Convolution: the rule is HeadOnly; expected")]
    public void WhyNoKernelRanIsSaid(string name, string words)
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "no vectors of 256 bits");
        var reasons = Not[name]().Run().NotBy;
        Assert.Equal(Kernels.All.Count, reasons.Count);
        Assert.Contains(reasons, reason => reason.StartsWith(words, StringComparison.Ordinal));
        Assert.All(WrittenOut.Values, call => Assert.Empty(call().Run().NotBy));
    }

    private static Parameters Rates(Call call) => call.Learner.Rule.Init(call.Learner.Model.Shapes, 2);

    // A rule gives such rates, and not such; what is computed from them is another thing.
    [Fact]
    public void RatesThatAreNotOneOrOneANumberAreRefused()
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "no vectors of 256 bits");
        var headOnly = new HeadOnly(new GradientStep(0.05));
        (IMetaGradientKernel Kernel, Call Call)[] all =
        [
            (new PerceptronKernel(), OfNetwork()),
            (new ConvolutionKernel(), OfImages()),
            (new ConvolutionKernel(), OfImages(rule: headOnly)),
        ];
        foreach (var (kernel, call) in all)
        {
            string? Refusal(Parameters rho) => kernel.Refusal(call.Learner, call.Theta, rho, call.Tasks);
            Assert.Null(Refusal(Rates(call)));
            Assert.Null(Refusal(Rates(call).Map(rate => rate.view(1, 1))));
            Assert.Contains("has shape []; expected [", Refusal(RateEach(call)));
            Assert.Contains("the rate is rate [", Refusal(RateATask(call)));
        }
    }

    [Fact]
    public void SwitchedOffEverythingIsDifferentiated()
    {
        var call = OfNetwork();
        var images = OfImages().Tasks;
        var pair = new ProtoNet(new Conv4(5, 32));
        using (Kernels.Off())
        {
            using (Kernels.Off())
                Assert.False(Kernels.AreOn);
            Assert.False(Kernels.AreOn);
            var off = call.Run();
            Assert.Equal(Computation.Automatic, off.By);
            Assert.Equal(["all kernels: they are switched off"], off.NotBy);
            Assert.Equal(Computation.Automatic, pair.MetaGradient(pair.Init(1).Leaves(), images).By);
        }
        Assert.Equal(Computation.Perceptron, call.Run().By);
    }

    [Fact]
    public void TrainingSaysWhatRanAndWhyNothingFaster()
    {
        TrainingResult Train(TaskLoss loss)
        {
            var seen = new List<Computation>();
            var options = new TrainingOptions
            {
                Iterations = 2,
                MetaBatch = 2,
                Progress = progress => seen.Add(progress.By),
            };
            var trained = Trainer.Train(Maml.Create(new Mlp(1, 4, 1), loss, 0.01), new Sinusoids(), options);
            Assert.Equal([trained.By!.Value, trained.By.Value], seen);
            return trained;
        }
        var fast = Train(Losses.MeanSquaredError);
        Assert.Equal((Computation.Perceptron, 0), (fast.By, fast.NotBy.Count));
        var slow = Train(new((p, y) => Losses.MeanSquaredError.Of(p, y)));
        Assert.Equal((Computation.Automatic, 3), (slow.By, slow.NotBy.Count));
    }

    [Fact]
    public void LearnersThatCompareEmbeddingsSayWhatRan()
    {
        var tasks = OfImages().Tasks;
        Computation By(ILearner learner, ScalarType type = ScalarType.Float32) =>
            learner
                .MetaGradient(
                    learner.Init(1, type).Leaves(),
                    tasks.With(tasks.SupportX.to(type), tasks.SupportY, tasks.QueryX.to(type), tasks.QueryY)
                )
                .By;
        foreach (
            var of in (Func<IModel, ILearner>[])
                [model => new ProtoNet(model), model => new MatchingNets(model)]
        )
        {
            if (Vector256.IsHardwareAccelerated)
                Assert.Equal(Computation.Convolution, By(of(new Conv4(5, 32))));
            Assert.Equal(Computation.Automatic, By(of(new Conv4(5, 32)), ScalarType.Float64));
            Assert.Equal(Computation.Automatic, By(of(new Conv4(5, 16))));
            Assert.Equal(Computation.Automatic, By(of(new Chain(new Conv4(5, 32)))));
        }
    }

    // Tensors of one number, stretched: they take no memory.
    [Theory]
    [InlineData(2, 1_000_000, true)]
    [InlineData(2, 70_000_000, false)]
    [InlineData(2200, 1_000_000, false)]
    public void NumbersThatPlacesOf32BitsCannotReachAreDifferentiated(long tasks, long points, bool fits)
    {
        var call = OfNetwork();
        Tensor Points(long width) => zeros(1, 1, 1).expand(tasks, points, width);
        TaskBatch batch = new(Points(2), Points(1), Points(2), Points(1));
        var refusal = new PerceptronKernel().Refusal(call.Learner, call.Theta, Rates(call), batch);
        Assert.Equal(fits, refusal is null);
    }

    [Theory]
    [InlineData(28, 64, 128, 300, true)]
    [InlineData(28, 64, 2, 200_000, false)]
    [InlineData(28, 64, 30_000, 100, false)]
    [InlineData(28, 32_000, 2, 5, false)]
    [InlineData(8, 64, 2, 1, false)]
    [InlineData(8, 64, 2, 2, true)]
    [InlineData(28, 64, 2, 1, true)]
    public void AndSoAreImages(int side, int filters, long tasks, long images, bool fits)
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "no vectors of 256 bits");
        var x = zeros(1, 1, 1, 1).expand(tasks, images, side, side);
        Assert.Equal(fits, ConvolutionKernel.Problem("x", new Conv4(side, filters), x) is null);
    }

    // 128 tasks, 20 classes, 15 queries each, 28 × 28 pixels: 127 times all their numbers are more than 32
    // bits hold.
    [Fact]
    public void PlacesAreOf64Bits()
    {
        const int each = 20 * 15 * 28 * 28;
        Assert.Equal((127 * each, each), TaskPart.Bounds(128 * each, 128, 127));
        Assert.Equal((1_431_655_764, 715_827_882), TaskPart.Bounds(int.MaxValue, 3, 2));
        Assert.Equal(3L * int.MaxValue, TaskPart.Place(3, int.MaxValue));
        Assert.Equal(10_000_000_000, TaskPart.Place(100_000, 100_000));
    }

    private static void AgreesWithDoublePrecision(Call call, Computation by)
    {
        var actual = call.Run();
        Assert.Equal(by, actual.By);
        var expected = call.Run(ScalarType.Float64);
        Assert.Equal(Computation.Automatic, expected.By);
        Assert.Equal(
            expected.Gradients.Select(part => part.shape),
            actual.Gradients.Select(part => part.shape)
        );
        double[] All(MetaGradient gradient) =>
            [.. gradient.Gradients.Prepend(gradient.Losses).SelectMany(part => part.Doubles())];
        Assert.True(Tests.Numbers.RelativeError(All(actual), All(expected)) < 1e-3);
        Assert.True(
            Tests.Numbers.RelativeError(actual.Gradients[^1].Doubles(), expected.Gradients[^1].Doubles())
                < 1e-3
        );
    }
}
