namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks.</summary>
    public static partial class nn
    {
        /// <summary>What becomes of the losses of single elements; the numbers are libtorch's.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay as they are.</summary>
            None = 0,

            /// <summary>They are averaged.</summary>
            Mean = 1,

            /// <summary>They are added.</summary>
            Sum = 2,
        }

        /// <summary>Functions of neural networks, without parameters of their own.</summary>
        public static partial class functional
        {
            private static long[] Both(long size) => [size, size];

            private static long[] Both((long, long) sizes) => [sizes.Item1, sizes.Item2];
        }
    }
}
