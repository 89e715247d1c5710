namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() =>
            $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
    }
}
