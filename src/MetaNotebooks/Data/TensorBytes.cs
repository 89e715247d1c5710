using System.Buffers;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The numbers of a tensor as they lie in memory, little-endian, without a copy on .NET's side.
/// </summary>
internal static class TensorBytes
{
    // A span is at most 2 GiB; no number takes more than eight bytes.
    private const long MostNumbers = 1 << 27;

    /// <summary>Gives the bytes of a tensor, row after row, piece by piece.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="to">Passed on.</param>
    /// <param name="take">Is given each piece, which it must not keep.</param>
    public static void Give<TTo>(Tensor tensor, TTo to, ReadOnlySpanAction<byte, TTo> take)
    {
        using var detached = tensor.detach();
        using var near = detached.cpu();
        using var plain = near.contiguous();
        foreach (var piece in Pieces(plain))
        {
            take(piece.bytes, to);
            GC.KeepAlive(piece);
        }
    }

    /// <summary>Fills a new tensor with what comes next in a stream.</summary>
    public static void Fill(Tensor tensor, Stream from)
    {
        foreach (var piece in Pieces(tensor))
        {
            from.ReadExactly(piece.bytes);
            GC.KeepAlive(piece);
        }
    }

    private static IEnumerable<Tensor> Pieces(Tensor plain)
    {
        using var flat = plain.view(-1);
        for (var start = 0L; start < flat.numel(); start += MostNumbers)
        {
            using var piece = flat.narrow(0, start, Math.Min(MostNumbers, flat.numel() - start));
            yield return piece;
        }
    }
}
