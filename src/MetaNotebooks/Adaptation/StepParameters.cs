using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another rule, and some of the model's parameters set by the count of steps instead of by gradients: after the s-th step
/// such a parameter is θ₀ + δ_s, with δ_s to be learned. With the names "scale" and "shift" of <see cref="Conv4"/> this is
/// MAML++'s "per-step batch normalisation weights and biases" (Antoniou et al. 2019, section 4). Its running statistics for
/// each step have no counterpart here: normalisation is by the batch at hand, so every step has its own.
/// </summary>
/// <remarks>ρ is the other rule's as the part "rule", and δ as "change", <c>[steps, …]</c> each, zeros at first.</remarks>
/// <param name="Rule">What moves the other parameters.</param>
/// <param name="Steps">Inner steps with values of their own, at least 1; the last stay where a learner takes more.</param>
/// <param name="Names">Last parts of the parameters' names, at least 1.</param>
public sealed record StepParameters(IInnerRule Rule, int Steps, IReadOnlyList<string> Names) : IInnerRule
{
    /// <inheritdoc/>
    public bool Moves(string parameter) => IsSet(parameter) || Rule.Moves(parameter);

    /// <inheritdoc/>
    public Parameters Init(ParameterShapes shapes, Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Steps, 1, nameof(Steps));
        var set = shapes.Only(IsSet);
        if (set.Count == 0)
            throw new ArgumentException(
                $"Names are {string.Join(", ", Names)}; expected last parts of the names of the model's parameters, which "
                    + $"are {shapes.Listed}.",
                nameof(Names)
            );
        return Parameters.Join(
            ("rule", Rule.Init(shapes.Only(IsMoved), seed, dtype)),
            ("change", set.Make((_, shape) => zeros([Steps, .. shape], dtype)))
        );
    }

    /// <summary>The other rule's state, the parameters that are set as they were at first, and the number of steps taken.</summary>
    /// <inheritdoc/>
    public Parameters Begin(Parameters rho, Parameters theta) =>
        Parameters.Join(
            ("rule", Rule.Begin(rho.PartOrEmpty("rule"), theta.Only(IsMoved))),
            ("first", theta.Only(IsSet)),
            ("count", StepCount.Begin(theta[0].dtype))
        );

    /// <inheritdoc/>
    public (Parameters Theta, Parameters State) Step(
        Parameters rho,
        Parameters theta,
        SupportLoss support,
        Parameters state
    )
    {
        var (first, count) = (state.Part("first"), state.Part("count"));
        var (moved, next) = Rule.Step(
            rho.PartOrEmpty("rule"),
            theta.Only(IsMoved),
            support with
            {
                Gradients = support.Gradients.Only(IsMoved),
            },
            state.PartOrEmpty("rule")
        );
        var set = first + rho.Part("change").Map(changes => StepCount.Of(count, changes));
        return (
            theta.With(moved).With(set),
            Parameters.Join(("rule", next), ("first", first), ("count", StepCount.Next(count)))
        );
    }

    private bool IsSet(string parameter) => Names.Contains(parameter[(parameter.LastIndexOf('.') + 1)..]);

    private bool IsMoved(string parameter) => !IsSet(parameter) && Rule.Moves(parameter);
}
