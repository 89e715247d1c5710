namespace TorchSharp;

/// <summary>What a border is filled with.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The elements mirrored at the edge.</summary>
    Reflect = 1,

    /// <summary>The element at the edge.</summary>
    Replicate = 2,

    /// <summary>The elements from the other side.</summary>
    Circular = 3,

    /// <summary>One number.</summary>
    Constant = 4,
}
