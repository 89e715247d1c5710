using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What a training run gives.</summary>
/// <param name="Meta">The meta-parameters.</param>
/// <param name="History">Mean outer loss of each iteration's tasks, before its update.</param>
public sealed record TrainingResult(IReadOnlyList<Tensor> Meta, IReadOnlyList<double> History);
