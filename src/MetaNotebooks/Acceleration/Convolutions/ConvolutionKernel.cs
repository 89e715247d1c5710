using System.Numerics;
using System.Runtime.Intrinsics;
using MetaNotebooks.Acceleration;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The meta-gradient through gradient descent on <see cref="Conv4"/> with a linear layer, written out as
/// <see cref="PerceptronKernel"/> writes it out for small networks. Here a task's numbers are many but fit the processor's
/// caches, and over half of libtorch's time goes to other things than convolutions: operations that each go through all
/// tasks' images, and fresh memory; so one task is computed from beginning to end, and then the next. The same numbers as by automatic differentiation but for rounding, and the
/// same bits whatever the number of threads: tasks are summed in their order.
/// </summary>
internal static unsafe class ConvolutionKernel
{
    /// <summary>Whether a learner and its tasks are of the kind that is written out here.</summary>
    public static bool Fits(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks
    ) =>
        learner
            is {
                Model: Chain { Models: [Conv4 body, Linear { Bias: true } head] } model,
                Rule: GradientStep or HeadOnly { Rule: GradientStep, Tensors: 2 }
            }
        && learner.Loss == Losses.CrossEntropy
        && head.Inputs == body.Outputs
        && PlainNumbers.Are(theta, model.Shapes)
        && PlainNumbers.AreRates(rho, [.. model.Shapes.Skip(learner.Rule.FirstAdapted(model.Shapes.Count))])
        && Learned.IsWhole(learned, theta, rho)
        && Fits(body, tasks.SupportX)
        && Fits(body, tasks.QueryX)
        && Math.Max(tasks.SupportX.shape[1], tasks.QueryX.shape[1]) <= int.MaxValue / head.Outputs
        && Labels(tasks.SupportY, head.Outputs)
        && Labels(tasks.QueryY, head.Outputs);

    /// <summary>Whether blocks and images are.</summary>
    public static bool Fits(Conv4 body, Tensor images) =>
        // Measured beside libtorch: two to three times its speed with vectors of 512 bits, 1.1 to 1.5 times with 256.
        Vector256.IsHardwareAccelerated
        && body.Filters % ConvolutionProduct.Width == 0
        && PlainNumbers.Is(images)
        && images.dim() == 4
        && images.shape[2] == body.Side
        && images.shape[3] == body.Side
        // A single value a channel has no deviation; the model refuses it in words.
        && images.shape[1] * body.LastSide * body.LastSide > 1
        && TaskPart.IsArray(images.shape[0] * images.shape[1] * body.Outputs)
        && ConvolutionGrid.Fits(body, images.shape[1]);

    /// <inheritdoc cref="IMetaGradientEstimator.Estimate"/>
    public static MetaGradient Estimate(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks,
        Derivatives derivatives
    )
    {
        Require.AtLeast(learner.Steps, 0, nameof(learner.Steps));
        var parts = ((Chain)learner.Model).Models;
        var network = ConvolutionNetwork.Of((Conv4)parts[0], ((Linear)parts[1]).Outputs);
        var batch = new ConvolutionBatch(network, learner, theta, rho, tasks, derivatives);
        var size = network.Parameters / Vector<float>.Count;
        using var results = AlignedMemory.Of(2L * batch.Tasks * size);
        Vector<float>* byTheta = results.Take((long)batch.Tasks * size),
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
        var gradients = new List<Tensor>();
        if (learned.Contains(theta[0], ReferenceEqualityComparer.Instance))
            gradients.AddRange(PlainNumbers.Tensors(network.Sum(byTheta, batch.Tasks), theta));
        if (learned.Contains(rho[0], ReferenceEqualityComparer.Instance))
        {
            // Of the parameters that stay where they are it is none.
            var each = network.Sum(byRho, batch.Tasks)[batch.FirstAdapted..];
            gradients.AddRange(PlainNumbers.Tensors(rho.Count == 1 ? [each.Sum()] : each, rho));
        }
        return new(tensor(losses), [.. gradients.Select(sum => sum / batch.Tasks)])
        {
            By = Computation.Convolution,
        };
    }

    private static bool Labels(Tensor labels, int way) =>
        labels.dim() == 2
        && labels.dtype == ScalarType.Int64
        && labels.min().item<long>() >= 0
        && labels.max().item<long>() < way;
}
