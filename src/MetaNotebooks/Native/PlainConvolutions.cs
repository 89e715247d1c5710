using System.Runtime.InteropServices;

namespace MetaNotebooks.Native;

/// <summary>Has libtorch convolve by itself, not with oneDNN, whose gradients are wrong, nor with NNPACK.</summary>
/// <remarks>
/// <para>The fault: libtorch 2.10 (oneDNN 3.7.1, x86-64 with vectors of 256 or 512 bits) gives wrong single-precision
/// gradients of <c>conv2d</c>, by the input where the filters are not a multiple of 16 (8 with 256 bits), by the kernel
/// where the channels are more than 16 and not a multiple of it: numbers that are off by their own size, or not
/// numbers, another time another. What fills a block up to 16 channels is not set to zero. Forward is right, and so is
/// double precision, which oneDNN does not compute. <c>ConvolutionTests</c> holds it against double precision.</para>
/// <para>NNPACK is asked next, and where it does not know the processor says so on standard error at every call.</para>
/// <para>The mend is libtorch's own switches (<c>torch.backends.mkldnn</c> and <c>nnpack</c> in Python), which TorchSharp
/// does not have. This file can go when those tests pass without it.</para>
/// </remarks>
internal static unsafe class PlainConvolutions
{
    // at::globalContext(), and at::Context's setUserEnabledMkldnn(bool) and setUserEnabledNNPACK(bool), as the
    // compilers of Linux and macOS, and of Windows, name them.
    private static readonly (string Context, string[] Switches)[] Names =
    [
        (
            "_ZN2at13globalContextEv",
            ["_ZN2at7Context20setUserEnabledMkldnnEb", "_ZN2at7Context20setUserEnabledNNPACKEb"]
        ),
        (
            "?globalContext@at@@YAAEAVContext@1@XZ",
            ["?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z", "?setUserEnabledNNPACK@Context@at@@QEAAX_N@Z"]
        ),
    ];

    /// <summary>Turns both off, for all threads.</summary>
    public static void Choose(nint libtorch)
    {
        foreach (var (context, switches) in Names)
            if (NativeLibrary.TryGetExport(libtorch, context, out var global))
                foreach (var name in switches)
                    if (NativeLibrary.TryGetExport(libtorch, name, out var set))
                        ((delegate* unmanaged<void*, byte, void>)set)(
                            ((delegate* unmanaged<void*>)global)(),
                            0
                        );
    }
}
