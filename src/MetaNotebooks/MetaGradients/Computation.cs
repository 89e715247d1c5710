namespace MetaNotebooks;

/// <summary>What computed a meta-gradient.</summary>
public enum Computation
{
    /// <summary>Automatic differentiation of the learner as it is written.</summary>
    Automatic,

    /// <summary>
    /// The perceptron kernel: derivatives written out for small networks with mean squared error.
    /// </summary>
    Perceptron,

    /// <summary>The convolution kernel: derivatives written out for <see cref="Conv4"/>.</summary>
    Convolution,

    /// <summary>The recurrent kernel: derivatives written out for <see cref="Mann"/>.</summary>
    Recurrent,

    /// <summary>The coordinate kernel: derivatives written out for the learned update of <see cref="LstmStep"/>.</summary>
    Coordinates,
}
