namespace TorchSharp;

public static partial class torch
{
    /// <summary>The whole tensor repeated along each dimension.</summary>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <summary>Each element repeated.</summary>
    public static Tensor repeat_interleave(
        Tensor input,
        Tensor repeats,
        long? dim = null,
        long? output_size = null
    ) => input.repeat_interleave(repeats, dim, output_size);

    /// <summary>Each element repeated.</summary>
    public static Tensor repeat_interleave(
        Tensor input,
        long repeats,
        long? dim = null,
        long? output_size = null
    ) => input.repeat_interleave(repeats, dim, output_size);

    /// <summary>The elements of dimensions in reverse.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <summary>The elements of the second dimension in reverse.</summary>
    public static Tensor fliplr(Tensor input) => input.fliplr();

    /// <summary>The elements of the first dimension in reverse.</summary>
    public static Tensor flipud(Tensor input) => input.flipud();

    /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) =>
        input.roll(shifts, dims);

    /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
    public static Tensor roll(Tensor input, long[] shifts) => input.roll(shifts);

    /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <summary>The tensor turned by quarters in the plane of two dimensions.</summary>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    /// <summary>The elements along a dimension in order, and where they were.</summary>
    public static (Tensor values, Tensor indices) sort(
        Tensor input,
        long dim = -1,
        bool descending = false,
        bool stable = false
    ) => input.sort(dim, descending, stable);

    /// <summary>Where the elements along a dimension were, in order.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) =>
        input.argsort(dim, descending);

    /// <summary>The k largest or smallest elements along a dimension, and where they are.</summary>
    public static (Tensor values, Tensor indices) topk(
        Tensor tensor,
        int k,
        int dim = -1,
        bool largest = true,
        bool sorted = true
    ) => tensor.topk(k, dim, largest, sorted);

    /// <summary>The different elements, where each element is among them, and how many of each.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input,
        bool sorted = true,
        bool return_inverse = false,
        bool return_counts = false,
        int? dim = null
    ) => input.unique(sorted, return_inverse, return_counts, dim);

    /// <summary>How often each number occurs.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        Aten.bincount.Call(input, weights, minlength);

    /// <summary>How many elements lie in each of equal bins.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) =>
        input.histc(bins, min, max);

    /// <summary>The differences of neighbours along a dimension.</summary>
    public static Tensor diff(
        Tensor input,
        long n = 1,
        long dim = -1,
        Tensor? prepend = null,
        Tensor? append = null
    ) => input.diff(n, dim, prepend, append);
}
