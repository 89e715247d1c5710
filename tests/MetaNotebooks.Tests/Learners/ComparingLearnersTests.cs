namespace MetaNotebooks.Tests;

/// <summary>ProtoNet, Matching Nets and nearest neighbour on embeddings made by hand.</summary>
public sealed class ComparingLearnersTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static readonly double[][] Support =
    [
        [0, 2],
        [4, 0],
        [2, 0],
        [4, 4],
        [-1, -1],
    ];
    private static readonly long[] Labels = [0, 1, 0, 1, 2];
    private static readonly double[][] Queries =
    [
        [1, 1],
        [4, 3],
        [-3, 0.5],
    ];

    private static Tensor Points(double[][] rows) =>
        tensor(rows.SelectMany(row => row).ToArray(), [1, rows.Length, rows[0].Length]);

    private static double[] Predict(ILearner learner, Parameters meta) =>
        learner
            .Adapt(meta, Points(Support), tensor(Labels, [1, Labels.Length]), 1)
            .Predict(1, Points(Queries))
            .Doubles();

    private static Parameters Identity() =>
        Parameters.Of(
            ("weight", eye(2, dtype: ScalarType.Float64)),
            ("bias", zeros([1, 2], ScalarType.Float64))
        );

    [Fact]
    public void ProtoNetMeasuresSquaredDistanceToClassMeans()
    {
        // The means are (1, 1), (4, 2) and (−1, −1).
        double[] expected = [-0, -10, -8, -13, -1, -41, -16.25, -51.25, -6.25];
        var actual = Predict(new ProtoNet(new Linear(2, 2)), Identity());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void MatchingNetsWeighsLabelsBySoftmaxOfCosines()
    {
        var actual = Predict(new MatchingNets(new Linear(2, 2)), Identity());
        double Length(double[] v) => Math.Sqrt(v[0] * v[0] + v[1] * v[1]);
        for (var q = 0; q < Queries.Length; q++)
        {
            var weights = Support
                .Select(s => (s[0] * Queries[q][0] + s[1] * Queries[q][1]) / Length(s) / Length(Queries[q]))
                .Select(Math.Exp)
                .ToArray();
            for (var c = 0; c < 3; c++)
            {
                var share = weights.Where((_, i) => Labels[i] == c).Sum() / weights.Sum();
                Assert.Equal(Math.Log(share), actual[3 * q + c], 1e-12);
            }
        }
    }

    [Fact]
    public void NearestNeighbourTakesTheNearestExampleOfEachClass()
    {
        double[] expected = [-2, -10, -8, -13, -1, -41, -11.25, -49.25, -6.25];
        var actual = Predict(new NearestNeighbour(), Parameters.Empty);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Theory]
    [InlineData("ProtoNet")]
    [InlineData("Matching Nets")]
    [InlineData("nearest neighbour")]
    public void TheOrderOfTheSupportSetDoesNotMatter(string name)
    {
        var (learner, family) = new ComparingLearnerCases().Cases.Single(c => c.Learner.Name == name);
        var tasks = family.Sample(1, 4);
        var meta = learner.Init(1, ScalarType.Float64);
        var order = tensor([3L, 0, 5, 1, 4, 2]);
        Tensor Logits(Tensor x, Tensor y) => learner.Adapt(meta, x, y, 1).Predict(1, tasks.QueryX);
        var there = Logits(tasks.SupportX, tasks.SupportY);
        var back = Logits(tasks.SupportX.index_select(1, order), tasks.SupportY.index_select(1, order));
        Assert.True(Numbers.RelativeError(back, there) < 1e-12);
        // The labels do matter.
        var other = Logits(tasks.SupportX, tasks.SupportY.index_select(1, order));
        Assert.False(Numbers.RelativeError(other, there) < 1e-3);
    }

    [Theory]
    [InlineData("ProtoNet")]
    [InlineData("Matching Nets")]
    public void TheMetaGradientEqualsFiniteDifferences(string name)
    {
        // Smooth, unlike a network with ReLU.
        var embedding = new Mlp(16, 6, 3) { Activation = Activation.Tanh };
        ILearner learner = name == "ProtoNet" ? new ProtoNet(embedding) : new MatchingNets(embedding);
        var family = ComparingLearnerCases.Family;
        var tasks = (family with { Set = family.Set.Flattened() }).Sample(1, 3);
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        // The loss through the public verbs: adapt, predict, cross-entropy.
        double Loss(Parameters at) =>
            Losses
                .CrossEntropy.Of(
                    learner.Adapt(at, tasks.SupportX, tasks.SupportY, 1).Predict(1, tasks.QueryX),
                    tasks.QueryY
                )
                .mean()
                .ToDouble();
        var step = learner.MetaGradient(meta, tasks);
        Assert.Equal(Loss(meta), step.Losses.mean().ToDouble(), 1e-12);
        // In one vector: distances do not change with the last bias, whose gradient is nothing but rounding.
        double[] All(IEnumerable<Tensor> parts) => [.. parts.SelectMany(part => part.Doubles())];
        var differences = All(Numbers.CentralDifferences(Loss, meta));
        Assert.True(Numbers.RelativeError(All(step.Gradients), differences) < 1e-8);
    }

    [Fact]
    public void BeforeAnyExampleAllClassesAreEquallyLikely()
    {
        var adaptation = new NearestNeighbour().Adapt(
            Parameters.Empty,
            Points(Support),
            tensor(Labels, [1, 5]),
            2
        );
        Assert.Equal(new double[9], adaptation.Predict(0, Points(Queries)).Doubles());
        Assert.Equal(
            adaptation.Predict(1, Points(Queries)).Doubles(),
            adaptation.Predict(2, Points(Queries)).Doubles()
        );
    }

    [Theory]
    [InlineData("ProtoNet")]
    [InlineData("Matching Nets")]
    public void TextsAreLearnedAndJudgedLikeOtherInputs(string name)
    {
        var embedding = new LstmClassifier(TestTopics.FewWords.Count, 4);
        ILearner learner = name == "ProtoNet" ? new ProtoNet(embedding) : new MatchingNets(embedding);
        var trained = Trainer.Train(learner, TestTopics.FewTasks, new() { Iterations = 2, MetaBatch = 3 });
        var judged = Evaluator.Evaluate(
            learner,
            trained.Meta,
            TestTopics.FewTasks,
            Losses.CrossEntropy,
            1,
            count: 4,
            steps: 1
        );
        // Before any example all three classes are equally likely.
        Assert.Equal(Math.Log(3), judged.PerStep[0].Mean, 1e-6);
        Assert.True(double.IsFinite(judged.PerStep[1].Mean));
    }

    [Fact]
    public void WrongLabelsAreNamed()
    {
        string Error(Tensor labels) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    new NearestNeighbour().Adapt(Parameters.Empty, Points(Support), labels, 1)
                )
                .Message;
        Assert.Contains("labels -1 to 2; expected every label", Error(tensor([0L, 1, 2, -1, 1], [1, 5])));
        Assert.Contains("labels 0 to 3; expected every label", Error(tensor([0L, 1, 3, 0, 1], [1, 5])));
        Assert.Contains("supportY is Float64", Error(zeros([1, 5], ScalarType.Float64)));
        Assert.Contains("[1, 5, 1]; expected labels", Error(zeros([1, 5, 1], ScalarType.Int64)));
    }
}
