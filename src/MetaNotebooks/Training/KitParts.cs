using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What each of the kit's own types is set to, by name: all that a training with it depends on. A type that
/// is not here cannot be compared between two runs.
/// </summary>
internal static partial class KitParts
{
    /// <summary>A list of anything.</summary>
    public sealed record Many(IEnumerable<object?> Items);

    /// <summary>The parts of a value; null for a type that is not the kit's.</summary>
    public static (string Name, object? Value)[]? Of(object value) =>
        Learner(value) ?? Model(value) ?? Rule(value) ?? Tasks(value) ?? Data(value) ?? Optimiser(value);

    /// <summary>The name of one of the kit's losses; null for another function.</summary>
    public static string? Name(TaskLoss loss) =>
        loss == Losses.MeanSquaredError ? "Losses.MeanSquaredError"
        : loss == Losses.CrossEntropy ? "Losses.CrossEntropy"
        : loss == Losses.Accuracy ? "Losses.Accuracy"
        : null;

    private static (string, object?)[]? Model(object value) =>
        value switch
        {
            Linear one => [("Inputs", one.Inputs), ("Outputs", one.Outputs), ("Bias", one.Bias)],
            Mlp one => [("Sizes", All(one.Sizes)), ("Activation", one.Activation)],
            SelfAttention one => [("Width", one.Width), ("Heads", one.Heads), ("Linear", one.Linear)],
            Transformer one => [("Width", one.Width), ("Heads", one.Heads), ("Layers", one.Layers)],
            Contextual one => [("Context", one.Context), ("Body", one.Body)],
            Conv4 one => [("Side", one.Side), ("Filters", one.Filters)],
            Chain one => [("Models", All(one.Models))],
            LstmClassifier one =>
            [
                ("Words", one.Words),
                ("Classes", one.Classes),
                ("Embedding", one.Embedding),
                ("Hidden", one.Hidden),
            ],
            _ => null,
        };

    private static (string, object?)[]? Rule(object value) =>
        value switch
        {
            GradientStep one => [("Rate", one.Rate), ("PerParameter", one.PerParameter)],
            RegularisedStep one =>
            [
                ("Rate", one.Rate),
                ("Strength", one.Strength),
                ("PerParameter", one.PerParameter),
            ],
            AdamStep one =>
            [
                ("Rate", one.Rate),
                ("Beta1", one.Beta1),
                ("Beta2", one.Beta2),
                ("Epsilon", one.Epsilon),
            ],
            ProximalStep one => [("Rate", one.Rate), ("Strength", one.Strength)],
            HeadOnly one => [("Rule", one.Rule), ("Head", one.Head)],
            LstmStep one => [("Hidden", one.Hidden)],
            LearnedStep one => [("Hidden", one.Hidden), ("Scale", one.Scale)],
            ThroughAdaptation one => [("Derivatives", one.Derivatives)],
            Recomputed one => [("Derivatives", one.Derivatives)],
            ParameterDifference one => [("Minibatch", one.Minibatch)],
            TruncatedUnrolls one => [("Length", one.Length)],
            StepRates one => [("Rate", one.Rate), ("Steps", one.Steps)],
            StepParameters one => [("Rule", one.Rule), ("Steps", one.Steps), ("Names", All(one.Names))],
            MultiStepLoss one =>
            [
                ("Weights", one.Weights is null ? null : All(one.Weights)),
                ("Derivatives", one.Derivatives),
            ],
            EvolutionStrategies one =>
            [
                ("Deviation", one.Deviation),
                ("Pairs", one.Pairs),
                ("Length", one.Length),
                ("Persistent", one.Persistent),
            ],
            Implicit one => [("Iterations", one.Iterations), ("Damping", one.Damping)],
            Joint => [],
            _ => null,
        };

    private static (string, object?)[]? Tasks(object value) =>
        value switch
        {
            Sinusoids one =>
            [
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Amplitude", one.Amplitude),
                ("Phase", one.Phase),
                ("X", one.X),
                ("Noise", one.Noise),
                ("DType", one.DType),
            ],
            LinearTasks one =>
            [
                ("Inputs", one.Inputs),
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Weight", one.Weight),
                ("Bias", one.Bias),
                ("Noise", one.Noise),
                ("DType", one.DType),
            ],
            Polynomials one =>
            [
                ("Degree", one.Degree),
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Coefficient", one.Coefficient),
                ("Noise", one.Noise),
                ("DType", one.DType),
            ],
            Quadratics one => [("Inputs", one.Inputs), ("Shots", one.Shots), ("DType", one.DType)],
            RobotArm one =>
            [
                ("Output", one.Output),
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Length", one.Length),
                ("Payload", one.Payload),
                ("LinkMass", one.LinkMass),
                ("Angle", one.Angle),
                ("Noise", one.Noise),
                ("DType", one.DType),
            ],
            Assays one =>
            [
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Bits", one.Bits),
                ("Substructures", one.Substructures),
                ("SubstructureBits", one.SubstructureBits),
                ("Relevant", one.Relevant),
                ("Flipped", one.Flipped),
                ("Classes", one.Classes),
                ("Noise", one.Noise),
                ("Chemistry", one.Chemistry),
                ("DType", one.DType),
            ],
            TabularTasks one =>
            [
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Features", one.Features),
                ("Useful", one.Useful),
                ("Kinds", All(one.Kinds)),
                ("Flipped", one.Flipped),
                ("DType", one.DType),
            ],
            NWayKShot one =>
            [
                ("Set", one.Set),
                ("Way", one.Way),
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("DType", one.DType),
            ],
            TopicTasks one =>
            [
                ("Topics", All(one.Topics)),
                ("Vocabulary", one.Vocabulary),
                ("Way", one.Way),
                ("Shots", one.Shots),
                ("Queries", one.Queries),
                ("Length", one.Length),
            ],
            UnionOfFamilies one =>
            [
                ("Families", All(one.Families)),
                ("Shares", one.Shares is null ? null : All(one.Shares)),
            ],
            FixedTasks one => [("Batch", one.Batch)],
            ShiftedImages one => [("Inner", one.Inner), ("Most", one.Most)],
            ShuffledEpisodes one => [("Family", one.Family)],
            _ => null,
        };

    private static (string, object?)[]? Data(object value) =>
        value switch
        {
            // Not its Source: the same examples from another folder are the same.
            LabelledSet one =>
            [
                ("Features", one.Features),
                ("Classes", All(one.Classes)),
                ("Counts", All(one.Counts)),
            ],
            Topic one =>
            [
                ("Name", one.Name),
                ("Descriptions", All(one.Descriptions)),
                ("Sentences", All(one.Sentences)),
            ],
            Vocabulary one => [("Words", All(one.Words))],
            // Not its Truth, which nothing is trained by.
            TaskBatch one =>
            [
                ("SupportX", one.SupportX),
                ("SupportY", one.SupportY),
                ("QueryX", one.QueryX),
                ("QueryY", one.QueryY),
                ("Descriptions", one.Descriptions),
                ("Seed", one.Seed),
                ("First", one.First),
            ],
            _ => null,
        };

    private static (string, object?)[]? Optimiser(object value) =>
        value switch
        {
            Sgd one => [("Rate", one.Rate)],
            Adam one =>
            [
                ("Rate", one.Rate),
                ("Beta1", one.Beta1),
                ("Beta2", one.Beta2),
                ("Epsilon", one.Epsilon),
            ],
            Clipped one => [("Optimiser", one.Optimiser), ("Norm", one.Norm)],
            LinearDecay one => [("Optimiser", one.Optimiser), ("Iterations", one.Iterations)],
            _ => null,
        };

    public static Many All<T>(IEnumerable<T> items) => new(items.Cast<object?>());
}
