namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata = 0,

    /// <summary>Shape, type and device, then the elements in rows.</summary>
    Julia = 1,

    /// <summary>As <see cref="Julia"/>.</summary>
    Default = 4,
}
