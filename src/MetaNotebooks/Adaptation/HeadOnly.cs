using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another rule, applied to one part of a model only, its head; the body stays where it was and its inner gradient is not
/// even computed. The inner loop of ANIL (Raghu et al. 2020), and of fine-tuning a head.
/// </summary>
/// <param name="Rule">What moves the head.</param>
/// <param name="Head">The name of the part, or of a parameter. Default "head", the last layer of <see cref="Mlp"/> and the last model of a <see cref="Chain"/>.</param>
public sealed record HeadOnly(IInnerRule Rule, string Head = "head") : IInnerRule
{
    /// <inheritdoc/>
    public bool Moves(string parameter) => ParameterNames.IsOrIsIn(parameter, Head) && Rule.Moves(parameter);

    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var moved = shapes.Only(Moves);
        return moved.Count > 0
            ? Rule.Init(moved, seed, dtype)
            : throw new ArgumentException(
                $"Head is '{Head}'; expected a part of the model, whose parameters are {shapes.Listed}.",
                nameof(Head)
            );
    }

    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta) => Rule.Begin(rho, theta);

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    ) => Rule.Step(rho, theta, support, state);
}
