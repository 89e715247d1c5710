using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The matrix product that convolutions are made of, C = A·B, by tiles whose sums stay in registers. Each element is one
/// chain of fused multiply-adds in the order of the inner index, so its bits do not depend on the tiles.
/// </summary>
internal static unsafe class ConvolutionProduct
{
    /// <summary>Columns come in multiples of this.</summary>
    public const int Width = 32;

    /// <summary>Rows of a tile; the rows of C come in multiples of it.</summary>
    public const int Rows = 6;

    private const int Lanes = 16;

    // Of the inner index, so many that B's numbers for a tile stay in the nearest cache from one tile to the next.
    private const int Deep = 64;

    // Compiled for speed the first time, and not into its caller, where there are too few registers for its sums.
    private const MethodImplOptions OnItsOwn =
        MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>C = A·B, or what C was and that.</summary>
    /// <param name="a">A, whose element (i, k) is at <paramref name="down"/>[i] + <paramref name="along"/>[k].</param>
    /// <param name="down">One for each row.</param>
    /// <param name="along">One for each of the inner index.</param>
    /// <param name="b">B, <c>[inner, width]</c>.</param>
    /// <param name="c">C, whose row i begins at <paramref name="cRows"/>[i].</param>
    /// <param name="cRows">One for each row.</param>
    /// <param name="rows">A multiple of <see cref="Rows"/>.</param>
    /// <param name="inner">Columns of A.</param>
    /// <param name="width">Columns of B and C, a multiple of <see cref="Width"/>.</param>
    /// <param name="add">Whether to what C was.</param>
    public static void Into(
        float* a,
        int* down,
        int* along,
        float* b,
        float* c,
        int* cRows,
        int rows,
        int inner,
        int width,
        bool add
    )
    {
        var columns = 0;
        for (var j = 0; j < width; j += columns)
        {
            // Shorter vectors have fewer registers too.
            columns = Vector512.IsHardwareAccelerated && j + Width < width ? 2 * Width : Width;
            for (var k = 0; k < inner; k += Deep)
            {
                var depth = Math.Min(Deep, inner - k);
                var from = b + k * width + j;
                for (var i = 0; i < rows; i += Rows)
                    if (columns > Width)
                        WideTile(a, down + i, along + k, from, c + j, cRows + i, depth, width, add || k > 0);
                    else
                        Tile(a, down + i, along + k, from, c + j, cRows + i, depth, width, add || k > 0);
            }
        }
    }

    // 6 × 64 sums fill the registers of AVX-512 no more than they must.
    [MethodImpl(OnItsOwn)]
    private static void WideTile(
        float* a,
        int* down,
        int* along,
        float* b,
        float* c,
        int* cRows,
        int inner,
        int width,
        bool add
    )
    {
        nint d0 = down[0],
            d1 = down[1],
            d2 = down[2],
            d3 = down[3],
            d4 = down[4],
            d5 = down[5];
        Vector512<float> c00 = default,
            c01 = default,
            c02 = default,
            c03 = default,
            c10 = default,
            c11 = default,
            c12 = default,
            c13 = default,
            c20 = default,
            c21 = default,
            c22 = default,
            c23 = default,
            c30 = default,
            c31 = default,
            c32 = default,
            c33 = default,
            c40 = default,
            c41 = default,
            c42 = default,
            c43 = default,
            c50 = default,
            c51 = default,
            c52 = default,
            c53 = default;
        if (add)
        {
            c00 = Vector512.Load(c + cRows[0]);
            c01 = Vector512.Load(c + cRows[0] + Lanes);
            c02 = Vector512.Load(c + cRows[0] + 2 * Lanes);
            c03 = Vector512.Load(c + cRows[0] + 3 * Lanes);
            c10 = Vector512.Load(c + cRows[1]);
            c11 = Vector512.Load(c + cRows[1] + Lanes);
            c12 = Vector512.Load(c + cRows[1] + 2 * Lanes);
            c13 = Vector512.Load(c + cRows[1] + 3 * Lanes);
            c20 = Vector512.Load(c + cRows[2]);
            c21 = Vector512.Load(c + cRows[2] + Lanes);
            c22 = Vector512.Load(c + cRows[2] + 2 * Lanes);
            c23 = Vector512.Load(c + cRows[2] + 3 * Lanes);
            c30 = Vector512.Load(c + cRows[3]);
            c31 = Vector512.Load(c + cRows[3] + Lanes);
            c32 = Vector512.Load(c + cRows[3] + 2 * Lanes);
            c33 = Vector512.Load(c + cRows[3] + 3 * Lanes);
            c40 = Vector512.Load(c + cRows[4]);
            c41 = Vector512.Load(c + cRows[4] + Lanes);
            c42 = Vector512.Load(c + cRows[4] + 2 * Lanes);
            c43 = Vector512.Load(c + cRows[4] + 3 * Lanes);
            c50 = Vector512.Load(c + cRows[5]);
            c51 = Vector512.Load(c + cRows[5] + Lanes);
            c52 = Vector512.Load(c + cRows[5] + 2 * Lanes);
            c53 = Vector512.Load(c + cRows[5] + 3 * Lanes);
        }
        for (var k = 0; k < inner; k++)
        {
            var at = a + along[k];
            Vector512<float> b0 = Vector512.Load(b),
                b1 = Vector512.Load(b + Lanes),
                b2 = Vector512.Load(b + 2 * Lanes),
                b3 = Vector512.Load(b + 3 * Lanes);
            var x = Vector512.Create(at[d0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
            c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(at[d1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
            c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            x = Vector512.Create(at[d2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
            c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
            x = Vector512.Create(at[d3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
            c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
            x = Vector512.Create(at[d4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(x, b2, c42);
            c43 = Vector512.FusedMultiplyAdd(x, b3, c43);
            x = Vector512.Create(at[d5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(x, b2, c52);
            c53 = Vector512.FusedMultiplyAdd(x, b3, c53);
            b += width;
        }
        c00.Store(c + cRows[0]);
        c01.Store(c + cRows[0] + Lanes);
        c02.Store(c + cRows[0] + 2 * Lanes);
        c03.Store(c + cRows[0] + 3 * Lanes);
        c10.Store(c + cRows[1]);
        c11.Store(c + cRows[1] + Lanes);
        c12.Store(c + cRows[1] + 2 * Lanes);
        c13.Store(c + cRows[1] + 3 * Lanes);
        c20.Store(c + cRows[2]);
        c21.Store(c + cRows[2] + Lanes);
        c22.Store(c + cRows[2] + 2 * Lanes);
        c23.Store(c + cRows[2] + 3 * Lanes);
        c30.Store(c + cRows[3]);
        c31.Store(c + cRows[3] + Lanes);
        c32.Store(c + cRows[3] + 2 * Lanes);
        c33.Store(c + cRows[3] + 3 * Lanes);
        c40.Store(c + cRows[4]);
        c41.Store(c + cRows[4] + Lanes);
        c42.Store(c + cRows[4] + 2 * Lanes);
        c43.Store(c + cRows[4] + 3 * Lanes);
        c50.Store(c + cRows[5]);
        c51.Store(c + cRows[5] + Lanes);
        c52.Store(c + cRows[5] + 2 * Lanes);
        c53.Store(c + cRows[5] + 3 * Lanes);
    }

    // Half as wide, for the columns that are left.
    [MethodImpl(OnItsOwn)]
    private static void Tile(
        float* a,
        int* down,
        int* along,
        float* b,
        float* c,
        int* cRows,
        int inner,
        int width,
        bool add
    )
    {
        nint d0 = down[0],
            d1 = down[1],
            d2 = down[2],
            d3 = down[3],
            d4 = down[4],
            d5 = down[5];
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
            c01 = Vector512.Load(c + cRows[0] + Lanes);
            c10 = Vector512.Load(c + cRows[1]);
            c11 = Vector512.Load(c + cRows[1] + Lanes);
            c20 = Vector512.Load(c + cRows[2]);
            c21 = Vector512.Load(c + cRows[2] + Lanes);
            c30 = Vector512.Load(c + cRows[3]);
            c31 = Vector512.Load(c + cRows[3] + Lanes);
            c40 = Vector512.Load(c + cRows[4]);
            c41 = Vector512.Load(c + cRows[4] + Lanes);
            c50 = Vector512.Load(c + cRows[5]);
            c51 = Vector512.Load(c + cRows[5] + Lanes);
        }
        for (var k = 0; k < inner; k++)
        {
            var at = a + along[k];
            Vector512<float> b0 = Vector512.Load(b),
                b1 = Vector512.Load(b + Lanes);
            var x = Vector512.Create(at[d0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(at[d1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(at[d2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(at[d3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(at[d4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(at[d5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            b += width;
        }
        c00.Store(c + cRows[0]);
        c01.Store(c + cRows[0] + Lanes);
        c10.Store(c + cRows[1]);
        c11.Store(c + cRows[1] + Lanes);
        c20.Store(c + cRows[2]);
        c21.Store(c + cRows[2] + Lanes);
        c30.Store(c + cRows[3]);
        c31.Store(c + cRows[3] + Lanes);
        c40.Store(c + cRows[4]);
        c41.Store(c + cRows[4] + Lanes);
        c50.Store(c + cRows[5]);
        c51.Store(c + cRows[5] + Lanes);
    }
}
