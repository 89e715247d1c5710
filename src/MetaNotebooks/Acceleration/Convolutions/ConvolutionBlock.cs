using System.Runtime.CompilerServices;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// One block's convolution: 3 × 3, stride 2, a frame of one zero pixel. Channels lie innermost, <c>[n, side, side,
/// channels]</c>, so that the three pixels of a kernel's row are one run of numbers and a convolution is three matrix
/// products without a copy. The first block's single channel would make that run three numbers long; it reads patches
/// instead, the whole kernel in one run.
/// </summary>
internal sealed unsafe class ConvolutionBlock
{
    // Pixels whose numbers fit the nearest cache together with those of a kernel's row.
    private const int AtOnce = 8 * ConvolutionProduct.Rows;

    // A patch's nine pixels, and zeros up to whole tiles.
    private const int Patch = 2 * ConvolutionProduct.Rows;

    // Pinned: the pointers below are into it.
    private readonly int[] places;

    public ConvolutionBlock(int index, int side, int filters, int offset)
    {
        (IsFirst, Side, Filters) = (index == 0, side, filters);
        (Kernel, KernelRows, Run) = (offset, IsFirst ? 1 : 3, IsFirst ? Patch : 3 * filters);
        Scale = Kernel + KernelRows * Run * filters;
        Shift = Scale + filters;
        End = Shift + filters;
        places = GC.AllocateArray<int>(2 * Run, pinned: true);
        Numbers = (int*)Unsafe.AsPointer(ref places[0]);
        Columns = Numbers + Run;
        for (var i = 0; i < Run; i++)
            (Numbers[i], Columns[i]) = (i, i * filters);
    }

    public bool IsFirst { get; }

    /// <summary>Width and height of what comes in.</summary>
    public int Side { get; }

    /// <summary>Width and height of what goes out.</summary>
    public int OutSide => (Side + 1) / 2;

    public int Filters { get; }

    /// <summary>Where among the parameters the kernel begins, <c>[<see cref="KernelRows"/>, <see cref="Run"/>, filters]</c>.</summary>
    public int Kernel { get; }

    public int KernelRows { get; }

    /// <summary>Numbers of a window that lie side by side.</summary>
    public int Run { get; }

    /// <summary>Where the scales begin.</summary>
    public int Scale { get; }

    /// <summary>Where the shifts begin.</summary>
    public int Shift { get; }

    /// <summary>Where the next block's parameters begin.</summary>
    public int End { get; }

    /// <summary>Where each number of a window's run is in it.</summary>
    private int* Numbers { get; }

    /// <summary>Where the filters of each of them begin, in a row of the kernel.</summary>
    private int* Columns { get; }

    /// <summary>Where a number of the kernel is, from the kernel's begin.</summary>
    public int KernelAt(int filter, int channel, int y, int x) =>
        IsFirst ? (3 * y + x) * Filters + filter : (y * Run + x * Filters + channel) * Filters + filter;

    /// <summary>z = x ∗ kernel, or what z was and that.</summary>
    public void Convolve(ConvolutionGrid grid, float* x, float* kernel, float* z, bool add)
    {
        for (var p = 0; p < grid.Rows; p += AtOnce)
        for (var y = 0; y < KernelRows; y++)
            ConvolutionProduct.Into(
                x + y * grid.InputRow,
                grid.Windows + p,
                Numbers,
                kernel + y * Run * Filters,
                z,
                grid.Flat + p,
                Math.Min(AtOnce, grid.Rows - p),
                Run,
                Filters,
                add || y > 0
            );
    }

    /// <summary>The loss's derivative by the kernel += that of these windows.</summary>
    public void AddByKernel(ConvolutionGrid grid, float* x, float* byProduct, float* byKernel)
    {
        for (var p = 0; p < grid.Pixels; p += AtOnce)
        for (var y = 0; y < KernelRows; y++)
            // Of xᵀ: its rows are the numbers of a window.
            ConvolutionProduct.Into(
                x + y * grid.InputRow,
                Numbers,
                grid.Windows + p,
                byProduct + p * Filters,
                byKernel + y * Run * Filters,
                Columns,
                Run,
                Math.Min(AtOnce, grid.Pixels - p),
                Filters,
                add: true
            );
    }

    /// <summary>The loss's derivative by x += that of these windows.</summary>
    /// <param name="grid">Where the windows are.</param>
    /// <param name="byProduct">The derivative by z.</param>
    /// <param name="turned">The kernel as <see cref="Turn"/> leaves it.</param>
    /// <param name="byInput">What is added to.</param>
    public void AddByInput(ConvolutionGrid grid, float* byProduct, float* turned, float* byInput)
    {
        for (var p = 0; p < grid.Rows; p += AtOnce)
        for (var y = 0; y < 3; y++)
        for (var x = 0; x < 3; x++)
            ConvolutionProduct.Into(
                byProduct,
                grid.Flat + p,
                Numbers,
                turned + (3 * y + x) * Filters * Filters,
                byInput + y * grid.InputRow + x * Filters,
                grid.Windows + p,
                Math.Min(AtOnce, grid.Rows - p),
                Filters,
                Filters,
                add: true
            );
    }

    /// <summary>Channels for filters at each of the kernel's nine places.</summary>
    public void Turn(float* kernel, float* turned)
    {
        for (var place = 0; place < 9; place++)
        {
            for (var filter = 0; filter < Filters; filter++)
            for (var channel = 0; channel < Filters; channel++)
                turned[filter * Filters + channel] = kernel[channel * Filters + filter];
            kernel += Filters * Filters;
            turned += Filters * Filters;
        }
    }
}
