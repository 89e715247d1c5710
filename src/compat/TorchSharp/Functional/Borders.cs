using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Chooses the operator that makes a border.</summary>
internal static class Borders
{
    private static readonly Operator Constant = new("aten::constant_pad_nd");
    private static readonly Operator Circular = new("aten::_pad_circular");
    private static readonly Operator[] Reflect =
    [
        new("aten::reflection_pad1d"),
        new("aten::reflection_pad2d"),
        new("aten::reflection_pad3d"),
    ];
    private static readonly Operator[] Replicate =
    [
        new("aten::replication_pad1d"),
        new("aten::replication_pad2d"),
        new("aten::replication_pad3d"),
    ];

    internal static Tensor Of(Tensor input, long[] sizes, PaddingModes mode, double value) =>
        mode switch
        {
            PaddingModes.Constant => Constant.Call(input, sizes, value),
            PaddingModes.Zeros => Constant.Call(input, sizes, 0L),
            PaddingModes.Circular => Circular.Call(input, sizes),
            PaddingModes.Reflect => Among(Reflect, sizes, mode).Call(input, sizes),
            _ => Among(Replicate, sizes, mode).Call(input, sizes),
        };

    private static Operator Among(Operator[] operators, long[] sizes, PaddingModes mode) =>
        sizes.Length is 2 or 4 or 6
            ? operators[sizes.Length / 2 - 1]
            : throw new ArgumentException(
                $"{mode} padding takes 2, 4 or 6 sizes, not {sizes.Length}.",
                nameof(sizes)
            );
}
