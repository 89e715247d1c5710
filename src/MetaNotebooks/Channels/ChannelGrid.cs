using System.Runtime.CompilerServices;

namespace MetaNotebooks.Channels;

/// <summary>
/// Where things are for some images in one block. Pixels that go out are numbered through, image after image, and their
/// number is rounded up to whole tiles; what the pixels beyond the last give falls behind the last image.
/// </summary>
internal sealed unsafe class ChannelGrid
{
    // Pinned: the pointers below are into it.
    private readonly int[] places;

    /// <summary>Lays the block out.</summary>
    /// <param name="block">The block.</param>
    /// <param name="images">How many images.</param>
    /// <param name="isLast">Whether no block reads what goes out; then it has no frame.</param>
    public ChannelGrid(ChannelBlock block, int images, bool isLast)
    {
        var (side, filters) = (block.OutSide, block.Filters);
        (Images, ImagePixels) = (images, side * side);
        Pixels = images * ImagePixels;
        Rows = (Pixels + ChannelProduct.Rows - 1) / ChannelProduct.Rows * ChannelProduct.Rows;
        var framed = block.Side + 2;
        InputRow = block.IsFirst ? 0 : framed * filters;
        var image = framed * InputRow;
        // Behind the last image, a window's reach.
        InputLength = block.IsFirst ? Rows * block.Run : images * image + 2 * InputRow + 3 * filters;
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
