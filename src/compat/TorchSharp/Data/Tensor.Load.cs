namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Reads a tensor that was written with Save.</summary>
        public static Tensor Load(BinaryReader reader)
        {
            var type = (ScalarType)reader.Read7BitEncodedInt64();
            var shape = new long[reader.Read7BitEncodedInt64()];
            for (var i = 0; i < shape.Length; i++)
                shape[i] = reader.Read7BitEncodedInt64();
            var tensor = Empty(shape, type, CPU, false, null);
            reader.BaseStream.ReadExactly(tensor.bytes);
            GC.KeepAlive(tensor);
            return tensor;
        }
    }
}
