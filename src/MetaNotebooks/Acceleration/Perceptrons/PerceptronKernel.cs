using System.Runtime.Intrinsics;
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
        using var batch = new PerceptronBatch(theta, rho, tasks, learner.Steps, derivatives);
        var groups = (batch.Tasks + LaneTasks.Lanes - 1) / LaneTasks.Lanes;
        var losses = new float[groups * LaneTasks.Lanes];
        var size = network.Parameters;
        using var results = AlignedMemory.Of(2L * groups * size);
        Floats* byTheta = results.Take((long)groups * size),
            byRho = learner.LearnsRule ? results.Take((long)groups * size) : null;
        void Run(int group) =>
            new PerceptronAdaptation(network, batch, group * LaneTasks.Lanes)
                .Run(
                    TaskPart.At(byTheta, group, size),
                    byRho == null ? null : TaskPart.At(byRho, group, size)
                )
                .CopyTo(losses, group * LaneTasks.Lanes);
        if (get_num_threads() == 1 || groups == 1)
            for (var group = 0; group < groups; group++)
                Run(group);
        else
            Parallel.For(0, groups, new() { MaxDegreeOfParallelism = get_num_threads() }, Run);
        float[] Mean(Floats* parts)
        {
            var mean = new float[size];
            LaneTasks.Sum(parts, batch.Tasks, mean);
            foreach (ref var number in mean.AsSpan())
                number /= batch.Tasks;
            return mean;
        }
        var gradients = learner.Whole(
            () => PlainNumbers.Tensors(Mean(byTheta), theta),
            () => PlainNumbers.Rates(Mean(byRho), rho)
        );
        return new(tensor(losses[..batch.Tasks]), gradients) { By = Computation.Perceptron };
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
