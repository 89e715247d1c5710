namespace TorchSharp;

public static partial class torch
{
    /// <summary>What one dimension of a tensor is indexed with.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        internal Kind kind;
        internal long? start;
        internal long? stop;
        internal long? step;
        internal Tensor? tensor;

        /// <summary>As many whole dimensions as are not indexed otherwise.</summary>
        public static TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None = new() { kind = Kind.None };

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        /// <summary>The elements from <paramref name="start"/> up to but without <paramref name="stop"/>.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new()
            {
                kind = Kind.Slice,
                start = start,
                stop = stop,
                step = step,
            };

        /// <summary>The elements of a range.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>The elements of a range.</summary>
        public static TensorIndex Slice(Range range) => Slice(From(range.Start), To(range.End));

        /// <summary>All (true) or nothing (false).</summary>
        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, start = value ? 1 : 0 };

        /// <summary>One element; the dimension goes away.</summary>
        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, start = index };

        /// <summary>The elements at the numbers in, or where it is true in, a tensor.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        /// <summary>One element; the dimension goes away.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>The elements of a range.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>The elements of a range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One element; the dimension goes away.</summary>
        public static implicit operator TensorIndex(Index index) => Single(From(index));

        private static long From(Index index) => index.IsFromEnd ? -index.Value : index.Value;

        private static long? To(Index index) =>
            !index.IsFromEnd ? index.Value
            : index.Value == 0 ? null
            : -index.Value;
    }
}
