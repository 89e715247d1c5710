namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Kept(Native.bridge_dim(Handle));

        /// <summary>The number of dimensions.</summary>
        public long dim() => Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Kept(Native.bridge_numel(Handle));

        /// <summary>The number of elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>The bytes of one element.</summary>
        public long ElementSize => Kept(Native.bridge_element_size(Handle));

        /// <summary>The bytes of one element.</summary>
        public long element_size() => ElementSize;

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Kept(Native.bridge_dtype(Handle));

        /// <summary>Where in its storage the tensor begins, in elements.</summary>
        public long storage_offset() => Kept(Native.bridge_storage_offset(Handle));

        /// <summary>The sizes of all dimensions.</summary>
        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* to = sizes)
                    Native.Check(Native.bridge_sizes(Handle, to));
                return Kept(sizes);
            }
        }

        /// <summary>The sizes of all dimensions.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative ones count from the end.</summary>
        public long size(int dim) => Aten.size_int.CallValue(this, dim).Integer;

        /// <summary>The steps of all dimensions, in elements.</summary>
        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* to = strides)
                Native.Check(Native.bridge_strides(Handle, to));
            return Kept(strides);
        }

        /// <summary>The step of one dimension, in elements; negative ones count from the end.</summary>
        public long stride(int dim) => Aten.stride_int.CallValue(this, dim).Integer;

        /// <summary>Where the tensor lies.</summary>
        public Device device
        {
            get
            {
                var type = (DeviceType)Native.Check(Native.bridge_device(Handle, out var index));
                return Kept(type == DeviceType.CPU ? CPU : new Device(type, index));
            }
        }

        /// <summary>The kind of device on which the tensor lies.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Which device of its kind the tensor lies on.</summary>
        public int device_index
        {
            get
            {
                Native.Check(Native.bridge_device(Handle, out var index));
                return Kept(index);
            }
        }

        /// <summary>True if the tensor lies on a GPU.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>True if the tensor lies in the processor's memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>True if the elements lie one after the other.</summary>
        public bool is_contiguous() => Kept(Native.Check(Native.bridge_is_contiguous(Handle))) != 0;

        /// <summary>True if the tensor is sparse.</summary>
        public bool is_sparse => Kept(Native.Check(Native.bridge_is_sparse(Handle))) != 0;

        /// <summary>True if the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>True if the elements are integers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>True if the one element is not zero.</summary>
        public bool is_nonzero() =>
            NumberOfElements == 1
                ? Aten.is_nonzero.CallValue(this).Integer != 0
                : throw new InvalidOperationException("is_nonzero() called on non-singleton tensor");

        // The finalizer must not run between taking the handle and reading through it.
        private T Kept<T>(T result)
        {
            GC.KeepAlive(this);
            return result;
        }
    }
}
