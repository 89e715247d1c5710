using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// What a <see cref="Mann"/>'s controller and memory put out for a batch of episodes, and the derivatives by its
/// parameters, written out, with a task in each lane of the processor's vectors (<see cref="RecurrentLanes"/>). An
/// episode of fifty examples is some thousands of operations on tensors that are so small that an operation costs more than
/// its arithmetic. Products that all steps share are libtorch's.
/// </summary>
internal sealed unsafe class RecurrentKernel : IDisposable
{
    private readonly Mann learner;
    private readonly RecurrentShapes shapes;
    private readonly MannWeights weights;
    private readonly Tensor inputs;
    private readonly int support;
    private readonly List<RecurrentLanes> groups = [];

    /// <summary>All steps, forward.</summary>
    /// <param name="learner">Its sizes.</param>
    /// <param name="meta">Its parameters.</param>
    /// <param name="batch">The episodes.</param>
    public RecurrentKernel(Mann learner, Parameters meta, TaskBatch batch)
    {
        this.learner = learner;
        shapes = new(learner.Hidden, learner.Memory);
        weights = MannWeights.Of(learner, meta);
        support = (int)batch.SupportX.shape[1];
        inputs = Inputs(learner, meta, batch);
        Outputs = Forward();
    }

    private Tensor Forward()
    {
        using var scope = NewDisposeScope();
        var (tasks, steps) = ((int)inputs.shape[0], (int)inputs.shape[1]);
        var sums = matmul(inputs, weights.Input).add_(weights.InputBias);
        var (recurrent, drive) = (new SharedMatrix(weights.Recurrent), new SharedMatrix(weights.Drive));
        var bias = Held.Numbers<float>(weights.DriveBias);
        for (var first = 0; first < tasks; first += LaneTasks.Lanes)
        {
            var lanes = new RecurrentLanes(shapes, support, steps - support);
            groups.Add(lanes);
            LaneTasks.Spread(Held.Seen(sums), tasks, first, lanes.Gates + shapes.Gates);
            lanes.Forward(recurrent, drive, bias);
        }
        return Gathered(lanes => (nint)lanes.Outputs, shapes.Output).MoveToOuterDisposeScope();
    }

    // The examples of the support set, then the queries, each of which is shown with the support set's last label.
    private static Tensor Inputs(Mann learner, Parameters meta, TaskBatch batch)
    {
        using var scope = NewDisposeScope();
        var steps = new MannSteps(learner, meta);
        var (n, queries) = (batch.SupportX.shape[1], batch.QueryX.shape[1]);
        var labels = steps.Labels(steps.Begin(batch.SupportX), batch.SupportY);
        var x = Held.Cat([batch.SupportX.flatten(2), batch.QueryX.flatten(2)], 1);
        var last = labels.narrow(1, n, 1).expand([-1, queries, -1]);
        return MannSteps.Shown(x, Held.Cat([labels.narrow(1, 0, n), last], 1)).MoveToOuterDisposeScope();
    }

    /// <summary>h and what was read, of each example, <c>[T, support + queries, output]</c>.</summary>
    public Tensor Outputs { get; }

    /// <summary>The derivatives by the parameters, given those by the outputs.</summary>
    public Parameters Backward(Tensor byOutputs)
    {
        BackwardLanes(byOutputs);
        var tasks = (int)inputs.shape[0];
        var byGates = Gathered(lanes => (nint)lanes.Gates, shapes.Gates).flatten(0, 1);
        var byDriven = Gathered(lanes => (nint)lanes.ByDriven, shapes.Driven).flatten(0, 1);
        // What each step went on from: nothing, the step before, or, aside, the last of the support set.
        var aside = inputs.shape[1] - support;
        var before = Held.Cat(
            [
                Outputs.new_zeros([tasks, 1, shapes.Output]),
                Outputs.narrow(1, 0, support - 1),
                Outputs.narrow(1, support - 1, 1).expand([-1, aside, -1]),
            ],
            1
        );
        var hidden = Outputs.narrow(2, 0, shapes.Hidden).flatten(0, 1);
        var by = new MannWeights(
            inputs.flatten(0, 1).t().matmul(byGates),
            byGates.sum([0L], keepdim: true),
            before.flatten(0, 1).t().matmul(byGates),
            hidden.t().matmul(byDriven),
            byDriven.sum([0L], keepdim: true)
        );
        return by.Parts(learner);
    }

    private void BackwardLanes(Tensor byOutputs)
    {
        using var scope = NewDisposeScope();
        var (recurrent, drive) = (
            new SharedMatrix(weights.Recurrent.t()),
            new SharedMatrix(weights.Drive.t())
        );
        var tasks = (int)inputs.shape[0];
        for (var i = 0; i < groups.Count; i++)
        {
            new Span<Floats>(groups[i].ByOutputs, shapes.Output).Clear();
            LaneTasks.Spread(
                Held.Seen(byOutputs),
                tasks,
                i * LaneTasks.Lanes,
                groups[i].ByOutputs + shapes.Output
            );
            groups[i].Backward(recurrent, drive);
        }
        GC.KeepAlive(byOutputs);
    }

    // From lanes to tasks, without step 0.
    private Tensor Gathered(Func<RecurrentLanes, nint> part, int size)
    {
        var (tasks, steps) = ((int)inputs.shape[0], (int)inputs.shape[1]);
        var all = empty(tasks, steps, size, dtype: ScalarType.Float32);
        for (var i = 0; i < groups.Count; i++)
            LaneTasks.Gather((Floats*)part(groups[i]) + size, tasks, i * LaneTasks.Lanes, Held.InPlace(all));
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => groups.ForEach(group => group.Dispose());
}
