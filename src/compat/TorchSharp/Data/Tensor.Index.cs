using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The elements that the indices select; numbers and slices give a view.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements that tensors of numbers or truth values select.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>A view of one element of each of the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => index(Singles(indices));
            set => index_put_(value, Singles(indices));
        }

        /// <summary>A view of one element of the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index(Singles([i1]));
            set => index_put_(value, Singles([i1]));
        }

        /// <summary>A view of one element of each of the first two dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(Singles([i1, i2]));
            set => index_put_(value, Singles([i1, i2]));
        }

        /// <summary>A view of one element of each of the first three dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(Singles([i1, i2, i3]));
            set => index_put_(value, Singles([i1, i2, i3]));
        }

        /// <summary>A view of one element of each of the first four dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(Singles([i1, i2, i3, i4]));
            set => index_put_(value, Singles([i1, i2, i3, i4]));
        }

        /// <summary>The elements that the indices select; numbers and slices give a view.</summary>
        public Tensor index(params TensorIndex[] indices) => Indexing.Get(this, indices);

        /// <summary>The elements that tensors of numbers or truth values select.</summary>
        public Tensor index(params Tensor[] indices) => Indexing.Get(this, Each(indices));

        /// <summary>Writes to the elements that the indices select.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) =>
            index_put_(value, indices, false);

        /// <summary>Writes to, or adds to, the elements that the indices select.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexing.Put(this, indices, value, accumulate);
            return this;
        }

        /// <summary>Writes to the elements that tensors of numbers or truth values select.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, Each(indices), false);

        /// <summary>Writes to, or adds to, the elements that tensors select.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Each(indices), accumulate);

        /// <summary>Writes a number to the elements that the indices select.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var scalar = full([], value, dtype, device);
            return index_put_(scalar, indices, false);
        }

        /// <summary>Writes a number to the elements that tensors select.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Each(indices));

        private static TensorIndex[] Singles(ReadOnlySpan<long> indices)
        {
            var singles = new TensorIndex[indices.Length];
            for (var i = 0; i < singles.Length; i++)
                singles[i] = TensorIndex.Single(indices[i]);
            return singles;
        }

        private static TensorIndex[] Each(Tensor[] indices) => Array.ConvertAll(indices, TensorIndex.Tensor);
    }
}
