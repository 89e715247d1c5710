namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>A tensor of one truth value.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor of one byte.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A tensor of one integer.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor of one integer.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor of one number.</summary>
        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Type);

        /// <summary>A tensor of truth values.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor of bytes.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A tensor of integers.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor of integers.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor of numbers.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor of numbers.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>The one element.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The one element.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The one element.</summary>
        public static explicit operator byte(Tensor value) => value.ToByte();

        /// <summary>The one element.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The one element.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The one element.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();
    }
}
