using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Meta-parameter optimisation, L(θ, φ) (errata page, D1.3; Maclaurin et al. 2015, Franceschi et al. 2018): inner training on the
/// support set gives θ(φ), and φ follows the hypergradient, that of the loss on the query set (the validation data)
/// through every step of that training. φ is the initial weights, and as the part "rule" the logarithms of the learning rates
/// and of the strengths of an L2 penalty.
/// </summary>
/// <remarks>One problem, its training and its validation data, is a family of one: <see cref="FixedTasks"/>.</remarks>
public static class MetaParameters
{
    /// <summary>Tunes rates, strengths and initial weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Loss of training (the penalty is added) and of validation (it is not).</param>
    /// <param name="rate">Learning rate to start from, above 0.</param>
    /// <param name="strength">Strength λ of the penalty λ‖θ‖² to start from, above 0.</param>
    /// <param name="steps">Steps of inner training.</param>
    /// <param name="perParameter">One rate and one strength for each W and each b; default one for all.</param>
    /// <param name="start">Where training starts; null, the default, is <see cref="Start.Learned"/>: the weights there are tuned too.</param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        double rate,
        double strength,
        int steps,
        bool perParameter = false,
        Start? start = null
    ) =>
        new(
            "meta-parameters",
            model,
            loss,
            new RegularisedStep(rate, strength) { PerParameter = perParameter },
            steps,
            new ThroughAdaptation(Derivatives.Second)
        )
        {
            LearnsRule = true,
            Start = start ?? Start.Learned,
        };
}
