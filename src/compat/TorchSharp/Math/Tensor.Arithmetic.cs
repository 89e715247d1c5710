namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first.</summary>
        public Tensor add(Scalar scalar) => Aten.add_Scalar.Call(this, scalar);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.add_Scalar.Call(this, scalar, alpha);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first.</summary>
        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first. Written into this tensor, which is returned.</summary>
        public Tensor add_(Scalar scalar) => Aten.add__Scalar.CallInPlace(this, scalar);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first. Written into this tensor, which is returned.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add__Scalar.CallInPlace(this, scalar, alpha);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first. Written into this tensor, which is returned.</summary>
        public Tensor add_(Tensor target) => Aten.add__Tensor.CallInPlace(this, target);

        /// <summary>The sum with another tensor or number, which <c>alpha</c> multiplies first. Written into this tensor, which is returned.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add__Tensor.CallInPlace(this, target, alpha);

        /// <summary>The difference to another tensor or number.</summary>
        public Tensor sub(Scalar target) => Aten.sub_Scalar.Call(this, target);

        /// <summary>The difference to another tensor or number.</summary>
        public Tensor sub(Tensor target) => Aten.sub_Tensor.Call(this, target);

        /// <summary>The difference to another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor sub_(Scalar target) => Aten.sub__Scalar.CallInPlace(this, target);

        /// <summary>The difference to another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor sub_(Tensor target) => Aten.sub__Tensor.CallInPlace(this, target);

        /// <summary>The product with another tensor or number.</summary>
        public Tensor mul(Scalar target) => Aten.mul_Scalar.Call(this, target);

        /// <summary>The product with another tensor or number.</summary>
        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);

        /// <summary>The product with another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor mul_(Scalar target) => Aten.mul__Scalar.CallInPlace(this, target);

        /// <summary>The product with another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor mul_(Tensor target) => Aten.mul__Tensor.CallInPlace(this, target);

        /// <summary>The quotient by another tensor or number, rounded if asked for.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.div_Scalar.Call(this, target)
                : Aten.div_Scalar_mode.Call(this, target, rounding_mode.ToString());

        /// <summary>The quotient by another tensor or number, rounded if asked for.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.div_Tensor.Call(this, target)
                : Aten.div_Tensor_mode.Call(this, target, rounding_mode.ToString());

        /// <summary>The quotient by another tensor or number, rounded if asked for. Written into this tensor, which is returned.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.div__Scalar.CallInPlace(this, target)
                : Aten.div__Scalar_mode.CallInPlace(this, target, rounding_mode.ToString());

        /// <summary>The quotient by another tensor or number, rounded if asked for. Written into this tensor, which is returned.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Aten.div__Tensor.CallInPlace(this, target)
                : Aten.div__Tensor_mode.CallInPlace(this, target, rounding_mode.ToString());

        /// <summary>The power to another tensor or number.</summary>
        public Tensor pow(Scalar exponent) => Aten.pow_Tensor_Scalar.Call(this, exponent);

        /// <summary>The power to another tensor or number.</summary>
        public Tensor pow(Tensor exponent) => Aten.pow_Tensor_Tensor.Call(this, exponent);

        /// <summary>The power to another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor pow_(Scalar exponent) => Aten.pow__Scalar.CallInPlace(this, exponent);

        /// <summary>The power to another tensor or number. Written into this tensor, which is returned.</summary>
        public Tensor pow_(Tensor exponent) => Aten.pow__Tensor.CallInPlace(this, exponent);

        /// <summary>The remainder of the division, with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Aten.remainder_Scalar.Call(this, scalar);

        /// <summary>The remainder of the division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Aten.remainder_Tensor.Call(this, target);

        /// <summary>The remainder of the division, with the sign of the divisor. Written into this tensor, which is returned.</summary>
        public Tensor remainder_(Scalar scalar) => Aten.remainder__Scalar.CallInPlace(this, scalar);

        /// <summary>The remainder of the division, with the sign of the divisor. Written into this tensor, which is returned.</summary>
        public Tensor remainder_(Tensor target) => Aten.remainder__Tensor.CallInPlace(this, target);

        /// <summary>The remainder of the division, with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Aten.fmod_Scalar.Call(this, scalar);

        /// <summary>The remainder of the division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Aten.fmod_Tensor.Call(this, target);

        /// <summary>The remainder of the division, with the sign of the dividend. Written into this tensor, which is returned.</summary>
        public Tensor fmod_(Scalar scalar) => Aten.fmod__Scalar.CallInPlace(this, scalar);

        /// <summary>The remainder of the division, with the sign of the dividend. Written into this tensor, which is returned.</summary>
        public Tensor fmod_(Tensor target) => Aten.fmod__Tensor.CallInPlace(this, target);

        /// <summary>The quotient rounded down.</summary>
        public Tensor floor_divide(Scalar other) => Aten.floor_divide_Scalar.Call(this, other);

        /// <summary>The quotient rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Aten.floor_divide.Call(this, other);

        /// <summary>The point between this and <c>end</c>, at <c>weight</c> of the way.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerp_Tensor.Call(this, end, weight);

        /// <summary>The point between this and <c>end</c>, at <c>weight</c> of the way. Written into this tensor, which is returned.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.lerp__Tensor.CallInPlace(this, end, weight);

        /// <summary>This plus <c>value</c> times the product of two tensors.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>This plus <c>value</c> times the product of two tensors. Written into this tensor, which is returned.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcmul_.CallInPlace(this, tensor1, tensor2, value);

        /// <summary>This plus <c>value</c> times the quotient of two tensors.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.addcdiv.Call(this, tensor1, tensor2);

        /// <summary>This plus <c>value</c> times the quotient of two tensors.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>This plus <c>value</c> times the quotient of two tensors. Written into this tensor, which is returned.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) =>
            Aten.addcdiv_.CallInPlace(this, tensor1, tensor2);

        /// <summary>This plus <c>value</c> times the quotient of two tensors. Written into this tensor, which is returned.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.addcdiv_.CallInPlace(this, tensor1, tensor2, value);

        /// <summary>The larger of each two elements.</summary>
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

        /// <summary>The smaller of each two elements.</summary>
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);

        /// <summary>The larger of each two elements; NaN only where both are.</summary>
        public Tensor fmax(Tensor other) => Aten.fmax.Call(this, other);

        /// <summary>The smaller of each two elements; NaN only where both are.</summary>
        public Tensor fmin(Tensor other) => Aten.fmin.Call(this, other);

        /// <summary>The angle of the point whose height is this and whose width is <c>other</c>.</summary>
        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);

        /// <summary>The logarithm of the sum of both exponentials.</summary>
        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);

        /// <summary>The length of the vector of both.</summary>
        public Tensor hypot(Tensor other) => Aten.hypot.Call(this, other);
    }
}
