using static TorchSharp.torch;

namespace MetaNotebooks.Lanes;

/// <summary>A batch of tasks as plain numbers, one task after another, and how they are adapted to.</summary>
internal sealed class LaneBatch
{
    private readonly float[] rates;

    public LaneBatch(
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        TaskBatch tasks,
        int steps,
        Derivatives derivatives
    )
    {
        (Theta, rates) = (Joined(theta), Joined(rho));
        (Tasks, Steps, Derivatives) = (tasks.Tasks, steps, derivatives);
        (Shots, Queries) = ((int)tasks.SupportX.shape[1], (int)tasks.QueryX.shape[1]);
        (SupportX, SupportY) = (Numbers(tasks.SupportX), Numbers(tasks.SupportY));
        (QueryX, QueryY) = (Numbers(tasks.QueryX), Numbers(tasks.QueryY));
    }

    public float[] Theta { get; }
    public int Tasks { get; }
    public int Steps { get; }
    public Derivatives Derivatives { get; }
    public int Shots { get; }
    public int Queries { get; }
    public float[] SupportX { get; }
    public float[] SupportY { get; }
    public float[] QueryX { get; }
    public float[] QueryY { get; }

    /// <summary>The learning rate of a parameter.</summary>
    public float Rate(int parameter) => rates[rates.Length == 1 ? 0 : parameter];

    private static float[] Joined(IReadOnlyList<Tensor> tensors) => Numbers(FlatParameters.Join(tensors));

    private static float[] Numbers(Tensor tensor)
    {
        var numbers = new float[tensor.numel()];
        using var plain = tensor.detach().contiguous();
        using var data = plain.data<float>();
        data.CopyTo(numbers);
        return numbers;
    }
}
