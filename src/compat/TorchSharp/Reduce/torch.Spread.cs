namespace TorchSharp;

public static partial class torch
{
    /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(
        Tensor input,
        (long, long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(
        Tensor input,
        (long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor var(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(
        Tensor input,
        (long, long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(
        Tensor input,
        (long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
    public static Tensor std(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(
        Tensor input,
        ReadOnlySpan<long> dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(
        Tensor input,
        (long, long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(
        Tensor input,
        (long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(Tensor input, bool unbiased = true) =>
        input.var_mean(unbiased);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The variance and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) var_mean(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input,
        ReadOnlySpan<long> dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input,
        (long, long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input,
        (long, long) dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) =>
        input.std_mean(unbiased);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std_mean(dimensions, unbiased, keepdim, type);
}
