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
/// Give it families in random order (<see cref="ShuffledEpisodes"/>). The outer loss is the cross-entropy of every
/// prediction of an episode: of the support set, each made before its label is shown, and of the queries, each read as
/// the next example behind the support set. Memory is read before it is written: the key written is the key read by,
/// and would find itself. Meta-parameters: the <see cref="LstmCell"/>'s, "cell"; W and b of the "keys",
/// of the write "gates", of the "output".
/// </remarks>
/// <param name="Inputs">Numbers an example, at least 1; examples <c>[T, n, …]</c> are flattened.</param>
/// <param name="Way">Classes an episode, at least 2.</param>
public sealed record Mann(int Inputs, int Way) : ILearner
{
    /// <inheritdoc/>
    public string Name => "MANN";

    /// <summary>Size of the LSTM controller. Default 200 (the paper's).</summary>
    public int Hidden { get; init; } = 200;

    /// <summary>The memory. Default 128 × 40 with 4 heads (the paper's).</summary>
    public LruMemory Memory { get; init; } = new(128, 40, 4);

    private LstmCell Cell => new(Inputs + Way, Hidden);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Inputs, 1, nameof(Inputs));
        Require.AtLeast(Way, 2, nameof(Way));
        var random = seed.Generator();
        var (heads, read) = (Memory.Heads, Memory.Heads * Memory.Width);
        return Parameters.Join(
            ("cell", Cell.Init(random, dtype)),
            ("keys", Dense.Init(random, Hidden, read, dtype)),
            ("gates", Dense.Init(random, Hidden, heads, dtype)),
            ("output", Dense.Init(random, Hidden + read, Way, dtype))
        );
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        Check(meta, tasks.SupportX, tasks.SupportY);
        return Gradient.OfMean(
            Name,
            meta,
            tasks.Tasks,
            own =>
            {
                var support = Read(own, tasks.SupportX, tasks.SupportY, out var state);
                var logits = Held.Cat([support, Next(own, tasks.QueryX, state)], 1);
                return Losses.CrossEntropy.Of(logits, Held.Cat([tasks.SupportY, tasks.QueryY], 1));
            }
        );
    }

    /// <summary>Reads the support set once, whatever the number of steps; before the first, memory is wiped.</summary>
    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Check(meta, supportX, supportY);
        using var off = no_grad();
        var wiped = Begin(supportX);
        Read(meta, supportX, supportY, out var read);
        return new Adapted(this, meta, steps, wiped, read);
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
        return Read(meta, x, y, out _);
    }

    private sealed record State(Tensor H, Tensor C, Tensor Label, MemoryState Memory);

    private State Begin(Tensor x)
    {
        var (h, c) = Cell.Begin(x, x.shape[0], 1);
        return new(h, c, x.new_zeros([x.shape[0], 1, Way]), Memory.Begin(x, x.shape[0]));
    }

    private Tensor Read(Parameters meta, Tensor x, Tensor y, out State state)
    {
        using var scope = NewDisposeScope();
        state = Begin(x);
        var flat = x.flatten(2);
        var labels = y.unsqueeze(-1).eq(arange(Way)).to(x.dtype);
        var logits = new Tensor[x.shape[1]];
        for (var i = 0; i < logits.Length; i++)
        {
            var (prediction, h, c, keys, weights) = Look(meta, flat.narrow(1, i, 1), state);
            var gate = Dense.Forward(meta.Part("gates"), h).sigmoid().transpose(1, 2);
            var memory = Memory.Write(state.Memory, keys, gate, weights);
            state = new(h, c, labels.narrow(1, i, 1), memory);
            logits[i] = prediction;
        }
        var all = Held.Cat(logits, 1);
        scope.MoveToOuter([
            all,
            state.H,
            state.C,
            state.Label,
            state.Memory.Rows,
            state.Memory.Usage,
            state.Memory.ReadWeights,
        ]);
        return all;
    }

    // The next example, of which there may be several, each as if it were the only one: read, but not remembered.
    private Tensor Next(Parameters meta, Tensor x, State state) => Look(meta, x.flatten(2), state).Prediction;

    private (Tensor Prediction, Tensor H, Tensor C, Tensor Keys, Tensor Weights) Look(
        Parameters meta,
        Tensor x,
        State state
    )
    {
        var (tasks, n) = (x.shape[0], x.shape[1]);
        Tensor Each(Tensor one) => one.expand([tasks, n, one.shape[2]]);
        var (h, c) = Cell.Step(
            meta.Part("cell"),
            Held.Cat([x, Each(state.Label)], -1),
            (Each(state.H), Each(state.C))
        );
        var keys = Dense.Forward(meta.Part("keys"), h).tanh().reshape(tasks, n * Memory.Heads, Memory.Width);
        var weights = LruMemory.Address(state.Memory, keys);
        var found = matmul(weights, state.Memory.Rows).reshape(tasks, n, Memory.Heads * Memory.Width);
        return (Dense.Forward(meta.Part("output"), Held.Cat([h, found], -1)), h, c, keys, weights);
    }

    private void Check(Parameters meta, Tensor x, Tensor y)
    {
        Require.Leading(y, nameof(y), Require.Batched(x, nameof(x))[..2]);
        Require.Shapes(meta, Shapes, nameof(meta));
        CheckInputs(meta, x);
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

    private void CheckInputs(Parameters meta, Tensor x)
    {
        Require.Type(x, nameof(x), meta[0].dtype);
        var size = x.numel() / (x.shape[0] * x.shape[1]);
        if (size != Inputs)
            throw new ArgumentException($"x has {size} numbers an example; expected {Inputs}.", nameof(x));
    }

    private ParameterShapes Shapes
    {
        get
        {
            var read = Memory.Heads * Memory.Width;
            return ParameterShapes.Join(
                ("cell", Cell.Shapes),
                ("keys", Dense.Shapes(Hidden, read)),
                ("gates", Dense.Shapes(Hidden, Memory.Heads)),
                ("output", Dense.Shapes(Hidden + read, Way))
            );
        }
    }

    private sealed class Adapted(Mann learner, Parameters meta, int steps, State wiped, State read)
        : IAdaptation
    {
        public int Steps => steps;

        public bool Repeats(int step) => step > 1;

        public Tensor Predict(int step, Tensor x)
        {
            Require.Query(step, Steps, x, read.H.shape[0]);
            learner.CheckInputs(meta, x);
            using var off = no_grad();
            return learner.Next(meta, x, step == 0 ? wiped : read);
        }
    }
}
