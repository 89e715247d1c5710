namespace TorchSharp;

public static partial class torch
{
    /// <summary>True where the elements are equal.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>True where the elements differ.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>True where the element is smaller.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>True where the element is smaller or equal.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>True where the element is larger.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>True where the element is larger or equal.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>True where the elements are equal.</summary>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <summary>True where the element is not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where the element is infinite.</summary>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary>True where the element is plus infinity.</summary>
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    /// <summary>True where the element is minus infinity.</summary>
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    /// <summary>True where the element is neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>True where |a − b| is at most atol + rtol |b|.</summary>
    public static Tensor isclose(
        Tensor tensor,
        Tensor other,
        double rtol = 1E-05,
        double atol = 1E-08,
        bool nanEqual = false
    ) => tensor.isclose(other, rtol, atol, nanEqual);

    /// <summary>True where the element is among the test elements.</summary>
    public static Tensor isin(
        Tensor tensor,
        Tensor test_elements,
        bool assumeUnique = false,
        bool invert = false
    ) => tensor.isin(test_elements, assumeUnique, invert);

    /// <summary>True if |a − b| is at most atol + rtol |b| everywhere.</summary>
    public static bool allclose(
        Tensor tensor,
        Tensor target,
        double rtol = 1E-05,
        double atol = 1E-08,
        bool equal_nan = false
    ) => tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>True if any element, of all or along a dimension, is not zero.</summary>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>True if any element, of all or along a dimension, is not zero.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>True if every element, of all or along a dimension, is not zero.</summary>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>True if every element, of all or along a dimension, is not zero.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);
}
