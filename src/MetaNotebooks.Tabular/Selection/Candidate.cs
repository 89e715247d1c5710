using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>A model that is a candidate in a <see cref="ModelSelection"/>.</summary>
/// <param name="Name">Name for tables and charts.</param>
/// <param name="Setting">Its learning rate or regularisation at first, above 0: what adjustment changes.</param>
/// <param name="How">How it is fitted.</param>
public sealed record Candidate(string Name, double Setting, [property: JsonIgnore] CandidateFit How)
{
    /// <summary>Fits the model to T data sets at once.</summary>
    /// <inheritdoc cref="CandidateFit"/>
    public Fitted Fit(Tensor x, Tensor y, double setting, Seed seed) => How(x, y, setting, seed);

    /// <summary>A polynomial of a number, fitted by <see cref="Ridge"/>; the setting is λ.</summary>
    /// <param name="degree">Its degree, at least 0.</param>
    /// <param name="strength">λ at first, above 0. Default 1e-6.</param>
    public static Candidate Polynomial(int degree, double strength = 1e-6)
    {
        Require.AtLeast(degree, 0, nameof(degree));
        var model = new Linear(degree + 1, 1);
        return new(
            $"degree {degree}",
            strength,
            (x, y, setting, _) =>
                new(
                    new Ridge(setting).Fit(Polynomials.Legendre(x, degree), y),
                    (theta, inputs) => model.Forward(theta, Polynomials.Legendre(inputs, degree))
                )
        );
    }

    /// <summary>
    /// A network trained by Adam, its steps shrinking to 0, on all points at once, from several starts, of which the one with the lowest training
    /// loss is kept; the setting is the learning rate.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="loss">Its training loss.</param>
    /// <param name="rate">Learning rate at first, above 0. Default 0.1.</param>
    /// <param name="iterations">Training iterations, at least 1. Default 300.</param>
    /// <param name="starts">How many starts, at least 1. Default 4.</param>
    public static Candidate Network(
        Mlp model,
        TaskLoss loss,
        double rate = 0.1,
        int iterations = 300,
        int starts = 4
    )
    {
        Require.AtLeast(iterations, 1, nameof(iterations));
        Require.AtLeast(starts, 1, nameof(starts));
        return new(
            $"{string.Join("-", model.Sizes)} {model.Activation}".ToLowerInvariant(),
            rate,
            (x, y, setting, seed) =>
                new(
                    FullBatch.BestOf(
                        starts,
                        model,
                        loss,
                        x,
                        y,
                        new LinearDecay(new Adam(setting), iterations),
                        iterations,
                        seed
                    ),
                    model.Forward
                )
        );
    }
}
