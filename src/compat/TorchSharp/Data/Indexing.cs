using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Applies a list of <see cref="TensorIndex"/>. Numbers, slices and new dimensions give a view;
/// tensors are collected, one to a dimension, for libtorch's own advanced indexing.
/// </summary>
internal static class Indexing
{
    internal static Tensor Get(Tensor self, ReadOnlySpan<TensorIndex> indices)
    {
        var (view, tensors) = View(self, indices);
        if (tensors is null)
            return view;
        var result = Aten.index_Tensor.Call(view, Value.Optional(tensors));
        Drop(view, self);
        return result;
    }

    internal static void Put(Tensor self, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate)
    {
        var (view, tensors) = View(self, indices);
        if (tensors is null)
            Aten.copy_.CallInPlace(view, Fitting(value, view));
        else
            Aten.index_put_.CallInPlace(view, Value.Optional(tensors), value.to(self.dtype), accumulate);
        Drop(view, self);
    }

    // As in PyTorch, leading dimensions of size one do not matter to what is assigned.
    private static Tensor Fitting(Tensor value, Tensor target)
    {
        while (value.ndim > target.ndim && value.shape[0] == 1)
            value = value.select(0, 0);
        return value;
    }

    private static void Drop(Tensor view, Tensor self)
    {
        if (!ReferenceEquals(view, self))
            view.Dispose();
    }

    private static (Tensor View, Tensor?[]? Tensors) View(Tensor self, ReadOnlySpan<TensorIndex> indices)
    {
        var view = self;
        List<Tensor?>? tensors = null;
        var dim = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i];
            switch (index.kind)
            {
                case TensorIndex.Kind.Single:
                    Step(ref view, self, view.select(dim, index.start ?? 0));
                    break;
                case TensorIndex.Kind.Slice:
                    if (index.start is not null || index.stop is not null || index.step is not null)
                        Step(
                            ref view,
                            self,
                            Aten.slice_Tensor.Call(view, dim, index.start, index.stop, index.step ?? 1L)
                        );
                    dim++;
                    break;
                case TensorIndex.Kind.None:
                    Step(ref view, self, view.unsqueeze(dim++));
                    break;
                case TensorIndex.Kind.Ellipsis:
                    dim = view.ndim - Consumed(indices[(i + 1)..]);
                    break;
                case TensorIndex.Kind.Bool:
                    Step(ref view, self, view.unsqueeze(dim));
                    Collect(ref tensors, dim++, full([1], index.start == 1, ScalarType.Bool, self.device));
                    break;
                default:
                    var tensor = index.tensor!;
                    Collect(ref tensors, dim, tensor);
                    dim += Dimensions(index);
                    break;
            }
        }
        if (ReferenceEquals(view, self) && tensors is null)
            view = self.alias();
        return (view, tensors?.ToArray());
    }

    private static void Step(ref Tensor view, Tensor self, Tensor next)
    {
        Drop(view, self);
        view = next;
    }

    private static void Collect(ref List<Tensor?>? tensors, long dim, Tensor tensor)
    {
        tensors ??= [];
        // A mask stands for several dimensions but takes one place in libtorch's list.
        var places = tensors.Sum(earlier => earlier is { dtype: ScalarType.Bool } ? earlier.ndim : 1);
        for (; places < dim; places++)
            tensors.Add(null);
        tensors.Add(tensor);
    }

    private static long Consumed(ReadOnlySpan<TensorIndex> indices)
    {
        var consumed = 0L;
        foreach (ref readonly var index in indices)
            consumed += Dimensions(index);
        return consumed;
    }

    private static long Dimensions(TensorIndex index) =>
        index.kind switch
        {
            TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor => index.tensor!.dtype == ScalarType.Bool ? index.tensor.ndim : 1,
            _ => 0,
        };
}
