namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Zeros in this shape; of this type and on this device unless others are given.</summary>
        public Tensor zeros_like(
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.zeros_like.Call(this, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>Ones in this shape; of this type and on this device unless others are given.</summary>
        public Tensor ones_like(
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.ones_like.Call(this, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>Elements that are not set, in this shape; of this type and on this device unless others are given.</summary>
        public Tensor empty_like(
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.empty_like.Call(this, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>One number, in this shape; of this type and on this device unless others are given.</summary>
        public Tensor full_like(
            Scalar value,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.full_like.Call(this, value, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>Uniform random numbers from 0 up to 1, in this shape; of this type and on this device unless others are given.</summary>
        public Tensor rand_like(
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.rand_like.Call(this, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>Normal random numbers of mean 0 and standard deviation 1, in this shape; of this type and on this device unless others are given.</summary>
        public Tensor randn_like(
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.randn_like.Call(this, dtype ?? this.dtype, Value.None, device ?? this.device),
                requires_grad,
                null
            );

        /// <summary>Random integers, in this shape; of this type and on this device unless others are given.</summary>
        public Tensor randint_like(
            long low,
            long high,
            ScalarType? dtype = null,
            Device? device = null,
            bool requires_grad = false
        ) =>
            Made(
                Aten.randint_like_low_dtype.Call(
                    this,
                    low,
                    high,
                    dtype ?? this.dtype,
                    Value.None,
                    device ?? this.device
                ),
                requires_grad,
                null
            );
    }
}
