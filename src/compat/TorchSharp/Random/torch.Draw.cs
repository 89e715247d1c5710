namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros and ones, one with each element's probability.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Numbers drawn with the probabilities in each row.</summary>
    public static Tensor multinomial(
        Tensor input,
        long num_samples,
        bool replacement = false,
        Generator? generator = null
    ) => input.multinomial(num_samples, replacement, generator);

    /// <summary>Poisson random numbers with the given rates.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    /// <summary>Normal random numbers of the given means and standard deviations.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Aten.normal_Tensor_Tensor.Call(mean, std, generator);

    /// <summary>Normal random numbers of the given means and standard deviations.</summary>
    public static Tensor normal(
        double mean,
        double std,
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) =>
        randn(size, dtype, device, false, generator, names)
            .mul_(std)
            .add_(mean)
            .requires_grad_(requires_grad);
}
