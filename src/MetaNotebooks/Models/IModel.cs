using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// An immutable description of a model. Its parameters θ are tensors passed in, never held, so that "the
/// model at θ′" is a function call: the form that differentiating through an adaptation needs.
/// </summary>
public interface IModel
{
    /// <summary>Name and shape of each parameter, without the task dimension.</summary>
    ParameterShapes Shapes { get; }

    /// <summary>Draws initial parameters.</summary>
    /// <param name="seed">Where the randomness comes from.</param>
    /// <param name="dtype">Float32 (default) or Float64.</param>
    /// <returns>One tensor for each of <see cref="Shapes"/>.</returns>
    Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32);

    /// <summary>The model's prediction.</summary>
    /// <param name="theta">Parameters: shared by all tasks (as <see cref="Shapes"/>) or one set a task, <c>[T, …]</c>.</param>
    /// <param name="x">Inputs <c>[T, n, …]</c>; <c>[n, …]</c> too where θ is shared.</param>
    /// <returns>Predictions <c>[T, n, …]</c> (<c>[n, …]</c>).</returns>
    Tensor Forward(Parameters theta, Tensor x);
}
