namespace MetaNotebooks;

// Learners, and what is theirs alone.
internal static partial class KitParts
{
    private static (string, object?)[]? Learner(object value) =>
        value switch
        {
            AdaptiveLearner one =>
            [
                ("Name", one.Name),
                ("Model", one.Model),
                ("Loss", one.Loss),
                ("Rule", one.Rule),
                ("Steps", one.Steps),
                ("Outer", one.Outer),
                ("LearnsRule", one.LearnsRule),
                ("Start", one.Start),
            ],
            Start.GivenStart one => [("At", All(one.At))],
            Start.RandomStart one => [("Seed", one.Seed)],
            Start.PartlyLearnedStart one => [("Part", one.Part)],
            Start { IsLearned: true } => [],
            ProtoNet one => [("Embedding", one.Embedding)],
            MatchingNets one => [("Embedding", one.Embedding)],
            NearestNeighbour => [],
            InContext one => [("Inputs", one.Inputs), ("Outputs", one.Outputs), ("Body", one.Body)],
            SinusoidPosterior one => [("Family", one.Family), ("Grid", one.Grid)],
            NeuralProcess one =>
            [
                ("Inputs", one.Inputs),
                ("Outputs", one.Outputs),
                ("Size", one.Size),
                ("Least", one.Least),
            ],
            RidgeHead one => [("Embedding", one.Embedding), ("Strength", one.Strength), ("Scale", one.Scale)],
            LogisticHead one =>
            [
                ("Embedding", one.Embedding),
                ("Iterations", one.Iterations),
                ("Strength", one.Strength),
                ("Scale", one.Scale),
            ],
            SimpleShot one =>
            [
                ("Embedding", one.Embedding),
                ("Centre", one.Centre),
                ("Normalised", one.Normalised),
            ],
            FineTunedPrototypes one =>
            [
                ("Embedding", one.Embedding),
                ("Rate", one.Rate),
                ("Temperature", one.Temperature),
            ],
            Mann one =>
            [
                ("Inputs", one.Inputs),
                ("Way", one.Way),
                ("Hidden", one.Hidden),
                ("Memory", one.Memory),
            ],
            LruMemory one =>
            [
                ("Slots", one.Slots),
                ("Width", one.Width),
                ("Heads", one.Heads),
                ("Decay", one.Decay),
            ],
            MetaLstm one =>
            [
                ("Words", one.Words),
                ("Embedding", one.Embedding),
                ("Reader", one.Reader),
                ("Hidden", one.Hidden),
                ("InnerRate", one.InnerRate),
            ],
            ZeroShot one => [("Words", one.Words), ("Embedding", one.Embedding), ("Size", one.Size)],
            MetaNetwork one =>
            [
                ("Space", one.Space),
                ("Loss", one.Loss),
                ("Rate", one.Rate),
                ("Price", one.Price),
                ("Temperature", one.Temperature),
            ],
            ArchitectureSpace one =>
            [
                ("Inputs", one.Inputs),
                ("Outputs", one.Outputs),
                ("Activations", All(one.Activations)),
                ("Widths", All(one.Widths)),
                ("Depths", All(one.Depths)),
            ],
            _ => null,
        };
}
