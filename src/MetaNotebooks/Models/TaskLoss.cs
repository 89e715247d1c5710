using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How wrong a prediction is, one value a task.</summary>
/// <param name="prediction">Predictions <c>[T, n, …]</c>.</param>
/// <param name="target">Targets <c>[T, n, …]</c>.</param>
/// <returns>Losses <c>[T]</c>.</returns>
public delegate Tensor TaskLoss(Tensor prediction, Tensor target);
