using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// How a learner adapts: an immutable description. What the rule works with (its learning rates, say) is a list of
/// tensors ρ passed in, like a model's parameters, so that a meta-learner can improve it too. What it remembers between
/// the steps of one adaptation (a momentum, say) is a list of tensors too: state in, state out.
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
    /// <param name="seed">Where the randomness comes from, in a rule that has any.</param>
    /// <param name="dtype">Their type.</param>
    IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    );

    /// <summary>The state before the first step; empty, unless the rule remembers something.</summary>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="theta">The parameters before the first step, <c>[T, …]</c> each.</param>
    IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta) => [];

    /// <summary>One inner step, θ → θ′.</summary>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="theta">The parameters that the rule moves, <c>[T, …]</c> each.</param>
    /// <param name="support">Each task's support loss at <paramref name="theta"/>, and its gradient.</param>
    /// <param name="state">The state after the step before.</param>
    /// <returns>θ′, and the state after this step.</returns>
    (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    );
}
