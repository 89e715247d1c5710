using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Each task's parameters as one vector, <c>[T, P]</c>, and back: for rules that treat every number alike.</summary>
internal static class TaskVectors
{
    public static Tensor Join(IReadOnlyList<Tensor> parts) =>
        Held.Cat(parts.Select(part => part.reshape(part.shape[0], -1)), 1);

    public static IReadOnlyList<Tensor> Split(Tensor vectors, IReadOnlyList<Tensor> like)
    {
        var parts = new Tensor[like.Count];
        var start = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var shape = like[i].shape;
            var length = like[i].numel() / shape[0];
            parts[i] = vectors.narrow(1, start, length).reshape(shape);
            start += length;
        }
        return parts;
    }
}
