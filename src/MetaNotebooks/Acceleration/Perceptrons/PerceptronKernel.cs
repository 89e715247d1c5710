using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The meta-gradient through gradient descent on small networks, with a task in each lane of the processor's vectors and
/// the derivatives written out (see <see cref="PerceptronNetwork"/>). The tensors of such networks are so small that an operation
/// on them costs more than its arithmetic; here one batch is some loops. The same numbers as by automatic differentiation
/// but for rounding, and the same bits whatever the number of threads: each task's numbers are its own, and they are
/// summed in one order.
/// </summary>
internal sealed unsafe class PerceptronKernel : IMetaGradientKernel
{
    // Measured: with 100 units a layer this takes half of automatic differentiation's time, or all of it where tasks are
    // few and points many; from some 200 on, libtorch's products of large matrices are the faster.
    private const int Widest = 100;

    /// <inheritdoc/>
    public Computation Computation => Computation.Perceptron;

    /// <inheritdoc/>
    public string? Refusal(AdaptiveLearner learner, Parameters theta, Parameters rho, TaskBatch tasks)
    {
        if (learner.Model is not Mlp model)
            return $"the model is {learner.Model.GetType().Name}; expected {nameof(Mlp)}";
        if (learner.Rule is not GradientStep)
            return $"the rule is {learner.Rule.GetType().Name}; expected {nameof(GradientStep)}";
        if (learner.Loss != Losses.MeanSquaredError)
            return $"the loss is another function than {nameof(Losses)}.{nameof(Losses.MeanSquaredError)} itself";
        if (model.Sizes.Max() is > Widest and var width)
            return $"the widest layer has {width} units; expected at most {Widest}";
        return PlainNumbers.Problem("the start", theta, model.Shapes)
            ?? PlainNumbers.RateProblem(rho, model.Shapes)
            ?? Problem(nameof(tasks.SupportX), tasks.SupportX, model.Sizes[0])
            ?? Problem(nameof(tasks.SupportY), tasks.SupportY, model.Sizes[^1])
            ?? Problem(nameof(tasks.QueryX), tasks.QueryX, model.Sizes[0])
            ?? Problem(nameof(tasks.QueryY), tasks.QueryY, model.Sizes[^1])
            ?? TooMany(nameof(tasks.SupportX), model, tasks.SupportX.shape[1])
            ?? TooMany(nameof(tasks.QueryX), model, tasks.QueryX.shape[1]);
    }

    /// <inheritdoc/>
    public MetaGradient Estimate(
        AdaptiveLearner learner,
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        Derivatives derivatives
    )
    {
        Require.AtLeast(learner.Steps, 0, nameof(learner.Steps));
        var network = new PerceptronNetwork((Mlp)learner.Model);
        var batch = new PerceptronBatch(theta, rho, tasks, learner.Steps, derivatives);
        var groups = new PerceptronAdaptation[(batch.Tasks + LaneTasks.Lanes - 1) / LaneTasks.Lanes];
        void Run(int group)
        {
            groups[group] = new(network, batch, group * LaneTasks.Lanes);
            groups[group].Run();
        }
        if (get_num_threads() == 1 || groups.Length == 1)
            for (var group = 0; group < groups.Length; group++)
                Run(group);
        else
            Parallel.For(0, groups.Length, new() { MaxDegreeOfParallelism = get_num_threads() }, Run);
        try
        {
            float[] losses =
            [
                .. groups.SelectMany(group =>
                    Enumerable.Range(0, LaneTasks.Lanes).Select(i => group.Loss[i])
                ),
            ];
            float[] Of(Func<PerceptronAdaptation, nint> part) =>
                Mean(groups, batch.Tasks, part, network.Parameters);
            return new(
                tensor(losses.AsSpan(0, batch.Tasks).ToArray()),
                learner.Whole(
                    () => PlainNumbers.Tensors(Of(group => (nint)group.ByTheta), theta),
                    () => PlainNumbers.Rates(Of(group => (nint)group.ByRho), rho)
                )
            )
            {
                By = Computation.Perceptron,
            };
        }
        finally
        {
            foreach (var group in groups)
                group.Dispose();
        }
    }

    private static float[] Mean(
        PerceptronAdaptation[] groups,
        int tasks,
        Func<PerceptronAdaptation, nint> of,
        int size
    )
    {
        var sums = new Vector<float>[size];
        foreach (var group in groups.SkipLast(1))
        {
            var part = (Vector<float>*)of(group);
            for (var i = 0; i < size; i++)
                sums[i] += part[i];
        }
        var last = (Vector<float>*)of(groups[^1]);
        var present = LaneTasks.Present(tasks, (groups.Length - 1) * LaneTasks.Lanes);
        var mean = new float[size];
        for (var i = 0; i < size; i++)
            mean[i] =
                Vector.Sum(sums[i] + Vector.ConditionalSelect(present, last[i], Vector<float>.Zero)) / tasks;
        return mean;
    }

    private static string? Problem(string name, Tensor points, int width) =>
        points.dim() != 3 || points.shape[2] != width
            ? $"{name} has shape [{string.Join(", ", points.shape)}]; expected [T, n, {width}]"
            : PlainNumbers.Problem(name, points);

    private static string? TooMany(string name, Mlp model, long points) =>
        PerceptronPass.Fits(model.Sizes, points)
            ? null
            : $"{name} has {points} points a task, more than 32 bits can number with all units";
}
