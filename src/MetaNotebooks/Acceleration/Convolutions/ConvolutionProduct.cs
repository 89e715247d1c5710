using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The two matrix products that convolutions are made of, with <see cref="Width"/> channels to a tile. Each element is one
/// chain of fused multiply-adds in the order of the inner index, so its bits do not depend on the tiles.
/// </summary>
internal static unsafe class ConvolutionProduct
{
    /// <summary>Columns come in multiples of this.</summary>
    public const int Width = 32;

    /// <summary>
    /// Rows of a tile; the rows of C come in multiples of it. 6 × 32 sums fill the registers of AVX-512 no more than they
    /// must, and a processor that adds two vectors a cycle never waits for one of them.
    /// </summary>
    public const int Rows = 6;

    private const int Half = Width / 2;

    // Compiled for speed the first time, and not into its caller, where there are too few registers for its sums.
    private const MethodImplOptions OnItsOwn =
        MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>C = A·B, or what C was and that.</summary>
    /// <param name="a">A, whose row i begins at <paramref name="aRows"/>[i].</param>
    /// <param name="aRows">One for each row.</param>
    /// <param name="b">B, <c>[inner, width]</c>.</param>
    /// <param name="c">C, whose row i begins at <paramref name="cRows"/>[i].</param>
    /// <param name="cRows">One for each row.</param>
    /// <param name="rows">A multiple of <see cref="Rows"/>.</param>
    /// <param name="inner">Columns of A.</param>
    /// <param name="width">Columns of B and C, a multiple of <see cref="Width"/>.</param>
    /// <param name="add">Whether to what C was.</param>
    public static void Into(
        float* a,
        int* aRows,
        float* b,
        float* c,
        int* cRows,
        int rows,
        int inner,
        int width,
        bool add
    )
    {
        for (var j = 0; j < width; j += Width)
        for (var i = 0; i < rows; i += Rows)
            Tile(a, aRows + i, b + j, c + j, cRows + i, inner, width, add);
    }

    /// <summary>C += Aᵀ·B.</summary>
    /// <param name="a">A, whose row i begins at <paramref name="aRows"/>[i].</param>
    /// <param name="aRows">One for each row.</param>
    /// <param name="b">B, <c>[inner, width]</c>.</param>
    /// <param name="c">C, <c>[rows, width]</c>.</param>
    /// <param name="rows">Columns of A that are taken, a multiple of <see cref="Rows"/>.</param>
    /// <param name="inner">Rows of A.</param>
    /// <param name="width">Columns of B and C, a multiple of <see cref="Width"/>.</param>
    public static void AddTransposed(float* a, int* aRows, float* b, float* c, int rows, int inner, int width)
    {
        for (var i = 0; i < rows; i += Rows)
        for (var j = 0; j < width; j += Width)
            TransposedTile(a + i, aRows, b + j, c + i * width + j, inner, width);
    }

    [MethodImpl(OnItsOwn)]
    private static void Tile(
        float* a,
        int* aRows,
        float* b,
        float* c,
        int* cRows,
        int inner,
        int width,
        bool add
    )
    {
        float* a0 = a + aRows[0],
            a1 = a + aRows[1],
            a2 = a + aRows[2],
            a3 = a + aRows[3],
            a4 = a + aRows[4],
            a5 = a + aRows[5];
        Vector512<float> c00 = default,
            c01 = default,
            c10 = default,
            c11 = default,
            c20 = default,
            c21 = default,
            c30 = default,
            c31 = default,
            c40 = default,
            c41 = default,
            c50 = default,
            c51 = default;
        if (add)
        {
            c00 = Vector512.Load(c + cRows[0]);
            c01 = Vector512.Load(c + cRows[0] + Half);
            c10 = Vector512.Load(c + cRows[1]);
            c11 = Vector512.Load(c + cRows[1] + Half);
            c20 = Vector512.Load(c + cRows[2]);
            c21 = Vector512.Load(c + cRows[2] + Half);
            c30 = Vector512.Load(c + cRows[3]);
            c31 = Vector512.Load(c + cRows[3] + Half);
            c40 = Vector512.Load(c + cRows[4]);
            c41 = Vector512.Load(c + cRows[4] + Half);
            c50 = Vector512.Load(c + cRows[5]);
            c51 = Vector512.Load(c + cRows[5] + Half);
        }
        for (nint k = 0; k < inner; k++)
        {
            Vector512<float> b0 = Vector512.Load(b),
                b1 = Vector512.Load(b + Half);
            var x = Vector512.Create(a0[k]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[k]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[k]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[k]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[k]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[k]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            b += width;
        }
        c00.Store(c + cRows[0]);
        c01.Store(c + cRows[0] + Half);
        c10.Store(c + cRows[1]);
        c11.Store(c + cRows[1] + Half);
        c20.Store(c + cRows[2]);
        c21.Store(c + cRows[2] + Half);
        c30.Store(c + cRows[3]);
        c31.Store(c + cRows[3] + Half);
        c40.Store(c + cRows[4]);
        c41.Store(c + cRows[4] + Half);
        c50.Store(c + cRows[5]);
        c51.Store(c + cRows[5] + Half);
    }

    [MethodImpl(OnItsOwn)]
    private static void TransposedTile(float* a, int* aRows, float* b, float* c, int inner, int width)
    {
        Vector512<float> c00 = Vector512.Load(c),
            c01 = Vector512.Load(c + Half);
        Vector512<float> c10 = Vector512.Load(c + width),
            c11 = Vector512.Load(c + width + Half);
        Vector512<float> c20 = Vector512.Load(c + 2 * width),
            c21 = Vector512.Load(c + 2 * width + Half);
        Vector512<float> c30 = Vector512.Load(c + 3 * width),
            c31 = Vector512.Load(c + 3 * width + Half);
        Vector512<float> c40 = Vector512.Load(c + 4 * width),
            c41 = Vector512.Load(c + 4 * width + Half);
        Vector512<float> c50 = Vector512.Load(c + 5 * width),
            c51 = Vector512.Load(c + 5 * width + Half);
        for (nint k = 0; k < inner; k++)
        {
            var row = a + aRows[k];
            Vector512<float> b0 = Vector512.Load(b),
                b1 = Vector512.Load(b + Half);
            var x = Vector512.Create(row[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(row[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(row[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(row[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(row[4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(row[5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            b += width;
        }
        c00.Store(c);
        c01.Store(c + Half);
        c10.Store(c + width);
        c11.Store(c + width + Half);
        c20.Store(c + 2 * width);
        c21.Store(c + 2 * width + Half);
        c30.Store(c + 3 * width);
        c31.Store(c + 3 * width + Half);
        c40.Store(c + 4 * width);
        c41.Store(c + 4 * width + Half);
        c50.Store(c + 5 * width);
        c51.Store(c + 5 * width + Half);
    }
}
