using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Gradient descent on a regularised loss, L(θ) + Σ λᵢ‖θᵢ‖² (rows D1.3 and D3.3):
/// θᵢ′ = θᵢ − αᵢ(∇ᵢL(θ) + 2λᵢθᵢ). ρ = [ln α, ln λ], so that no step on ρ can make either negative, and a rate and a
/// strength are moved by factors.
/// </summary>
/// <param name="Rate">Initial α, above 0.</param>
/// <param name="Strength">Initial λ, above 0.</param>
public sealed record RegularisedStep(double Rate, double Strength) : IInnerRule
{
    /// <summary>
    /// Whether each of the model's parameters (each W, each b) has an α and a λ of its own, or all share one.
    /// Default false.
    /// </summary>
    public bool PerParameter { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(
        IReadOnlyList<long[]> shapes,
        Seed seed,
        ScalarType dtype = ScalarType.Float32
    )
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Strength, nameof(Strength));
        long[] shape = [PerParameter ? shapes.Count : 1];
        return [full(shape, Math.Log(Rate), dtype), full(shape, Math.Log(Strength), dtype)];
    }

    /// <inheritdoc/>
    public (IReadOnlyList<Tensor> Theta, IReadOnlyList<Tensor> State) Step(
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> theta,
        SupportLoss support,
        IReadOnlyList<Tensor> state
    )
    {
        var (rate, strength) = (rho[0].exp(), rho[1].exp());
        var next = new Tensor[theta.Count];
        for (var i = 0; i < next.Length; i++)
        {
            var at = PerParameter ? i : 0;
            next[i] = theta[i] - rate[at] * (support.Gradients[i] + 2 * strength[at] * theta[i]);
        }
        return (next, state);
    }
}
