using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What a training run gives.</summary>
/// <param name="Meta">The meta-parameters.</param>
/// <param name="History">Mean outer loss of each iteration's tasks, before its update.</param>
public sealed record TrainingResult(Parameters Meta, IReadOnlyList<double> History)
{
    /// <summary>What computed the last iteration's meta-gradient; null where a checkpoint held all iterations.</summary>
    public Computation? By { get; init; }

    /// <summary>Why no kernel did (<see cref="MetaGradient.NotBy"/>).</summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];
}
