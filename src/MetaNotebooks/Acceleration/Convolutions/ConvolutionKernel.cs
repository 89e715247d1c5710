using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The meta-gradient through gradient descent on <see cref="Conv4"/> with a linear layer, written out as
/// <see cref="PerceptronKernel"/> writes it out for small networks. Here a task's numbers are many but fit the processor's
/// caches, and over half of libtorch's time goes to other things than convolutions: operations that each go through all
/// tasks' images, and fresh memory; so one task is computed from beginning to end, and then the next. The same numbers as by automatic differentiation but for rounding, and the
/// same bits whatever the number of threads: tasks are summed in their order.
/// </summary>
internal sealed unsafe class ConvolutionKernel : IMetaGradientKernel
{
    /// <inheritdoc/>
    public Computation Computation => Computation.Convolution;

    /// <inheritdoc/>
    public string? Refusal(AdaptiveLearner learner, Parameters theta, Parameters rho, TaskBatch tasks)
    {
        if (learner.Model is not Chain { Models: [Conv4 body, Linear { Bias: true } head] } model)
            return $"the model is no {nameof(Chain)} of a {nameof(Conv4)} and a {nameof(Linear)} with bias";
        if (learner.Rule is not (GradientStep or HeadOnly { Rule: GradientStep, Head: "head" }))
            return $"the rule is {learner.Rule.GetType().Name}; expected {nameof(GradientStep)}, or one of the "
                + $"whole head by {nameof(HeadOnly)}";
        if (learner.Loss != Losses.CrossEntropy)
            return $"the loss is another function than {nameof(Losses)}.{nameof(Losses.CrossEntropy)} itself";
        if (head.Inputs != body.Outputs)
            return $"the head has {head.Inputs} inputs; expected the {body.Outputs} that the blocks give";
        return PlainNumbers.Problem("the start", theta, model.Shapes)
            ?? PlainNumbers.RateProblem(rho, model.Shapes.Only(learner.Rule.Moves))
            ?? Problem(nameof(tasks.SupportX), body, tasks.SupportX)
            ?? Problem(nameof(tasks.QueryX), body, tasks.QueryX)
            ?? TooMany(nameof(tasks.SupportX), tasks.SupportX, head)
            ?? TooMany(nameof(tasks.QueryX), tasks.QueryX, head)
            ?? LabelProblem(nameof(tasks.SupportY), tasks.SupportY, head.Outputs)
            ?? LabelProblem(nameof(tasks.QueryY), tasks.QueryY, head.Outputs);
    }

    /// <summary>Why blocks cannot embed images here, in words; null where they can.</summary>
    /// <param name="name">What the images are called.</param>
    /// <param name="body">The blocks.</param>
    /// <param name="images">The images, <c>[T, n, side, side]</c>.</param>
    public static string? Problem(string name, Conv4 body, Tensor images)
    {
        // Measured beside libtorch: two to three times its speed with vectors of 512 bits, 1.1 to 1.5 times with 256.
        if (!Vector256.IsHardwareAccelerated)
            return "this processor has no vectors of 256 bits";
        if (body.Filters % ConvolutionProduct.Width != 0)
            return $"the blocks have {body.Filters} filters; expected a multiple of {ConvolutionProduct.Width}";
        if (PlainNumbers.Problem(name, images) is { } problem)
            return problem;
        if (images.dim() != 4 || images.shape[2] != body.Side || images.shape[3] != body.Side)
            return $"{name} has shape [{string.Join(", ", images.shape)}]; expected [T, n, {body.Side}, {body.Side}]";
        // The model refuses it in words.
        if (images.shape[1] * body.LastSide * body.LastSide <= 1)
            return $"{name} has a single value a channel, which has no deviation";
        return
            TaskPart.IsArray(images.shape[0] * images.shape[1] * body.Outputs)
            && ConvolutionGrid.Fits(body, images.shape[1])
            ? null
            : $"{name} has more numbers than 32 bits can number";
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
        var parts = ((Chain)learner.Model).Models;
        var network = ConvolutionNetwork.Of((Conv4)parts[0], ((Linear)parts[1]).Outputs);
        var batch = new ConvolutionBatch(network, learner, theta, rho, tasks, derivatives);
        var size = network.Parameters / Floats.Count;
        using var results = AlignedMemory.Of(2L * batch.Tasks * size);
        Floats* byTheta = results.Take((long)batch.Tasks * size),
            byRho = results.Take((long)batch.Tasks * size);
        var losses = new float[batch.Tasks];
        IConvolutionAdaptation Adaptation() =>
            learner.Rule is HeadOnly
                ? new ConvolutionHeadAdaptation(network, batch)
                : new ConvolutionAdaptation(network, batch);
        void Run(IConvolutionAdaptation adaptation, int task) =>
            losses[task] = adaptation.Run(
                task,
                TaskPart.At(byTheta, task, size),
                TaskPart.At(byRho, task, size)
            );
        if (get_num_threads() == 1)
        {
            using var adaptation = Adaptation();
            for (var task = 0; task < batch.Tasks; task++)
                Run(adaptation, task);
        }
        else
            Parallel.For(
                0,
                batch.Tasks,
                new() { MaxDegreeOfParallelism = get_num_threads() },
                Adaptation,
                (task, _, adaptation) =>
                {
                    Run(adaptation, task);
                    return adaptation;
                },
                adaptation => adaptation.Dispose()
            );
        var sums = learner.Whole(
            () => PlainNumbers.Tensors(network.Sum(byTheta, batch.Tasks), theta),
            // Parameters that do not move have no rate.
            () => PlainNumbers.Rates(network.Sum(byRho, batch.Tasks)[batch.FirstAdapted..], rho)
        );
        return new(tensor(losses), sums / (double)batch.Tasks) { By = Computation.Convolution };
    }

    private static string? TooMany(string name, Tensor images, Linear head) =>
        images.shape[1] <= int.MaxValue / head.Outputs
            ? null
            : $"{name} has more logits than 32 bits can number";

    private static string? LabelProblem(string name, Tensor labels, int way)
    {
        if (labels.dim() != 2 || labels.dtype != ScalarType.Int64)
            return $"{name} is {labels.dtype} of shape [{string.Join(", ", labels.shape)}]; expected Int64, [T, n]";
        return labels.min().item<long>() >= 0 && labels.max().item<long>() < way
            ? null
            : $"{name} holds a label outside of 0 to {way - 1}";
    }
}
