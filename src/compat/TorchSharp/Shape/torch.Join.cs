namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.cat.Call(tensors, dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        Aten.cat.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Aten.cat.Call(tensors, dim);

    /// <summary>Tensors one after the other along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) =>
        Aten.stack.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along the second dimension, or the first of vectors.</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());

    /// <summary>Tensors one after the other along the second dimension, or the first of vectors.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());

    /// <summary>Tensors one after the other along the second dimension, or the first of vectors.</summary>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());

    /// <summary>Tensors one after the other along the second dimension, or the first of vectors.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Call(tensors);

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor vstack(Tensor[] tensors) => Aten.vstack.Call(tensors);

    /// <summary>Tensors one behind the other along the third dimension.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Aten.dstack.Call(tensors.ToArray());

    /// <summary>Tensors one behind the other along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Aten.dstack.Call(tensors.ToArray());

    /// <summary>Tensors one behind the other along the third dimension.</summary>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Aten.dstack.Call(tensors.ToArray());

    /// <summary>Tensors one behind the other along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => Aten.dstack.Call(tensors);

    /// <summary>Vectors as the columns of a matrix.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => Aten.column_stack.Call(tensors.ToArray());

    /// <summary>Vectors as the columns of a matrix.</summary>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) =>
        Aten.column_stack.Call(tensors.ToArray());

    /// <summary>Vectors as the columns of a matrix.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => Aten.column_stack.Call(tensors);

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => Aten.row_stack.Call(tensors.ToArray());

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Aten.row_stack.Call(tensors.ToArray());

    /// <summary>Tensors one below the other; vectors become rows.</summary>
    public static Tensor row_stack(params Tensor[] tensors) => Aten.row_stack.Call(tensors);

    /// <summary>The coordinates of a grid, one tensor for each dimension.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid_indexing.CallList(tensors.ToArray(), indexing);

    /// <summary>All combinations of one element from each tensor, one row for each.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Aten.cartesian_prod.Call(tensors.ToArray());

    /// <summary>All combinations of one element from each tensor, one row for each.</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) =>
        Aten.cartesian_prod.Call(tensors.ToArray());

    /// <summary>All combinations of one element from each tensor, one row for each.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => Aten.cartesian_prod.Call(tensors);

    /// <summary>All combinations of r elements, one row for each.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Aten.combinations.Call(input, r, with_replacement);
}
