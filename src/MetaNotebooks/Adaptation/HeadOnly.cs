using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another rule, applied to a model's last layer only; the body stays where it was and its inner gradient is not even
/// computed. The inner loop of ANIL (Raghu et al. 2020), and of fine-tuning a head.
/// </summary>
/// <param name="Rule">What moves the head.</param>
/// <param name="Tensors">How many of the last parameters are the head; at least 1. Default 2, a weight and a bias.</param>
public sealed record HeadOnly(IInnerRule Rule, int Tensors = 2) : IInnerRule
{
    /// <inheritdoc/>
    public int FirstAdapted(int parameters)
    {
        Require.AtLeast(Tensors, 1, nameof(Tensors));
        Require.AtLeast(parameters, Tensors, nameof(parameters));
        return parameters - Tensors;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    ) => Rule.Init([.. shapes.Skip(FirstAdapted(shapes.Count))], seed, dtype);

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Begin(IReadOnlyList<Tensor> rho, IReadOnlyList<Tensor> theta) =>
        Rule.Begin(rho, theta);

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    ) => Rule.Step(rho, theta, support, state);
}
