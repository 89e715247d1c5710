namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_dim.Call(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) =>
            Aten.var_dim.Call(
                Typed(this, type),
                new[] { dim.Item1, dim.Item2, dim.Item3 },
                unbiased,
                keepdim
            );

        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(
            (long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_dim.Call(Typed(this, type), new[] { dim.Item1, dim.Item2 }, unbiased, keepdim);

        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);

        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.var_dim.Call(Typed(this, type), new[] { dim }, unbiased, keepdim);

        /// <summary>The variance of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor var(
            long[] dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_dim.Call(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_dim.Call(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) =>
            Aten.std_dim.Call(
                Typed(this, type),
                new[] { dim.Item1, dim.Item2, dim.Item3 },
                unbiased,
                keepdim
            );

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(
            (long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_dim.Call(Typed(this, type), new[] { dim.Item1, dim.Item2 }, unbiased, keepdim);

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.std_dim.Call(Typed(this, type), new[] { dim }, unbiased, keepdim);

        /// <summary>The standard deviation of all elements or along dimensions; unbiased divides by n − 1.</summary>
        public Tensor std(
            long[] dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_dim.Call(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_mean_dim.Call2(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) =>
            Aten.var_mean_dim.Call2(
                Typed(this, type),
                new[] { dim.Item1, dim.Item2, dim.Item3 },
                unbiased,
                keepdim
            );

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(
            (long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_mean_dim.Call2(Typed(this, type), new[] { dim.Item1, dim.Item2 }, unbiased, keepdim);

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(bool unbiased = true) =>
            Aten.var_mean.Call2(this, unbiased);

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(
            long dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_mean_dim.Call2(Typed(this, type), new[] { dim }, unbiased, keepdim);

        /// <summary>The variance and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(
            long[] dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.var_mean_dim.Call2(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_mean_dim.Call2(Typed(this, type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) =>
            Aten.std_mean_dim.Call2(
                Typed(this, type),
                new[] { dim.Item1, dim.Item2, dim.Item3 },
                unbiased,
                keepdim
            );

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(
            (long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_mean_dim.Call2(Typed(this, type), new[] { dim.Item1, dim.Item2 }, unbiased, keepdim);

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) =>
            Aten.std_mean.Call2(this, unbiased);

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(
            long dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_mean_dim.Call2(Typed(this, type), new[] { dim }, unbiased, keepdim);

        /// <summary>The standard deviation and the mean of all elements or along dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(
            long[] dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Aten.std_mean_dim.Call2(Typed(this, type), dimensions, unbiased, keepdim);
    }
}
