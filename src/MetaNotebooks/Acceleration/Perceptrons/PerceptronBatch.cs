using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>A batch of tasks as plain numbers, one task after another, and how they are adapted to.</summary>
internal sealed unsafe class PerceptronBatch : IDisposable
{
    private readonly AlignedMemory memory;

    public PerceptronBatch(
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        int steps,
        Derivatives derivatives
    )
    {
        var (start, rates) = (Joined(theta), Joined(rho));
        memory = AlignedMemory.Of(start.Length + rates.Length);
        Theta = memory.Take(start.Length);
        LaneTasks.Repeat(start, Theta);
        Rates = memory.Take(rates.Length);
        LaneTasks.Repeat(rates, Rates);
        RateStep = rates.Length == 1 ? 0 : 1;
        (Tasks, Steps, Derivatives) = (tasks.Tasks, steps, derivatives);
        (Shots, Queries) = ((int)tasks.SupportX.shape[1], (int)tasks.QueryX.shape[1]);
        (SupportX, SupportY) = (Held.Numbers<float>(tasks.SupportX), Held.Numbers<float>(tasks.SupportY));
        (QueryX, QueryY) = (Held.Numbers<float>(tasks.QueryX), Held.Numbers<float>(tasks.QueryY));
    }

    /// <summary>Where all tasks start, in every lane.</summary>
    public Floats* Theta { get; }

    /// <summary>A learning rate for each parameter, or one for all, in every lane.</summary>
    public Floats* Rates { get; }

    /// <summary>From the rate of one parameter to that of the next: 0 where they share one.</summary>
    public int RateStep { get; }

    public int Tasks { get; }
    public int Steps { get; }
    public Derivatives Derivatives { get; }
    public int Shots { get; }
    public int Queries { get; }
    public float[] SupportX { get; }
    public float[] SupportY { get; }
    public float[] QueryX { get; }
    public float[] QueryY { get; }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose() => memory.Dispose();

    private static float[] Joined(Parameters tensors) => Held.Numbers<float>(FlatParameters.Join(tensors));
}
