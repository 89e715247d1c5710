using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The description of a tensor and its elements.</summary>
    public static string str(
        this Tensor tensor,
        string? fltFormat = null,
        int? width = null,
        string? newLine = null,
        CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default
    ) => tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The description of a tensor and its elements in rows.</summary>
    public static string jlstr(
        this Tensor tensor,
        string? fltFormat = null,
        int? width = null,
        string? newLine = null,
        CultureInfo? cultureInfo = null
    ) => tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The description of a tensor.</summary>
    public static string metastr(this Tensor tensor) => tensor.ToString();

    /// <summary>Prints the description of a tensor and its elements; returns the tensor.</summary>
    public static Tensor print(
        this Tensor t,
        string? fltFormat = "g5",
        int? width = 100,
        string? newLine = null,
        CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default
    )
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
