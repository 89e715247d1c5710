using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The non-linearity between layers.</summary>
public enum Activation
{
    /// <summary>max(0, x): second derivatives of the network come from its products alone.</summary>
    Relu,

    /// <summary>tanh x: smooth, for comparisons with finite differences.</summary>
    Tanh,

    /// <summary>sin x: for functions that repeat.</summary>
    Sine,

    /// <summary>x itself: the network is linear, whatever its depth.</summary>
    Identity,
}

/// <summary>What each <see cref="Activation"/> computes.</summary>
internal static class Activations
{
    /// <summary>The activation of numbers that nobody else needs: in their place where the derivatives are of its own.</summary>
    public static Tensor Apply(this Activation activation, Tensor x) =>
        activation switch
        {
            Activation.Relu => x.relu_(),
            Activation.Tanh => x.tanh_(),
            Activation.Sine => x.sin(),
            Activation.Identity => x,
            _ => throw new ArgumentOutOfRangeException(
                nameof(activation),
                $"activation is {activation}; expected one of {string.Join(", ", Enum.GetNames<Activation>())}."
            ),
        };
}
