using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>A type of numbers in a safetensors file, which libtorch has too.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">libtorch's.</param>
/// <param name="Width">Bytes of a number.</param>
internal sealed record StoredType(string Name, ScalarType Type, int Width)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StoredType> All { get; } =
    [
        new("F64", ScalarType.Float64, 8),
        new("F32", ScalarType.Float32, 4),
        new("F16", ScalarType.Float16, 2),
        new("BF16", ScalarType.BFloat16, 2),
        new("I64", ScalarType.Int64, 8),
        new("I32", ScalarType.Int32, 4),
        new("I16", ScalarType.Int16, 2),
        new("I8", ScalarType.Int8, 1),
        new("U8", ScalarType.Byte, 1),
        new("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The type of a tensor that is to be stored.</summary>
    public static StoredType Of(string name, Tensor tensor) =>
        All.FirstOrDefault(known => known.Type == tensor.dtype)
        ?? throw new ArgumentException(
            $"tensor '{name}' is {tensor.dtype}; expected one of "
                + $"{string.Join(", ", All.Select(known => known.Type))}.",
            nameof(tensor)
        );
}
