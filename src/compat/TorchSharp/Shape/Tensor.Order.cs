namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);

        /// <summary>The whole tensor repeated along each dimension.</summary>
        public Tensor tile(long[] reps) => Aten.tile.Call(this, reps);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);

        /// <summary>Each element repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave_self_int.Call(this, repeats, dim, output_size);

        /// <summary>The elements of dimensions in reverse.</summary>
        public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);

        /// <summary>The elements of the second dimension in reverse.</summary>
        public Tensor fliplr() => Aten.fliplr.Call(this);

        /// <summary>The elements of the first dimension in reverse.</summary>
        public Tensor flipud() => Aten.flipud.Call(this);

        /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            Aten.roll.Call(this, new[] { shifts.Item1, shifts.Item2 }, new[] { dims.Item1, dims.Item2 });

        /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
        public Tensor roll(long shifts, long? dims = null) =>
            Aten.roll.Call(this, new[] { shifts }, dims is { } one ? [one] : Array.Empty<long>());

        /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
        public Tensor roll(long[] shifts) => Aten.roll.Call(this, shifts);

        /// <summary>The elements moved along dimensions; what leaves at the end comes back at the start.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Aten.roll.Call(this, shifts, dims);

        /// <summary>The tensor turned by quarters in the plane of two dimensions.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Aten.rot90.Call(this, k, dims is { } plane ? new[] { plane.Item1, plane.Item2 } : [0, 1]);

        /// <summary>The elements along a dimension in order, and where they were.</summary>
        public (Tensor Values, Tensor Indices) sort(
            long dim = -1,
            bool descending = false,
            bool stable = false
        ) =>
            stable
                ? Aten.sort_stable.Call2(this, true, dim, descending)
                : Aten.sort.Call2(this, dim, descending);

        /// <summary>Where the elements along a dimension were, in order.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) =>
            Aten.argsort.Call(this, dim, descending);

        /// <summary>The k largest or smallest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(
            int k,
            int dim = -1,
            bool largest = true,
            bool sorted = true
        ) => Aten.topk.Call2(this, k, dim, largest, sorted);

        /// <summary>The different elements, where each element is among them, and how many of each.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true,
            bool return_inverse = false,
            bool return_counts = false,
            int? dim = null
        ) => Uniques.Of(this, sorted, return_inverse, return_counts, dim);

        /// <summary>How often each number occurs.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) =>
            Aten.bincount.Call(this, weights, minlength);

        /// <summary>How many elements lie in each of equal bins.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) =>
            Aten.histc.Call(this, bins, min, max);

        /// <summary>The differences of neighbours along a dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Aten.diff.Call(this, n, dim, prepend, append);
    }
}
