namespace MetaNotebooks;

/// <summary>The non-linearity between layers.</summary>
public enum Activation
{
    /// <summary>max(0, x): second derivatives of the network come from its products alone.</summary>
    Relu,

    /// <summary>tanh x: smooth, for comparisons with finite differences.</summary>
    Tanh,
}
