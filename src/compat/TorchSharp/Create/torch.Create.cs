namespace TorchSharp;

public static partial class torch
{
    private static Tensor Zeros(
        long[] size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) => Made(Aten.zeros.Call(size, dtype ?? defaultType, Value.None, On(device)), requires_grad, names);

    private static Tensor Ones(
        long[] size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) => Made(Aten.ones.Call(size, dtype ?? defaultType, Value.None, On(device)), requires_grad, names);

    private static Tensor Empty(
        long[] size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) =>
        Made(
            Aten.empty_memory_format.Call(size, dtype ?? defaultType, Value.None, On(device)),
            requires_grad,
            names
        );

    private static Tensor Full(
        long[] size,
        Scalar value,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    ) =>
        Made(
            Aten.full.Call(size, value, dtype ?? TypeOf(value), Value.None, On(device)),
            requires_grad,
            names
        );

    private static Tensor Rand(
        long[] size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names
    ) =>
        Made(
            Aten.rand_generator.Call(size, generator, Floating(dtype, "rand"), Value.None, On(device)),
            requires_grad,
            names
        );

    private static Tensor Randn(
        long[] size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names
    ) =>
        Made(
            Aten.randn_generator.Call(size, generator, Floating(dtype, "randn"), Value.None, On(device)),
            requires_grad,
            names
        );

    private static Device On(Device? device) => device ?? defaultDevice;

    private static ScalarType TypeOf(Scalar value) =>
        is_integral(value.Type) ? ScalarType.Int64 : defaultType;

    private static ScalarType Floating(ScalarType? dtype, string function) =>
        dtype is { } given && is_integral(given)
            ? throw new ArgumentException(
                $"torch.{function}() was passed a bad dtype: {given}. It must be floating point or complex.",
                nameof(dtype)
            )
            : dtype ?? defaultType;

    private static Tensor Made(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("Names of dimensions are not supported.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}
