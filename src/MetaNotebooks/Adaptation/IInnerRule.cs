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
    /// Whether the rule moves a parameter of the model; those that it does not keep their values while adapting. All move
    /// unless a rule says otherwise.
    /// </summary>
    /// <param name="parameter">Its name, such as "head.weight".</param>
    bool Moves(string parameter) => true;

    /// <summary>The rule's own tensors ρ at the start.</summary>
    /// <param name="shapes">Names and shapes of the model's parameters, without the task dimension.</param>
    /// <param name="seed">Where the randomness comes from, in a rule that has any.</param>
    /// <param name="dtype">Their type.</param>
    Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32);

    /// <summary>The state before the first step; empty, unless the rule remembers something.</summary>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="theta">The parameters before the first step, <c>[T, …]</c> each.</param>
    Parameters Begin(Parameters rho, Parameters theta) => Parameters.Empty;

    /// <summary>One inner step, θ → θ′.</summary>
    /// <param name="rho">The rule's tensors.</param>
    /// <param name="theta">The parameters that the rule moves, <c>[T, …]</c> each.</param>
    /// <param name="support">Each task's support loss at <paramref name="theta"/>, and its gradient.</param>
    /// <param name="state">The state after the step before.</param>
    /// <returns>θ′, and the state after this step.</returns>
    (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    );
}
