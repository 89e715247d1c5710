namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from <paramref name="start"/> up to but without <paramref name="stop"/>.</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        Scalar step,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        var whole = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (whole ? ScalarType.Int64 : defaultType);
        var range = Aten.arange_start_step.Call(start, stop, step, type, Value.None, On(device));
        return Made(range, requires_grad, null);
    }

    /// <summary>The numbers from <paramref name="start"/> up to but without <paramref name="stop"/>.</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from zero up to but without <paramref name="stop"/>.</summary>
    public static Tensor arange(
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>That many numbers at equal distances, from start to end inclusive.</summary>
    public static Tensor linspace(
        double start,
        double end,
        long steps,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) =>
        Made(
            Aten.linspace.Call(start, end, steps, dtype ?? defaultType, Value.None, On(device)),
            requires_grad,
            null
        );

    /// <summary>That many powers of the base, their exponents at equal distances from start to end.</summary>
    public static Tensor logspace(
        double start,
        double end,
        long steps,
        double @base = 10,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) =>
        Made(
            Aten.logspace.Call(start, end, steps, @base, dtype ?? defaultType, Value.None, On(device)),
            requires_grad,
            null
        );

    /// <summary>A matrix with ones on the diagonal; square unless columns are given.</summary>
    public static Tensor eye(
        long rows,
        long columns = -1,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Made(
            Aten.eye_m.Call(
                rows,
                columns == -1 ? rows : columns,
                dtype ?? defaultType,
                Value.None,
                On(device)
            ),
            requires_grad,
            names
        );

    /// <summary>The places of the lower triangle, rows above columns.</summary>
    public static Tensor tril_indices(
        long row,
        long col,
        long offset = 0,
        ScalarType dtype = ScalarType.Int64,
        Device? device = null
    ) => Aten.tril_indices.Call(row, col, offset, dtype, Value.None, On(device));

    /// <summary>The places of the upper triangle, rows above columns.</summary>
    public static Tensor triu_indices(
        long row,
        long col,
        long offset = 0,
        ScalarType dtype = ScalarType.Int64,
        Device? device = null
    ) => Aten.triu_indices.Call(row, col, offset, dtype, Value.None, On(device));
}
