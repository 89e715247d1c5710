namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>True where the elements are equal.</summary>
        public Tensor eq(Scalar target) => Aten.eq_Scalar.Call(this, target);

        /// <summary>True where the elements are equal.</summary>
        public Tensor eq(Tensor target) => Aten.eq_Tensor.Call(this, target);

        /// <summary>True where the elements are equal. Written into this tensor, which is returned.</summary>
        public Tensor eq_(Scalar target) => Aten.eq__Scalar.CallInPlace(this, target);

        /// <summary>True where the elements are equal. Written into this tensor, which is returned.</summary>
        public Tensor eq_(Tensor target) => Aten.eq__Tensor.CallInPlace(this, target);

        /// <summary>True where the elements differ.</summary>
        public Tensor ne(Scalar target) => Aten.ne_Scalar.Call(this, target);

        /// <summary>True where the elements differ.</summary>
        public Tensor ne(Tensor target) => Aten.ne_Tensor.Call(this, target);

        /// <summary>True where the element is smaller.</summary>
        public Tensor lt(Scalar target) => Aten.lt_Scalar.Call(this, target);

        /// <summary>True where the element is smaller.</summary>
        public Tensor lt(Tensor target) => Aten.lt_Tensor.Call(this, target);

        /// <summary>True where the element is smaller or equal.</summary>
        public Tensor le(Scalar target) => Aten.le_Scalar.Call(this, target);

        /// <summary>True where the element is smaller or equal.</summary>
        public Tensor le(Tensor target) => Aten.le_Tensor.Call(this, target);

        /// <summary>True where the element is larger.</summary>
        public Tensor gt(Scalar target) => Aten.gt_Scalar.Call(this, target);

        /// <summary>True where the element is larger.</summary>
        public Tensor gt(Tensor target) => Aten.gt_Tensor.Call(this, target);

        /// <summary>True where the element is larger or equal.</summary>
        public Tensor ge(Scalar target) => Aten.ge_Scalar.Call(this, target);

        /// <summary>True where the element is larger or equal.</summary>
        public Tensor ge(Tensor target) => Aten.ge_Tensor.Call(this, target);

        /// <summary>True where the elements are equal.</summary>
        public Tensor equal(Tensor target) => this.eq(target);

        /// <summary>True where the element is not a number.</summary>
        public Tensor isnan() => Aten.isnan.Call(this);

        /// <summary>True where the element is infinite.</summary>
        public Tensor isinf() => Aten.isinf.Call(this);

        /// <summary>True where the element is plus infinity.</summary>
        public Tensor isposinf() => Aten.isposinf.Call(this);

        /// <summary>True where the element is minus infinity.</summary>
        public Tensor isneginf() => Aten.isneginf.Call(this);

        /// <summary>True where the element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Aten.isfinite.Call(this);

        /// <summary>True where |a − b| is at most atol + rtol |b|.</summary>
        public Tensor isclose(
            Tensor other,
            double rtol = 1E-05,
            double atol = 1E-08,
            bool nanEqual = false
        ) => Aten.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>True where the element is among the test elements.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Aten.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);

        /// <summary>True if |a − b| is at most atol + rtol |b| everywhere.</summary>
        public bool allclose(
            Tensor target,
            double rtol = 1E-05,
            double atol = 1E-08,
            bool equal_nan = false
        ) => Aten.allclose.CallValue(this, target, rtol, atol, equal_nan).Integer != 0;

        /// <summary>True if any element, of all or along a dimension, is not zero.</summary>
        public Tensor any() => Aten.any.Call(this);

        /// <summary>True if any element, of all or along a dimension, is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);

        /// <summary>True if every element, of all or along a dimension, is not zero.</summary>
        public Tensor all() => Aten.all.Call(this);

        /// <summary>True if every element, of all or along a dimension, is not zero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);
    }
}
