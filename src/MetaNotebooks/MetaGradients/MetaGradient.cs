using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What one batch of tasks says about the meta-parameters.</summary>
/// <param name="Losses">The outer loss of each task, <c>[T]</c>.</param>
/// <param name="Gradients">For each meta-parameter, in its shape: the direction whose negative improves it.</param>
public sealed record MetaGradient(Tensor Losses, Parameters Gradients)
{
    /// <summary>What computed it.</summary>
    public Computation By { get; init; } = Computation.Automatic;

    /// <summary>
    /// Why no kernel did, which would have been faster: a sentence for each of <see cref="Kernels"/> that there is for this
    /// kind of learner. Empty where one did, and where there is none.
    /// </summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];
}
