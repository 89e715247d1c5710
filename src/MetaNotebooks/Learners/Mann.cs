using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Memory-augmented neural network (Santoro et al. 2016; errata page, D4.10): adapts without any gradient, by reading a task's
/// examples one after the other into an external memory, each with the label of the one BEFORE it. So a class must be
/// bound to its label in memory, and be guessed when it is met first.
/// </summary>
/// <remarks>
/// <para>Give it families in random order (<see cref="ShuffledEpisodes"/>). The outer loss is the cross-entropy of every
/// prediction of an episode: of the support set, each made before its label is shown, and of the queries, each read as
/// the next example behind the support set, from a copy of what that has left.</para>
/// <para>The paper's (sections 3.1 and 3.2): the controller takes the image, the label before it and what was read in the
/// step before; the memory is written, then read (<see cref="LruMemory"/>); the output layer sees h and what was read.
/// A choice: what a head adds to its rows is a vector of its own, where the paper adds the key by which the head reads;
/// one vector would have to be the image looked for now and the label shown now, both at once. Public programs that reach
/// the paper's figures choose so too.</para>
/// <para>Meta-parameters: the <see cref="LstmCell"/>'s, "cell", whose inputs are the example, the label and what was
/// read; W and b of the "keys", of what is "added", of the write "gates", of the "output".</para>
/// </remarks>
/// <param name="Inputs">Numbers an example, at least 1; examples <c>[T, n, …]</c> are flattened.</param>
/// <param name="Way">Classes an episode, at least 2.</param>
public sealed record Mann(int Inputs, int Way) : ILearner
{
    /// <inheritdoc/>
    public string Name => Memory is null ? "LSTM without memory" : "MANN";

    /// <summary>Size of the LSTM controller. Default 200 (the paper's).</summary>
    public int Hidden { get; init; } = 200;

    /// <summary>The memory. Default 128 × 40 with 4 heads (the paper's); null for none, an LSTM alone.</summary>
    public LruMemory? Memory { get; init; } = new(128, 40, 4);

    /// <summary>How many numbers are read in a step.</summary>
    internal int Read => Memory is null ? 0 : Memory.Heads * Memory.Width;

    /// <summary>The layers by which the controller drives the memory, and their sizes.</summary>
    internal IReadOnlyList<(string Name, int Size)> Drives =>
        Memory is null ? [] : [("keys", Read), ("added", Read), ("gates", Memory.Heads)];

    private LstmCell Cell => new(Inputs + Way + Read, Hidden);

    private ParameterShapes Shapes =>
        ParameterShapes.Join([
            ("cell", Cell.Shapes),
            .. Drives.Select(drive => (drive.Name, Dense.Shapes(Hidden, drive.Size))),
            ("output", Dense.Shapes(Hidden + Read, Way)),
        ]);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Way, 2, nameof(Way));
        var random = seed.Generator();
        return Parameters.Join([
            ("cell", Cell.Init(random, dtype)),
            .. Drives.Select(drive => (drive.Name, Dense.Init(random, Hidden, drive.Size, dtype))),
            ("output", Dense.Init(random, Hidden + Read, Way, dtype)),
        ]);
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        Check(meta, tasks.SupportX, tasks.SupportY);
        var y = Held.Cat([tasks.SupportY, tasks.QueryY], 1);
        if (Refusal(meta, tasks) is { } refusal)
            return Gradient.OfMean(
                Name,
                meta,
                tasks.Tasks,
                own =>
                {
                    var steps = new MannSteps(this, own);
                    var support = steps.Read(tasks.SupportX, tasks.SupportY, out var state);
                    return Losses.CrossEntropy.Of(Held.Cat([support, steps.Next(tasks.QueryX, state)], 1), y);
                }
            ) with
            {
                NotBy = [refusal],
            };
        using var scope = NewDisposeScope();
        using var kernel = new RecurrentKernel(this, meta, tasks);
        var last = Parameters.Join(
            ("output", meta.Part("output")),
            ("", Parameters.Of(("seen", kernel.Outputs)))
        );
        var byLast = Gradient.OfMean(
            Name,
            last,
            tasks.Tasks,
            own => Losses.CrossEntropy.Of(Dense.Forward(own.Part("output"), own["seen"]), y)
        );
        var steps = kernel.Backward(byLast.Gradients["seen"]);
        var gradients = Parameters.Join(("", steps), ("output", byLast.Gradients.Part("output")));
        scope.MoveToOuter([byLast.Losses, .. gradients]);
        return new(byLast.Losses, gradients) { By = Computation.Recurrent };
    }

    private string? Refusal(Parameters meta, TaskBatch tasks)
    {
        if (!Kernels.AreOn)
            return Kernels.AreOff;
        var problem =
            PlainNumbers.Problem(nameof(meta), meta, Shapes)
            ?? PlainNumbers.Problem(nameof(tasks.SupportX), tasks.SupportX)
            ?? PlainNumbers.Problem(nameof(tasks.QueryX), tasks.QueryX);
        return problem is null ? null : $"{Computation.Recurrent}: {problem}";
    }

    /// <summary>
    /// Reads the support set once, whatever the number of steps; before the first, memory is wiped.
    /// </summary>
    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Check(meta, supportX, supportY);
        using var off = no_grad();
        var reader = new MannSteps(this, meta);
        reader.Read(supportX, supportY, out var read);
        return new Adapted(this, reader, steps, meta[0].dtype, reader.Begin(supportX), read);
    }

    /// <summary>What it predicts for each example of a sequence before it is shown the label.</summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="x">Examples in order, <c>[T, n, …]</c>.</param>
    /// <param name="y">Their labels, int64 <c>[T, n]</c>.</param>
    /// <returns>Logits <c>[T, n, way]</c>.</returns>
    public Tensor Sequence(Parameters meta, Tensor x, Tensor y)
    {
        Check(meta, x, y);
        using var off = no_grad();
        return new MannSteps(this, meta).Read(x, y, out _);
    }

    private void Check(Parameters meta, Tensor x, Tensor y)
    {
        Require.Leading(y, nameof(y), Require.Batched(x, nameof(x))[..2]);
        Require.Shapes(meta, Shapes, nameof(meta));
        CheckInputs(meta[0].dtype, x);
        if (y.dim() != 2 || y.dtype != ScalarType.Int64)
            throw new ArgumentException(
                $"y is {y.dtype} with {y.dim()} dimensions; expected labels, Int64 [T, n].",
                nameof(y)
            );
        using var scope = NewDisposeScope();
        var (low, high) = (y.min().ToInt64(), y.max().ToInt64());
        if (low < 0 || high >= Way)
            throw new ArgumentException($"y has labels {low} to {high}; expected 0 to {Way - 1}.", nameof(y));
    }

    private void CheckInputs(ScalarType type, Tensor x)
    {
        Require.Type(x, nameof(x), type);
        var size = x.numel() / (x.shape[0] * x.shape[1]);
        if (size != Inputs)
            throw new ArgumentException($"x has {size} numbers an example; expected {Inputs}.", nameof(x));
    }

    private sealed class Adapted(
        Mann learner,
        MannSteps reader,
        int steps,
        ScalarType type,
        MannState wiped,
        MannState read
    ) : IAdaptation
    {
        public int Steps => steps;

        public bool Repeats(int step) => step > 1;

        public Tensor Predict(int step, Tensor x)
        {
            Require.Query(step, Steps, x, read.H.shape[0]);
            learner.CheckInputs(type, x);
            using var off = no_grad();
            return reader.Next(x, step == 0 ? wiped : read);
        }
    }
}
