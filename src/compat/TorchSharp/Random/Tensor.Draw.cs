namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Normal random numbers written into this tensor, which is returned.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Aten.normal_.CallInPlace(this, mean, std, generator);

        /// <summary>Uniform random numbers written into this tensor, which is returned.</summary>
        public Tensor uniform_(double @from, double to, Generator? generator = null) =>
            Aten.uniform_.CallInPlace(this, @from, to, generator);

        /// <summary>Exponential random numbers written into this tensor, which is returned.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Aten.exponential_.CallInPlace(this, lambda, generator);

        /// <summary>Zeros and ones, one with probability p, written into this tensor, which is returned.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) =>
            Aten.bernoulli__Tensor.CallInPlace(this, p, generator);

        /// <summary>Zeros and ones, one with probability p, written into this tensor, which is returned.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.bernoulli__float.CallInPlace(this, p, generator);

        /// <summary>Uniform random integers written into this tensor, which is returned.</summary>
        public Tensor random_(double @from, double to, Generator? generator = null) =>
            Aten.random__from.CallInPlace(this, (long)@from, (long)to, generator);

        /// <summary>Zeros and ones, one with each element's probability.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.Call(this, generator);

        /// <summary>Numbers drawn with the probabilities in each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>Poisson random numbers with the given rates.</summary>
        public Tensor poisson(Generator? generator = null) => Aten.poisson.Call(this, generator);
    }
}
