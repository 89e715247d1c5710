using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Fits a model to T data sets at once.</summary>
/// <param name="x">Inputs <c>[T, n, …]</c>.</param>
/// <param name="y">Targets <c>[T, n, …]</c>.</param>
/// <param name="setting">The number that adjustment changes, such as a learning rate or λ.</param>
/// <param name="seed">Where initial parameters come from.</param>
public delegate Fitted CandidateFit(Tensor x, Tensor y, double setting, Seed seed);
