namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>A number written into this tensor, which is returned.</summary>
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.CallInPlace(this, value);

        /// <summary>Another tensor's elements written into this tensor, which is returned.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Aten.copy_.CallInPlace(this, source, nonBlocking);
    }
}
