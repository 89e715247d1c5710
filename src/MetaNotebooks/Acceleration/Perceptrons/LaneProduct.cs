using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// S + A·B + A′·B′, for every lane. Written in tiles whose sums stay in registers; a tile at the edge overlaps its
/// neighbour and computes the same numbers again. Each element is one chain of fused multiply-adds in the order of the
/// inner index, so its bits depend neither on the tiles nor on how many tasks lie side by side.
/// </summary>
/// <param name="A">The first factor.</param>
/// <param name="B">The second.</param>
/// <param name="Inner">Columns of A, which are rows of B.</param>
internal readonly unsafe record struct LaneProduct(LaneMatrix A, LaneMatrix B, int Inner)
{
    private const int Rows = 5;
    private const int Columns = 2;
    private const int Narrow = 4;

    /// <summary>What is added to: such as a bias, whose rows are one. None by default.</summary>
    public LaneMatrix Start { get; init; }

    /// <summary>The second product's factors, of the same inner size. None by default.</summary>
    public (LaneMatrix A, LaneMatrix B) And { get; init; }

    private int AndInner => And.A.At == null ? 0 : Inner;

    /// <summary>Computes it.</summary>
    public void Into(LaneMatrix c, int rows, int columns)
    {
        if (columns < Columns && rows > columns)
        {
            Turned.Into(c.Transposed, columns, rows);
            return;
        }
        if (rows < Rows)
            for (var i = 0; i < rows; i++)
                Row(c, i, columns);
        else
            // Columns first: they are the weights', too many for the nearest cache, and are read once so.
            for (var j = 0; j < columns; j += Columns)
            for (var i = 0; i < rows; i += Rows)
                Tile(c, Math.Min(i, rows - Rows), Math.Min(j, columns - Columns));
    }

    // (A·B)ᵀ = Bᵀ·Aᵀ.
    private LaneProduct Turned =>
        new(B.Transposed, A.Transposed, Inner)
        {
            Start = Start.Transposed,
            And = (And.B.Transposed, And.A.Transposed),
        };

    private void Row(LaneMatrix c, int i, int columns)
    {
        for (var j = 0; j < columns; j += Narrow)
            if (columns >= Narrow)
                RowTile(c, i, Math.Min(j, columns - Narrow));
            else
                for (var each = j; each < columns; each++)
                    One(c, i, each);
    }

    private Vector<float> From(int i, int j) => Start.At == null ? Vector<float>.Zero : *Start.To(i, j);

    private void Tile(LaneMatrix c, int i, int j)
    {
        Vector<float> c00 = From(i, j),
            c01 = From(i, j + 1),
            c10 = From(i + 1, j),
            c11 = From(i + 1, j + 1),
            c20 = From(i + 2, j),
            c21 = From(i + 2, j + 1),
            c30 = From(i + 3, j),
            c31 = From(i + 3, j + 1),
            c40 = From(i + 4, j),
            c41 = From(i + 4, j + 1);
        for (var part = 0; part < 2; part++)
        {
            var (a, b, length) = part == 0 ? (A, B, Inner) : (And.A, And.B, AndInner);
            Vector<float>* p = a.To(i, 0),
                q = b.To(0, j);
            nint down = a.RowStep,
                across = a.ColumnStep,
                right = b.ColumnStep,
                next = b.RowStep;
            for (var k = 0; k < length; k++)
            {
                Vector<float> b0 = *q,
                    b1 = q[right];
                var x = *p;
                c00 = Vector.FusedMultiplyAdd(x, b0, c00);
                c01 = Vector.FusedMultiplyAdd(x, b1, c01);
                x = p[down];
                c10 = Vector.FusedMultiplyAdd(x, b0, c10);
                c11 = Vector.FusedMultiplyAdd(x, b1, c11);
                x = p[2 * down];
                c20 = Vector.FusedMultiplyAdd(x, b0, c20);
                c21 = Vector.FusedMultiplyAdd(x, b1, c21);
                x = p[3 * down];
                c30 = Vector.FusedMultiplyAdd(x, b0, c30);
                c31 = Vector.FusedMultiplyAdd(x, b1, c31);
                x = p[4 * down];
                c40 = Vector.FusedMultiplyAdd(x, b0, c40);
                c41 = Vector.FusedMultiplyAdd(x, b1, c41);
                p += across;
                q += next;
            }
        }
        *c.To(i, j) = c00;
        *c.To(i, j + 1) = c01;
        *c.To(i + 1, j) = c10;
        *c.To(i + 1, j + 1) = c11;
        *c.To(i + 2, j) = c20;
        *c.To(i + 2, j + 1) = c21;
        *c.To(i + 3, j) = c30;
        *c.To(i + 3, j + 1) = c31;
        *c.To(i + 4, j) = c40;
        *c.To(i + 4, j + 1) = c41;
    }

    private void RowTile(LaneMatrix c, int i, int j)
    {
        Vector<float> c0 = From(i, j),
            c1 = From(i, j + 1),
            c2 = From(i, j + 2),
            c3 = From(i, j + 3);
        for (var part = 0; part < 2; part++)
        {
            var (a, b, length) = part == 0 ? (A, B, Inner) : (And.A, And.B, AndInner);
            Vector<float>* p = a.To(i, 0),
                q = b.To(0, j);
            var right = b.ColumnStep;
            for (var k = 0; k < length; k++)
            {
                c0 = Vector.FusedMultiplyAdd(*p, *q, c0);
                c1 = Vector.FusedMultiplyAdd(*p, q[right], c1);
                c2 = Vector.FusedMultiplyAdd(*p, q[2 * right], c2);
                c3 = Vector.FusedMultiplyAdd(*p, q[3 * right], c3);
                p += a.ColumnStep;
                q += b.RowStep;
            }
        }
        *c.To(i, j) = c0;
        *c.To(i, j + 1) = c1;
        *c.To(i, j + 2) = c2;
        *c.To(i, j + 3) = c3;
    }

    private void One(LaneMatrix c, int i, int j)
    {
        var sum = From(i, j);
        for (var k = 0; k < Inner; k++)
            sum = Vector.FusedMultiplyAdd(*A.To(i, k), *B.To(k, j), sum);
        for (var k = 0; k < AndInner; k++)
            sum = Vector.FusedMultiplyAdd(*And.A.To(i, k), *And.B.To(k, j), sum);
        *c.To(i, j) = sum;
    }
}
