namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Aten.add_Scalar.Call(right, left);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Aten.add_Scalar.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Aten.add_Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, double right) =>
            Aten.add_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, float right) =>
            Aten.add_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, int right) =>
            Aten.add_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, long right) =>
            Aten.add_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(double left, Tensor right) =>
            Aten.add_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(float left, Tensor right) =>
            Aten.add_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(int left, Tensor right) =>
            Aten.add_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(long left, Tensor right) =>
            Aten.add_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub_Scalar.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Aten.sub_Scalar.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Aten.sub_Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, double right) =>
            Aten.sub_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, float right) =>
            Aten.sub_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, int right) =>
            Aten.sub_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, long right) =>
            Aten.sub_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(double left, Tensor right) =>
            Aten.sub_Tensor.Call(Value.Wrapped(left), right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(float left, Tensor right) =>
            Aten.sub_Tensor.Call(Value.Wrapped(left), right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(int left, Tensor right) =>
            Aten.sub_Tensor.Call(Value.Wrapped(left), right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(long left, Tensor right) =>
            Aten.sub_Tensor.Call(Value.Wrapped(left), right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Aten.mul_Scalar.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Aten.mul_Scalar.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Aten.mul_Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, double right) =>
            Aten.mul_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, float right) =>
            Aten.mul_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, int right) =>
            Aten.mul_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, long right) =>
            Aten.mul_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(double left, Tensor right) =>
            Aten.mul_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(float left, Tensor right) =>
            Aten.mul_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(int left, Tensor right) =>
            Aten.mul_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(long left, Tensor right) =>
            Aten.mul_Tensor.Call(right, Value.Wrapped(left));

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Divided(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Aten.div_Scalar.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Aten.div_Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, double right) =>
            Aten.div_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, float right) =>
            Aten.div_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, int right) =>
            Aten.div_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, long right) =>
            Aten.div_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(double left, Tensor right) => Divided(Value.Wrapped(left), right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(float left, Tensor right) => Divided(Value.Wrapped(left), right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(int left, Tensor right) => Divided(Value.Wrapped(left), right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(long left, Tensor right) => Divided(Value.Wrapped(left), right);

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Aten.remainder_Scalar.Call(left, right);

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Aten.remainder_Tensor.Call(left, right);

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) =>
            Aten.remainder_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) =>
            Aten.remainder_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) =>
            Aten.remainder_Tensor.Call(left, Value.Wrapped(right));

        /// <summary>The remainder, with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) =>
            Aten.remainder_Tensor.Call(left, Value.Wrapped(right));
    }
}
