namespace MetaNotebooks;

/// <summary>What computed a meta-gradient.</summary>
internal enum Computation
{
    /// <summary>Automatic differentiation of the learner as it is written.</summary>
    Automatic,

    /// <summary>Derivatives written out for small networks: <see cref="Acceleration.PerceptronKernel"/>.</summary>
    Perceptron,

    /// <summary>
    /// Derivatives written out for convolutions: <see cref="Acceleration.ConvolutionKernel"/> and
    /// <see cref="Acceleration.ConvolutionEmbedding"/>.
    /// </summary>
    Convolution,
}
