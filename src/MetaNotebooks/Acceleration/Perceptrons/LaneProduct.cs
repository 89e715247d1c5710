using System.Runtime.Intrinsics;

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
    private const int Columns = 4;

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
        for (var j = 0; j < columns; j += Columns)
            if (columns >= Columns)
                RowTile(c, i, Math.Min(j, columns - Columns));
            else
                for (var each = j; each < columns; each++)
                    One(c, i, each);
    }

    private Floats From(int i, int j) => Start.At == null ? Floats.Zero : *Start.To(i, j);

    private void Tile(LaneMatrix c, int i, int j)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            WholeTile(c, i, j);
            return;
        }
        // The registers of a processor with shorter vectors hold a quarter of the sums at a time.
        for (var half = 0; half < 2; half++)
        for (var columns = 0; columns < Columns; columns += 2)
            QuarterTile(c, i, j + columns, half);
    }

    private void QuarterTile(LaneMatrix c, int i, int j, int half)
    {
        Vector256<float> c00 = Half(From(i, j), half),
            c01 = Half(From(i, j + 1), half),
            c10 = Half(From(i + 1, j), half),
            c11 = Half(From(i + 1, j + 1), half),
            c20 = Half(From(i + 2, j), half),
            c21 = Half(From(i + 2, j + 1), half),
            c30 = Half(From(i + 3, j), half),
            c31 = Half(From(i + 3, j + 1), half),
            c40 = Half(From(i + 4, j), half),
            c41 = Half(From(i + 4, j + 1), half);
        for (var part = 0; part < 2; part++)
        {
            var (a, b, length) = part == 0 ? (A, B, Inner) : (And.A, And.B, AndInner);
            nint down = (nint)a.RowStep * sizeof(Floats),
                across = (nint)a.ColumnStep * sizeof(Floats),
                right = (nint)b.ColumnStep * sizeof(Floats),
                next = (nint)b.RowStep * sizeof(Floats);
            byte* p = (byte*)a.To(i, 0) + half * sizeof(Vector256<float>),
                p3 = p + 3 * down,
                q = (byte*)b.To(0, j) + half * sizeof(Vector256<float>);
            for (var k = 0; k < length; k++)
            {
                Vector256<float> b0 = *(Vector256<float>*)q,
                    b1 = *(Vector256<float>*)(q + right);
                var x = *(Vector256<float>*)p;
                c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
                c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
                x = *(Vector256<float>*)(p + down);
                c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
                c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
                x = *(Vector256<float>*)(p + 2 * down);
                c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
                c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
                x = *(Vector256<float>*)p3;
                c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
                c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
                x = *(Vector256<float>*)(p3 + down);
                c40 = Vector256.FusedMultiplyAdd(x, b0, c40);
                c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
                p += across;
                p3 += across;
                q += next;
            }
        }
        ((Vector256<float>*)c.To(i, j))[half] = c00;
        ((Vector256<float>*)c.To(i, j + 1))[half] = c01;
        ((Vector256<float>*)c.To(i + 1, j))[half] = c10;
        ((Vector256<float>*)c.To(i + 1, j + 1))[half] = c11;
        ((Vector256<float>*)c.To(i + 2, j))[half] = c20;
        ((Vector256<float>*)c.To(i + 2, j + 1))[half] = c21;
        ((Vector256<float>*)c.To(i + 3, j))[half] = c30;
        ((Vector256<float>*)c.To(i + 3, j + 1))[half] = c31;
        ((Vector256<float>*)c.To(i + 4, j))[half] = c40;
        ((Vector256<float>*)c.To(i + 4, j + 1))[half] = c41;
    }

    private static Vector256<float> Half(Floats numbers, int half) =>
        half == 0 ? numbers.GetLower() : numbers.GetUpper();

    // Offsets in bytes, which an address holds as they are.
    private void WholeTile(LaneMatrix c, int i, int j)
    {
        Floats c00 = From(i, j),
            c01 = From(i, j + 1),
            c02 = From(i, j + 2),
            c03 = From(i, j + 3),
            c10 = From(i + 1, j),
            c11 = From(i + 1, j + 1),
            c12 = From(i + 1, j + 2),
            c13 = From(i + 1, j + 3),
            c20 = From(i + 2, j),
            c21 = From(i + 2, j + 1),
            c22 = From(i + 2, j + 2),
            c23 = From(i + 2, j + 3),
            c30 = From(i + 3, j),
            c31 = From(i + 3, j + 1),
            c32 = From(i + 3, j + 2),
            c33 = From(i + 3, j + 3),
            c40 = From(i + 4, j),
            c41 = From(i + 4, j + 1),
            c42 = From(i + 4, j + 2),
            c43 = From(i + 4, j + 3);
        for (var part = 0; part < 2; part++)
        {
            var (a, b, length) = part == 0 ? (A, B, Inner) : (And.A, And.B, AndInner);
            nint down = (nint)a.RowStep * sizeof(Floats),
                across = (nint)a.ColumnStep * sizeof(Floats),
                right = (nint)b.ColumnStep * sizeof(Floats),
                next = (nint)b.RowStep * sizeof(Floats);
            byte* p = (byte*)a.To(i, 0),
                p3 = p + 3 * down,
                q = (byte*)b.To(0, j),
                q3 = q + 3 * right;
            for (var k = 0; k < length; k++)
            {
                Floats b0 = *(Floats*)q,
                    b1 = *(Floats*)(q + right),
                    b2 = *(Floats*)(q + 2 * right),
                    b3 = *(Floats*)q3;
                var x = *(Floats*)p;
                c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
                c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
                c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
                x = *(Floats*)(p + down);
                c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
                c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
                c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
                x = *(Floats*)(p + 2 * down);
                c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
                c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
                c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
                x = *(Floats*)p3;
                c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
                c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
                c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
                x = *(Floats*)(p3 + down);
                c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
                c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
                c42 = Vector512.FusedMultiplyAdd(x, b2, c42);
                c43 = Vector512.FusedMultiplyAdd(x, b3, c43);
                p += across;
                p3 += across;
                q += next;
                q3 += next;
            }
        }
        *c.To(i, j) = c00;
        *c.To(i, j + 1) = c01;
        *c.To(i, j + 2) = c02;
        *c.To(i, j + 3) = c03;
        *c.To(i + 1, j) = c10;
        *c.To(i + 1, j + 1) = c11;
        *c.To(i + 1, j + 2) = c12;
        *c.To(i + 1, j + 3) = c13;
        *c.To(i + 2, j) = c20;
        *c.To(i + 2, j + 1) = c21;
        *c.To(i + 2, j + 2) = c22;
        *c.To(i + 2, j + 3) = c23;
        *c.To(i + 3, j) = c30;
        *c.To(i + 3, j + 1) = c31;
        *c.To(i + 3, j + 2) = c32;
        *c.To(i + 3, j + 3) = c33;
        *c.To(i + 4, j) = c40;
        *c.To(i + 4, j + 1) = c41;
        *c.To(i + 4, j + 2) = c42;
        *c.To(i + 4, j + 3) = c43;
    }

    private void RowTile(LaneMatrix c, int i, int j)
    {
        Floats c0 = From(i, j),
            c1 = From(i, j + 1),
            c2 = From(i, j + 2),
            c3 = From(i, j + 3);
        for (var part = 0; part < 2; part++)
        {
            var (a, b, length) = part == 0 ? (A, B, Inner) : (And.A, And.B, AndInner);
            Floats* p = a.To(i, 0),
                q = b.To(0, j);
            var right = b.ColumnStep;
            for (var k = 0; k < length; k++)
            {
                c0 = Vector512.FusedMultiplyAdd(*p, *q, c0);
                c1 = Vector512.FusedMultiplyAdd(*p, q[right], c1);
                c2 = Vector512.FusedMultiplyAdd(*p, q[2 * right], c2);
                c3 = Vector512.FusedMultiplyAdd(*p, q[3 * right], c3);
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
            sum = Vector512.FusedMultiplyAdd(*A.To(i, k), *B.To(k, j), sum);
        for (var k = 0; k < AndInner; k++)
            sum = Vector512.FusedMultiplyAdd(*And.A.To(i, k), *And.B.To(k, j), sum);
        *c.To(i, j) = sum;
    }
}
