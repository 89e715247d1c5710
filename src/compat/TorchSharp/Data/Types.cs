using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which .NET type an element type is.</summary>
internal static class Types
{
    internal static Type? ToType(ScalarType type) =>
        type switch
        {
            ScalarType.Byte => typeof(byte),
            ScalarType.Int8 => typeof(sbyte),
            ScalarType.Int16 => typeof(short),
            ScalarType.Int32 => typeof(int),
            ScalarType.Int64 => typeof(long),
            ScalarType.Float16 => typeof(Half),
            ScalarType.Float32 => typeof(float),
            ScalarType.Float64 => typeof(double),
            ScalarType.Bool => typeof(bool),
            _ => null,
        };

    internal static ScalarType ToScalarType(Type type) =>
        Enum.GetValues<ScalarType>()
            .Cast<ScalarType?>()
            .FirstOrDefault(candidate => ToType(candidate!.Value) == type)
        ?? throw new NotSupportedException($"A tensor cannot hold elements of type {type}.");
}
