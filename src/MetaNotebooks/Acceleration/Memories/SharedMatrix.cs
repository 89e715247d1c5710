using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// A matrix W that all tasks share, for x·W with a task in each lane: each of its numbers is read once and laid in all
/// lanes. It is kept in tiles of a few columns, row after row, as they are read; the sums of a tile stay in registers, and
/// each is one chain of fused multiply-adds in the order of W's rows.
/// </summary>
internal sealed unsafe class SharedMatrix
{
    private const int Tile = 8;
    private readonly int rows;
    private readonly int columns;
    private readonly Tensor tiles;
    private readonly float* first;

    /// <param name="w">The matrix, <c>[rows, columns]</c>.</param>
    public SharedMatrix(Tensor w)
    {
        (rows, columns) = ((int)w.shape[0], (int)w.shape[1]);
        using var scope = NewDisposeScope();
        // The last tile is filled up with columns of zeros.
        var count = (columns + Tile - 1) / Tile;
        var whole = Held.Cat([w, w.new_zeros([rows, count * Tile - columns])], 1);
        tiles = whole.reshape(rows, count, Tile).transpose(0, 1).contiguous().MoveToOuterDisposeScope();
        // libtorch's memory, which does not move.
        first = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Held.InPlace(tiles)));
    }

    /// <summary>Adds x·W to a sum.</summary>
    /// <param name="x">A row of lanes, <c>[rows]</c>.</param>
    /// <param name="sum">A row of lanes, <c>[columns]</c>.</param>
    public void Add(Floats* x, Floats* sum)
    {
        var last = stackalloc Floats[Tile];
        for (var j = 0; j < columns; j += Tile)
        {
            var w = first + (long)j * rows;
            var width = columns - j;
            if (width >= Tile)
            {
                AddTile(x, w, sum + j);
                continue;
            }
            for (var i = 0; i < Tile; i++)
                last[i] = i < width ? sum[j + i] : Floats.Zero;
            AddTile(x, w, last);
            new Span<Floats>(last, width).CopyTo(new(sum + j, width));
        }
        GC.KeepAlive(tiles);
    }

    private void AddTile(Floats* x, float* w, Floats* sum)
    {
        Floats s0 = sum[0],
            s1 = sum[1],
            s2 = sum[2],
            s3 = sum[3],
            s4 = sum[4],
            s5 = sum[5],
            s6 = sum[6],
            s7 = sum[7];
        for (var k = 0; k < rows; k++, w += Tile)
        {
            var one = x[k];
            s0 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[0]), s0);
            s1 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[1]), s1);
            s2 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[2]), s2);
            s3 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[3]), s3);
            s4 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[4]), s4);
            s5 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[5]), s5);
            s6 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[6]), s6);
            s7 = Vector512.FusedMultiplyAdd(one, Vector512.Create(w[7]), s7);
        }
        sum[0] = s0;
        sum[1] = s1;
        sum[2] = s2;
        sum[3] = s3;
        sum[4] = s4;
        sum[5] = s5;
        sum[6] = s6;
        sum[7] = s7;
    }
}
