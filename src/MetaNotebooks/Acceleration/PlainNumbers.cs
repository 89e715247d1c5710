using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>From tensors to plain numbers and back.</summary>
internal static class PlainNumbers
{
    /// <summary>
    /// Why a tensor's numbers are not what is computed with here, in words; null where they are: in single precision, in
    /// this memory.
    /// </summary>
    public static string? Problem(string name, Tensor tensor)
    {
        if (tensor.dtype != ScalarType.Float32)
            return $"{name} is {tensor.dtype}; expected {ScalarType.Float32}";
        if (tensor.device_type != DeviceType.CPU)
            return $"{name} is on {tensor.device_type}; expected {DeviceType.CPU}";
        return TaskPart.IsArray(tensor.numel()) ? null : $"{name} has more numbers than 32 bits can number";
    }

    /// <summary>The same of tensors, which are expected in these shapes, one each.</summary>
    public static string? Problem(string name, Parameters tensors, ParameterShapes shapes)
    {
        if (tensors.Count != shapes.Count)
            return $"{name} is {tensors}; expected {shapes}";
        for (var i = 0; i < shapes.Count; i++)
            if (!tensors[i].shape.AsSpan().SequenceEqual(shapes[i]))
                return $"{name}['{tensors.Names[i]}'] has shape [{string.Join(", ", tensors[i].shape)}]; expected "
                    + $"[{string.Join(", ", shapes[i])}]";
            else if (Problem(name, tensors[i]) is { } problem)
                return problem;
        return TaskPart.IsArray(tensors.Sum(tensor => tensor.numel()))
            ? null
            : $"{name} has more numbers than 32 bits can number";
    }

    /// <summary>
    /// The same of learning rates: one number for all parameters, or one for each number of each is expected. (A rate for
    /// each parameter, or for each task, is neither.)
    /// </summary>
    /// <param name="rho">The tensors.</param>
    /// <param name="shapes">Shapes of the parameters that move.</param>
    public static string? RateProblem(Parameters rho, ParameterShapes shapes) =>
        rho is [var one] && one.numel() == 1 ? Problem("the rate", one) : Problem("the rate", rho, shapes);

    /// <summary>Numbers as tensors in the shapes of others, one after the other.</summary>
    public static Parameters Tensors(float[] numbers, Parameters like)
    {
        var start = 0;
        return like.Map(part =>
        {
            var length = (int)part.numel();
            start += length;
            var own = empty(part.shape);
            numbers.AsSpan(start - length, length).CopyTo(Held.InPlace(own));
            return own;
        });
    }

    /// <summary>Numbers for each parameter as tensors like the rates, which are one for each, or one for all.</summary>
    public static Parameters Rates(float[] each, Parameters rho) =>
        Tensors(rho.Count == 1 ? [each.Sum()] : each, rho);
}
