namespace MetaNotebooks.Tests;

/// <summary>
/// The gradient through learned rules against finite differences of an outer loss in which the gradients that the rule
/// reads are held still, as the papers' assumption wants: they are recorded once and played back.
/// </summary>
public class LearnedRuleGradientTests
{
    private static readonly IModel Model = new Mlp(1, 3, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 4,
        Queries = 5,
        DType = ScalarType.Float64,
    };

    [Fact]
    public void ThroughTheLstmOptimiser()
    {
        using var scope = NewDisposeScope();
        var learner = LstmOptimiser.Create(Model, Losses.MeanSquaredError, steps: 3, hidden: 2);
        var tasks = Family.Sample(1, 2);
        var meta = Larger(learner.Init(2, ScalarType.Float64)).Leaves();
        var recorded = new Recorder(learner.Rule);
        Check(learner with { Rule = recorded }, meta, tasks, recorded, (losses, _) => losses[^1]);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(6, 3)]
    [InlineData(5, 3)]
    public void ThroughTruncatedUnrolls(int steps, int length)
    {
        using var scope = NewDisposeScope();
        var learner = LearnedOptimiser.Create(
            Model,
            Losses.MeanSquaredError,
            steps,
            length,
            hidden: 2,
            start: 9
        );
        var tasks = Family.Sample(3, 2);
        var meta = learner.Init(4, ScalarType.Float64).Leaves();
        var recorded = new Recorder(learner.Rule) { Cut = length };
        Check(
            learner with
            {
                Rule = recorded,
            },
            meta,
            tasks,
            recorded,
            (losses, count) => losses.Skip(1).Sum() / count
        );
    }

    private static void Check(
        AdaptiveLearner learner,
        Parameters meta,
        TaskBatch tasks,
        Recorder recorder,
        Func<double[], int, double> outer
    )
    {
        var actual = learner.MetaGradient(meta, tasks);
        recorder.Replay = true;
        double Outer(Parameters at)
        {
            recorder.Rewind();
            var run = learner.Adapt(at, tasks.SupportX, tasks.SupportY, learner.Steps);
            var losses = run.Losses(learner.Loss, tasks.QueryX, tasks.QueryY).mean([1L]);
            return outer(losses.Doubles(), learner.Steps);
        }
        Assert.Equal(Outer(meta), actual.Losses.mean().ToDouble(), 1e-12);
        var expected = Numbers.CentralDifferences(Outer, meta, h: 1e-4);
        Assert.All(
            actual.Gradients.Zip(expected),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-5)
        );
    }

    private static Parameters Larger(Parameters meta) =>
        meta.Map(t => t.abs().max().ToDouble() < 0.011 ? t * 30 : t);

    /// <summary>Records what a rule is told, then tells it the same again whatever the parameters.</summary>
    private sealed class Recorder(IInnerRule rule) : IInnerRule
    {
        private readonly List<SupportLoss> told = [];
        private readonly List<(Parameters Theta, Parameters State)> borders = [];
        private int next;

        public bool Replay { get; set; }

        /// <summary>Steps after which parameters and state count as constants too; 0 for never.</summary>
        public int Cut { get; init; }

        public void Rewind() => next = 0;

        public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32) =>
            rule.Init(shapes, seed, dtype);

        public Parameters Begin(Parameters rho, Parameters theta) => rule.Begin(rho, theta);

        public (Parameters Theta, Parameters State) Step(
            Parameters rho,
            Parameters theta,
            SupportLoss support,
            Parameters state
        )
        {
            var border = Cut > 0 && next % Cut == 0;
            if (!Replay)
            {
                told.Add(new(Copy(support.Losses), support.Gradients.Map(Copy)));
                if (border)
                    borders.Add((theta.Map(Copy), state.Map(Copy)));
            }
            else if (border)
                (theta, state) = borders[next / Cut];
            return rule.Step(rho, theta, told[next++], state);
        }

        private static Tensor Copy(Tensor tensor) => tensor.detach().clone().DetachFromDisposeScope();
    }
}
