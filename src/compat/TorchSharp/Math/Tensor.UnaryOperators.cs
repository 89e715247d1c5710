namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The negative of each element.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>The bits that are not set; of truth values, the opposite.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        /// <summary>The bits set in both; of truth values, whether both hold.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        /// <summary>The bits set in either; of truth values, whether either holds.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        /// <summary>The bits set in just one; of truth values, whether just one holds.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        // As the real one does it, so that results are the same to the last bit.
        private static Tensor Divided(Scalar left, Tensor right)
        {
            using var reciprocal = right.reciprocal();
            return Aten.mul_Scalar.Call(reciprocal, left);
        }

        private static Tensor Divided(Value wrapped, Tensor right)
        {
            using var reciprocal = right.reciprocal();
            return Aten.mul_Tensor.Call(reciprocal, wrapped);
        }
    }
}
