namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor zeros_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Made(input.zeros_like(dtype, device, requires_grad), false, names);

    /// <summary>Ones in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor ones_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Made(input.ones_like(dtype, device, requires_grad), false, names);

    /// <summary>Elements that are not set, in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor empty_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Made(input.empty_like(dtype, device, requires_grad), false, names);

    /// <summary>One number, in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor full_like(
        Tensor input,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Made(input.full_like(value, dtype, device, requires_grad), false, names);

    /// <summary>Uniform random numbers from 0 up to 1, in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor rand_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => input.rand_like(dtype, device, requires_grad);

    /// <summary>Normal random numbers of mean 0 and standard deviation 1, in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor randn_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => input.randn_like(dtype, device, requires_grad);

    /// <summary>Random integers, in the shape of another tensor; of its type and on its device unless others are given.</summary>
    public static Tensor randint_like(
        Tensor input,
        long low,
        long high,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => input.randint_like(low, high, dtype, device, requires_grad);
}
