using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The steps of <see cref="LstmStep"/> for all tasks of a batch. Each task's coordinates are laid in lanes, sixteen a group;
/// the last group is filled up with zeros, which stay zeros and have no derivative.
/// </summary>
internal sealed unsafe class LstmStepRun : IDisposable
{
    private readonly LstmStepWeights weights;
    private readonly int tasks;
    private readonly int coordinates;
    private readonly int groups;
    private readonly int steps;
    private readonly AlignedMemory buffer;
    private readonly Floats* given;
    private readonly Floats* states;
    private readonly Floats* thetas;
    private int done;

    /// <param name="weights">The rule's tensors.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="coordinates">How many numbers each adapts.</param>
    /// <param name="steps">How many steps.</param>
    public LstmStepRun(LstmStepWeights weights, int tasks, int coordinates, int steps)
    {
        (this.weights, this.tasks, this.coordinates, this.steps) = (weights, tasks, coordinates, steps);
        groups = (coordinates + Floats.Count - 1) / Floats.Count;
        var all = (long)tasks * groups;
        var state = LstmStepLanes.State(weights);
        buffer = AlignedMemory.Of(all * (steps * LstmStepLanes.Given + state + 1));
        given = buffer.Take(all * steps * LstmStepLanes.Given);
        states = buffer.Take(all * state);
        thetas = buffer.Take(all);
        for (var i = 0L; i < all * state; i++)
            states[i] = Floats.Zero;
    }

    // Vectors that one step of all tasks was given.
    private long Stride => (long)tasks * groups * LstmStepLanes.Given;

    /// <summary>The next step.</summary>
    /// <param name="theta">θ, <c>[T, P]</c>.</param>
    /// <param name="losses">Each task's loss there, <c>[T]</c>.</param>
    /// <param name="gradient">Its gradient, <c>[T, P]</c>.</param>
    /// <returns>θ after it.</returns>
    public Tensor Step(Tensor theta, Tensor losses, Tensor gradient)
    {
        var loss = LogSign.Of(losses).unsqueeze(1).expand(tasks, coordinates, 2);
        var first = given + done * Stride;
        Lay(
            Held.Cat([loss, LogSign.Of(gradient), theta.unsqueeze(-1), gradient.unsqueeze(-1)], -1),
            LstmStepLanes.Given,
            first
        );
        ForEachTask(task =>
        {
            using var lanes = new LstmStepLanes(weights, 1);
            var state = LstmStepLanes.State(weights);
            for (var group = task * groups; group < (task + 1) * groups; group++)
                thetas[group] = lanes.Step(
                    TaskPart.At(states, group, state),
                    TaskPart.At(first, group, LstmStepLanes.Given)
                );
        });
        done++;
        return Gathered();
    }

    /// <summary>The derivatives by θ before the first step, and by the weights, summed over the tasks.</summary>
    /// <param name="byTheta">By θ after the last, <c>[T, P]</c>.</param>
    public (Tensor ByTheta, float[] ByCell, float[] ByGates) Back(Tensor byTheta)
    {
        Lay(byTheta.unsqueeze(-1), 1, thetas);
        var sums = new LstmStepSum[tasks];
        ForEachTask(task =>
        {
            using var lanes = new LstmStepLanes(weights, steps);
            var sum = sums[task] = new(weights);
            for (var group = task * groups; group < (task + 1) * groups; group++)
                thetas[group] = lanes.Derivatives(
                    steps,
                    TaskPart.At(given, group, LstmStepLanes.Given),
                    Stride,
                    thetas[group],
                    sum
                );
        });
        double[] byCell = new double[weights.Read * weights.Sums],
            byGates = new double[weights.Seen * 2];
        foreach (var sum in sums)
        {
            sum.AddTo(byCell, byGates);
            sum.Dispose();
        }
        return (Gathered(), [.. byCell.Select(sum => (float)sum)], [.. byGates.Select(sum => (float)sum)]);
    }

    // [T, P, n] as n vectors of each group.
    private void Lay(Tensor numbers, int each, Floats* to)
    {
        var filled = numbers.new_zeros(tasks, groups * (long)Floats.Count - coordinates, each);
        var lanes = Held.Cat([numbers, filled], 1).reshape(tasks, groups, Floats.Count, each).transpose(2, 3);
        Held.Numbers<float>(lanes).CopyTo(new Span<float>(to, tasks * groups * each * Floats.Count));
    }

    private Tensor Gathered() =>
        tensor(
                new ReadOnlySpan<float>(thetas, tasks * groups * Floats.Count).ToArray(),
                [tasks, groups * (long)Floats.Count]
            )
            .narrow(1, 0, coordinates);

    private void ForEachTask(Action<int> run)
    {
        if (get_num_threads() == 1)
            for (var task = 0; task < tasks; task++)
                run(task);
        else
            Parallel.For(0, tasks, new() { MaxDegreeOfParallelism = get_num_threads() }, run);
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();
}
