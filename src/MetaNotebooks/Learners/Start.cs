using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Where the adaptations of an <see cref="AdaptiveLearner"/> start: at parameters that are learned, given or random.</summary>
public abstract record Start
{
    /// <summary>The initial parameters θ are learned, and the same for all tasks.</summary>
    public static Start Learned { get; } = new LearnedStart();

    /// <summary>The initial parameters are given and not learned.</summary>
    /// <param name="theta">The model's parameters.</param>
    public static Start Given(Parameters theta) => new GivenStart(theta);

    /// <summary>
    /// Every task of every batch starts elsewhere, and nothing of it is learned: where a batch was drawn with a seed
    /// (<see cref="TaskBatch.Seed"/>), its i-th task starts at <c>Model.Init(seed.Split(batch.Seed).At(i))</c>. Support sets
    /// that are given alone come of no batch: the i-th starts at <c>Model.Init(seed.At(i))</c>.
    /// </summary>
    /// <param name="seed">Where the randomness comes from.</param>
    public static Start Random(Seed seed) => new RandomStart(seed);

    /// <summary>All initial parameters are learned but a part, which begins at zeros in every task and is not.</summary>
    /// <param name="part">The name of the part, or of a parameter, such as "head" or "context".</param>
    public static Start LearnedBut(string part) => new PartlyLearnedStart(part);

    /// <summary>Whether initial parameters are among what is learned.</summary>
    internal virtual bool IsLearned => false;

    /// <summary>Whether one of the model's parameters is among what is learned.</summary>
    /// <param name="parameter">Its name.</param>
    internal virtual bool Learns(string parameter) => IsLearned;

    /// <summary>Where the tasks of a batch start.</summary>
    /// <param name="model">The model.</param>
    /// <param name="learned">The model's parameters among what is learned; none unless they are.</param>
    /// <param name="tasks">Seed of the batch, if they come of one, the first's place in it, and how many they are.</param>
    /// <param name="dtype">Type of the parameters.</param>
    internal abstract Parameters Theta(
        IModel model,
        Parameters learned,
        (Seed? Batch, int First, int Count) tasks,
        ScalarType dtype
    );

    private sealed record LearnedStart : Start
    {
        internal override bool IsLearned => true;

        internal override Parameters Theta(
            IModel model,
            Parameters learned,
            (Seed? Batch, int First, int Count) tasks,
            ScalarType dtype
        ) => learned;
    }

    internal sealed record PartlyLearnedStart(string Part) : Start
    {
        internal override bool IsLearned => true;

        internal override bool Learns(string parameter) => !ParameterNames.IsOrIsIn(parameter, Part);

        internal override Parameters Theta(
            IModel model,
            Parameters learned,
            (Seed? Batch, int First, int Count) tasks,
            ScalarType dtype
        )
        {
            var expected = model.Shapes.Only(Learns);
            if (expected.Count == model.Shapes.Count)
                throw new ArgumentException(
                    $"Part is '{Part}'; expected a part of the model, whose parameters are {expected.Listed}.",
                    nameof(Part)
                );
            if (!expected.AreNamedAs(learned))
                throw new ArgumentException($"meta is {learned}; expected {expected}.", "meta");
            return model.Shapes.Make((name, shape) => Learns(name) ? learned[name] : zeros(shape, dtype));
        }
    }

    internal sealed record GivenStart(Parameters At) : Start
    {
        internal override Parameters Theta(
            IModel model,
            Parameters learned,
            (Seed? Batch, int First, int Count) tasks,
            ScalarType dtype
        ) => At;
    }

    internal sealed record RandomStart(Seed Seed) : Start
    {
        internal override Parameters Theta(
            IModel model,
            Parameters learned,
            (Seed? Batch, int First, int Count) tasks,
            ScalarType dtype
        )
        {
            var seed = tasks.Batch is { } batch ? Seed.Split(batch) : Seed;
            return Parameters.Stack([
                .. Enumerable
                    .Range(tasks.First, tasks.Count)
                    .Select(task => model.Init(seed.At(task), dtype)),
            ]);
        }
    }
}
