using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The elements, for reading and writing; the type must be that of the tensor.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            if (typeof(T) != Types.ToType(dtype))
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            return new TensorAccessor<T>(this);
        }

        /// <summary>The one element; the type must be that of the tensor.</summary>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            return data<T>()[0];
        }

        /// <summary>The elements as bytes, for a tensor whose elements lie one after the other.</summary>
        public unsafe Span<byte> bytes
        {
            get => new((void*)Contiguous(), checked((int)(NumberOfElements * ElementSize)));
            set
            {
                var all = bytes;
                if (all.Length != value.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(all);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The one element.</summary>
        public Scalar ToScalar()
        {
            var value = Aten.item.CallValue(this);
            return value.Tag switch
            {
                Tag.Int => Scalar.From(value.Integer),
                Tag.Bool => Scalar.From(value.Integer != 0),
                _ => Scalar.From(value.Real),
            };
        }

        private nint Contiguous()
        {
            if (!is_contiguous())
                throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported.");
            Native.Check(Native.bridge_data(Handle, out var data));
            return data;
        }
    }
}
