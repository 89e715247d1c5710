using MetaNotebooks.Acceleration;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>A batch of tasks as plain numbers, one task after another, and how they are adapted to.</summary>
internal sealed class ConvolutionBatch
{
    public ConvolutionBatch(
        ConvolutionNetwork network,
        AdaptiveLearner learner,
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        Derivatives derivatives
    )
    {
        (Tasks, Steps, Derivatives) = (tasks.Tasks, learner.Steps, derivatives);
        FirstAdapted = (int)theta.Only(name => !learner.Rule.Moves(name)).Numbers;
        Theta = network.Ordered(theta);
        var rates = Held.Numbers<float>(FlatParameters.Join(rho));
        Rates =
        [
            .. network.Order.Select(place =>
                place < FirstAdapted ? 0 : rates[rates.Length == 1 ? 0 : place - FirstAdapted]
            ),
        ];
        Support = new(network, tasks.SupportX, tasks.SupportY);
        Query = new(network, tasks.QueryX, tasks.QueryY);
    }

    /// <summary>The first of the model's parameters, flat and in its order, that inner steps move.</summary>
    public int FirstAdapted { get; }

    public float[] Theta { get; }

    /// <summary>A learning rate for each parameter, 0 where inner steps do not move it.</summary>
    public float[] Rates { get; }

    public int Tasks { get; }
    public int Steps { get; }
    public Derivatives Derivatives { get; }
    public Images Support { get; }
    public Images Query { get; }

    /// <summary>The images of all tasks, with their labels and where they lie in each block.</summary>
    public sealed class Images(ConvolutionNetwork network, Tensor x, Tensor y)
    {
        /// <summary>Images of a task.</summary>
        public int Points { get; } = (int)x.shape[1];

        public float[] X { get; } = Held.Numbers<float>(x);
        public int[] Labels { get; } = [.. Held.Numbers<long>(y).Select(label => (int)label)];
        public IReadOnlyList<ConvolutionGrid> Grids { get; } = network.Grids((int)x.shape[1]);
    }
}
