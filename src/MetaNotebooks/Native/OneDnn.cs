using System.Runtime.InteropServices;

namespace MetaNotebooks.Native;

/// <summary>Keeps libtorch from convolving with oneDNN, whose gradients are wrong.</summary>
/// <remarks>
/// <para>The fault: libtorch 2.10 (oneDNN 3.7.1, x86-64 with vectors of 256 or 512 bits) gives wrong single-precision
/// gradients of <c>conv2d</c>, by the input where the filters are not a multiple of 16 (8 with 256 bits), by the kernel
/// where the channels are more than 16 and not a multiple of it: numbers that are off by their own size, or not
/// numbers, another time another. What fills a block up to 16 channels is not set to zero. Forward is right, and so is
/// double precision, which oneDNN does not compute. <c>ConvolutionTests</c> holds it against double precision.</para>
/// <para>The mend is libtorch's own switch (<c>torch.backends.mkldnn</c> in Python), which TorchSharp does not have. This
/// file can go when those tests pass without it.</para>
/// </remarks>
internal static unsafe class OneDnn
{
    /// <summary>Turns it off, for all threads.</summary>
    public static void TurnOff(nint libtorch)
    {
        foreach (var (context, set) in Names)
            if (
                NativeLibrary.TryGetExport(libtorch, context, out var global)
                && NativeLibrary.TryGetExport(libtorch, set, out var use)
            )
                ((delegate* unmanaged<void*, byte, void>)use)(((delegate* unmanaged<void*>)global)(), 0);
    }

    // at::globalContext() and at::Context::setUserEnabledMkldnn(bool), as the compilers name them.
    private static readonly (string Context, string Set)[] Names =
    [
        ("_ZN2at13globalContextEv", "_ZN2at7Context20setUserEnabledMkldnnEb"),
        ("?globalContext@at@@YAAEAVContext@1@XZ", "?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z"),
    ];
}
