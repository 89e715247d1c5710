using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// How a learner adapts: an immutable description. What the rule works with (its learning rates, say) is a list of
/// tensors ρ passed in, like a model's parameters, so that a meta-learner can improve it too.
/// </summary>
public interface IInnerRule
{
    /// <summary>
    /// The first of a model's parameters that the rule moves; those before it keep their values while adapting. All
    /// move unless a rule says otherwise.
    /// </summary>
    /// <param name="parameters">How many the model has.</param>
    int FirstAdapted(int parameters) => 0;

    /// <summary>The rule's own tensors ρ at the start.</summary>
    /// <param name="shapes">Shapes of the model's parameters, without the task dimension.</param>
    /// <param name="dtype">Their type.</param>
    IReadOnlyList<Tensor> Init(IReadOnlyList<long[]> shapes, ScalarType dtype = ScalarType.Float32);

    /// <summary>One inner step, θ → θ′.</summary>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="theta">The parameters that the rule moves, <c>[T, …]</c> each.</param>
    /// <param name="gradients">Gradient of each task's support loss with respect to <paramref name="theta"/>.</param>
    IReadOnlyList<Tensor> Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> gradients
    );
}
