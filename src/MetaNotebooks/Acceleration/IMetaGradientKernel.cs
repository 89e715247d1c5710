using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>A meta-gradient whose derivatives are written out for one kind of learner, in place of automatic differentiation.</summary>
internal interface IMetaGradientKernel
{
    /// <summary>What it is called on results.</summary>
    Computation Computation { get; }

    /// <summary>Why it cannot compute this meta-gradient, in words; null where it can.</summary>
    /// <inheritdoc cref="IMetaGradientEstimator.Estimate"/>
    string? Refusal(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks
    );

    /// <summary>The meta-gradient, where nothing is refused.</summary>
    /// <inheritdoc cref="IMetaGradientEstimator.Estimate"/>
    MetaGradient Estimate(
        AdaptiveLearner learner,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho,
        IReadOnlyList<Tensor> learned,
        TaskBatch tasks,
        Derivatives derivatives
    );
}
