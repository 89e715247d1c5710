using System.Runtime.CompilerServices;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// Where things are for some images in one block. Pixels that go out are numbered through, image after image, and their
/// number is rounded up to whole tiles; what is computed for the pixels beyond the last is written behind the last image,
/// where nothing is read.
/// </summary>
internal sealed unsafe class ConvolutionGrid
{
    // Pinned: the pointers below are into it.
    private readonly int[] places;

    /// <summary>Lays the block out.</summary>
    /// <param name="block">The block.</param>
    /// <param name="images">How many images.</param>
    /// <param name="isLast">Whether no block reads what goes out; then it has no frame.</param>
    public ConvolutionGrid(ConvolutionBlock block, int images, bool isLast)
    {
        var (side, filters) = (block.OutSide, block.Filters);
        (Images, ImagePixels) = (images, side * side);
        Pixels = images * ImagePixels;
        Rows = (int)RowsOf(block, images);
        InputRow = (int)InputRowOf(block);
        InputLength = (int)InputLengthOf(block, images);
        var image = (block.Side + 2) * InputRow;
        places = GC.AllocateArray<int>(3 * Rows, pinned: true);
        Windows = (int*)Unsafe.AsPointer(ref places[0]);
        Flat = Windows + Rows;
        Values = Flat + Rows;
        var (outRow, outImage, frame) = isLast
            ? (side, ImagePixels, 0)
            : (side + 2, (side + 2) * (side + 2), 1);
        for (var p = 0; p < Rows; p++)
        {
            var (i, y, x) = (p / ImagePixels, p % ImagePixels / side, p % side);
            Flat[p] = p * filters;
            Windows[p] =
                block.IsFirst ? p * block.Run
                : p < Pixels ? i * image + 2 * y * InputRow + 2 * x * filters
                : images * image;
            Values[p] = (i * outImage + (y + frame) * outRow + x + frame) * filters;
        }
    }

    /// <summary>Makes what no image is written to zero, as it stays: the frames, and what fills patches up to whole tiles.</summary>
    /// <param name="block">The block.</param>
    /// <param name="input">What comes in.</param>
    public void ClearFrame(ConvolutionBlock block, float* input)
    {
        if (block.IsFirst)
        {
            new Span<float>(input, InputLength).Clear();
            return;
        }
        var image = (block.Side + 2) * InputRow;
        for (var i = 0; i < Images; i++)
        {
            var at = input + i * image;
            new Span<float>(at, InputRow).Clear();
            for (var y = 1; y <= block.Side; y++)
            {
                new Span<float>(at + y * InputRow, block.Filters).Clear();
                new Span<float>(at + (y + 1) * InputRow - block.Filters, block.Filters).Clear();
            }
            new Span<float>(at + image - InputRow, InputRow).Clear();
        }
        new Span<float>(input + Images * image, InputLength - Images * image).Clear();
    }

    /// <summary>Whether every place in the blocks, and in their kernels, is a number of 32 bits.</summary>
    public static bool Fits(Conv4 body, long images)
    {
        // Before it is multiplied, so that no product here leaves 64 bits.
        if (
            images > int.MaxValue
            || (long)body.Side * body.Side > int.MaxValue
            || body.Filters > short.MaxValue / 3
        )
            return false;
        return ConvolutionNetwork
            .BlocksOf(body)
            .All(block =>
                RowsOf(block, images) <= int.MaxValue / block.Filters
                && InputLengthOf(block, images) <= int.MaxValue
                && (long)block.KernelRows * block.Run * block.Filters <= int.MaxValue / 8
            );
    }

    private static long RowsOf(ConvolutionBlock block, long images)
    {
        var pixels = images * block.OutSide * block.OutSide;
        return (pixels + ConvolutionProduct.Rows - 1) / ConvolutionProduct.Rows * ConvolutionProduct.Rows;
    }

    private static long InputRowOf(ConvolutionBlock block) =>
        block.IsFirst ? 0 : (block.Side + 2L) * block.Filters;

    // Behind the last image, a window's reach.
    private static long InputLengthOf(ConvolutionBlock block, long images)
    {
        if (block.IsFirst)
            return RowsOf(block, images) * block.Run;
        var row = InputRowOf(block);
        return images * (block.Side + 2) * row + 2 * row + 3L * block.Filters;
    }

    public int Images { get; }

    /// <summary>Pixels of an image that go out.</summary>
    public int ImagePixels { get; }

    /// <summary>Pixels that go out.</summary>
    public int Pixels { get; }

    /// <summary><see cref="Pixels"/>, rounded up to whole tiles.</summary>
    public int Rows { get; }

    /// <summary>Numbers from one row of what comes in to the next.</summary>
    public int InputRow { get; }

    /// <summary>Numbers of all that comes in, frames and all.</summary>
    public int InputLength { get; }

    /// <summary>Where the window of each pixel begins in what comes in.</summary>
    public int* Windows { get; }

    /// <summary>Where each pixel is among the products, <c>[pixels, filters]</c>.</summary>
    public int* Flat { get; }

    /// <summary>Where each pixel is in what goes out: the next block's input.</summary>
    public int* Values { get; }
}
