namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random integers from zero up to but without <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from <paramref name="low"/> up to but without <paramref name="high"/>.</summary>
    public static Tensor randint(
        long low,
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    )
    {
        var type = dtype ?? ScalarType.Int64;
        var drawn = Aten.randint_low_generator.Call(low, high, size, generator, type, Value.None, On(device));
        return Made(drawn, requires_grad, names);
    }

    /// <summary>Random integers from zero up to but without <paramref name="high"/>.</summary>
    public static Tensor randint(
        int high,
        int[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from <paramref name="low"/> up to but without <paramref name="high"/>.</summary>
    public static Tensor randint(
        int low,
        int high,
        int[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    )
    {
        var sizes = Array.ConvertAll(size, one => (long)one);
        return randint((long)low, (long)high, sizes, dtype, device, requires_grad, generator, names);
    }

    /// <summary>The numbers from zero up to but without <paramref name="n"/>, in random order.</summary>
    public static Tensor randperm(
        long n,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null
    )
    {
        var type = dtype ?? ScalarType.Int64;
        return Made(
            Aten.randperm_generator.Call(n, generator, type, Value.None, On(device)),
            requires_grad,
            null
        );
    }
}
