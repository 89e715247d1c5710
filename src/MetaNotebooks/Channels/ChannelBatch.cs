using MetaNotebooks.Lanes;
using static TorchSharp.torch;

namespace MetaNotebooks.Channels;

/// <summary>A batch of tasks as plain numbers, one task after another, and how they are adapted to.</summary>
internal sealed class ChannelBatch
{
    public ChannelBatch(
        ChannelNetwork network,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        TaskBatch tasks,
        int steps,
        Derivatives derivatives
    )
    {
        Theta = Ordered(Plain.Numbers<float>(FlatParameters.Join(theta)), network.Order);
        var rates = Plain.Numbers<float>(FlatParameters.Join(rho));
        Rates = Ordered(
            rates.Length > 1 ? rates : [.. Enumerable.Repeat(rates[0], network.Order.Max() + 1)],
            network.Order
        );
        (Tasks, Steps, Derivatives) = (tasks.Tasks, steps, derivatives);
        Support = new(network, tasks.SupportX, tasks.SupportY);
        Query = new(network, tasks.QueryX, tasks.QueryY);
    }

    public float[] Theta { get; }

    /// <summary>A learning rate for each parameter.</summary>
    public float[] Rates { get; }

    public int Tasks { get; }
    public int Steps { get; }
    public Derivatives Derivatives { get; }
    public Images Support { get; }
    public Images Query { get; }

    private static float[] Ordered(float[] numbers, IReadOnlyList<int> order) =>
        [.. order.Select(place => place < 0 ? 0 : numbers[place])];

    /// <summary>The images of all tasks, with their labels and where they lie in each block.</summary>
    public sealed class Images(ChannelNetwork network, Tensor x, Tensor y)
    {
        /// <summary>Images of a task.</summary>
        public int Points { get; } = (int)x.shape[1];

        public float[] X { get; } = Plain.Numbers<float>(x);
        public int[] Labels { get; } = [.. Plain.Numbers<long>(y).Select(label => (int)label)];
        public IReadOnlyList<ChannelGrid> Grids { get; } = network.Grids((int)x.shape[1]);
    }
}
