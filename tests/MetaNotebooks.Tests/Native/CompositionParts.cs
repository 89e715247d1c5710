namespace MetaNotebooks.Tests;

/// <summary>Every inner rule with every estimator that it composes with, and models of each kind.</summary>
internal static class CompositionParts
{
    private static readonly IModel Small = new Mlp(1, 3, 2, 1) { Activation = Activation.Tanh };

    private static readonly Sinusoids Family = new()
    {
        Shots = 4,
        Queries = 3,
        DType = ScalarType.Float64,
    };

    private static readonly (string Name, IInnerRule Rule)[] Rules =
    [
        ("step", new GradientStep(0.05)),
        ("step by parameter", new GradientStep(0.05) { PerParameter = true }),
        ("regularised step", new RegularisedStep(0.05, 0.01) { PerParameter = true }),
        ("head only", new HeadOnly(new GradientStep(0.05))),
        ("Adam", new AdamStep(0.01)),
        ("LSTM", new LstmStep(3)),
        ("learned", new LearnedStep(3)),
        ("proximal step", new ProximalStep(0.05)),
        ("rates by step", new StepRates(0.05, 2)),
        ("biases by step", new StepParameters(new GradientStep(0.05), 2, ["bias"])),
    ];

    // The last two improve the model's parameters alone.
    private static readonly (IMetaGradientEstimator Estimator, bool LearnsRule)[] Estimators =
    [
        (new ThroughAdaptation(Derivatives.Second), true),
        (new ThroughAdaptation(Derivatives.First), true),
        (new Recomputed(Derivatives.Second), true),
        (new Recomputed(Derivatives.First), true),
        (new TruncatedUnrolls(2), true),
        (new MultiStepLoss(), true),
        (new EvolutionStrategies(Length: 2) { Persistent = true }, true),
        (new ParameterDifference(2), false),
        (new Joint(), false),
    ];

    private static readonly IModel[] Networks =
    [
        new Linear(1, 1),
        new Chain(new Linear(1, 2), new Mlp(2, 3, 1)),
        new Mlp(1, 3, 1) { Activation = Activation.Sine },
    ];

    public static IEnumerable<Part> All =>
        [
            .. from rule in Rules
            from outer in Estimators
            select Of($"{rule.Name}, {outer.Estimator}", Small, rule.Rule, outer.Estimator, outer.LearnsRule),
            .. Networks.Select(
                (model, i) =>
                    Of(
                        $"network {i}",
                        model,
                        new GradientStep(0.05),
                        new ThroughAdaptation(Derivatives.Second),
                        false
                    )
            ),
            new("convolutions", Convolutions),
        ];

    private static Part Of(
        string name,
        IModel model,
        IInnerRule rule,
        IMetaGradientEstimator outer,
        bool learnsRule
    )
    {
        var learner = new AdaptiveLearner(name, model, Losses.MeanSquaredError, rule, 3, outer)
        {
            LearnsRule = learnsRule,
        };
        return new(name, () => LearnerParts.Gradient(learner, Family));
    }

    private static IEnumerable<double[]> Convolutions()
    {
        var body = new Conv4(side: 4, filters: 4);
        var learner = Maml.Create(new Chain(body, new Linear(body.Outputs, 3)), Losses.CrossEntropy, 0.05, 2);
        return LearnerParts.Gradient(learner, ComparingLearnerCases.Family);
    }
}
