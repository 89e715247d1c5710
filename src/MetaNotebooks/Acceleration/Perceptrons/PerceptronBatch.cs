using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>A batch of tasks as plain numbers, one task after another, and how they are adapted to.</summary>
internal sealed class PerceptronBatch
{
    public PerceptronBatch(
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        int steps,
        Derivatives derivatives
    )
    {
        (Theta, Rates) = (Joined(theta), Joined(rho));
        (Tasks, Steps, Derivatives) = (tasks.Tasks, steps, derivatives);
        (Shots, Queries) = ((int)tasks.SupportX.shape[1], (int)tasks.QueryX.shape[1]);
        (SupportX, SupportY) = (Held.Numbers<float>(tasks.SupportX), Held.Numbers<float>(tasks.SupportY));
        (QueryX, QueryY) = (Held.Numbers<float>(tasks.QueryX), Held.Numbers<float>(tasks.QueryY));
    }

    public float[] Theta { get; }

    /// <summary>A learning rate for each parameter, or one for all.</summary>
    public float[] Rates { get; }

    public int Tasks { get; }
    public int Steps { get; }
    public Derivatives Derivatives { get; }
    public int Shots { get; }
    public int Queries { get; }
    public float[] SupportX { get; }
    public float[] SupportY { get; }
    public float[] QueryX { get; }
    public float[] QueryY { get; }

    private static float[] Joined(Parameters tensors) => Held.Numbers<float>(FlatParameters.Join(tensors));
}
