using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Each task's parameters as one vector, <c>[T, P]</c>, and back: for rules that treat every number alike.</summary>
internal static class TaskVectors
{
    public static Tensor Join(Parameters parts) =>
        Held.Cat(parts.Select(part => part.reshape(part.shape[0], -1)), 1);

    public static Parameters Split(Tensor vectors, Parameters like)
    {
        var start = 0L;
        return like.Map(part =>
        {
            var shape = part.shape;
            var length = part.numel() / shape[0];
            start += length;
            return vectors.narrow(1, start - length, length).reshape(shape);
        });
    }
}
