using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What an inner rule is told of the support sets at the parameters it stands at.</summary>
/// <param name="Losses">Loss of each task, <c>[T]</c>; a plain number, without history.</param>
/// <param name="Gradients">Its gradient with respect to each parameter, under its name, <c>[T, …]</c>.</param>
public sealed record SupportLoss(Tensor Losses, Parameters Gradients);
