namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The dimensions in reverse.</summary>
        public Tensor T
        {
            get
            {
                var order = new long[Dimensions];
                for (var i = 0; i < order.Length; i++)
                    order[i] = order.Length - 1 - i;
                return permute(order);
            }
        }

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => Aten.mT.Call(this);

        // Schemas want an integer where the tensor holds integers.
        private static Value Number(float number) =>
            number == MathF.Truncate(number) && MathF.Abs(number) < 1 << 24 ? (long)number : (double)number;

        private long[] Last(long count)
        {
            var last = new long[count];
            for (var i = 0; i < count; i++)
                last[i] = Dimensions - count + i;
            return last;
        }

        private static long[] First(long count)
        {
            var first = new long[count];
            for (var i = 0; i < count; i++)
                first[i] = i;
            return first;
        }

        private long[] Unflattened(long dim, long[] sizes)
        {
            var all = shape;
            var at = (int)(dim < 0 ? dim + all.Length : dim);
            return [.. all[..at], .. sizes, .. all[(at + 1)..]];
        }

        private static Tensor Typed(Tensor tensor, ScalarType? type) =>
            type is { } given ? tensor.to(given) : tensor;
    }
}
