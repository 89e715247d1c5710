namespace TorchSharp;

/// <summary>Where a tensor can lie; the numbers are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor's memory.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>No memory at all: shapes only.</summary>
    META = 14,
}
