using System.Runtime.InteropServices;

namespace MetaNotebooks.Native;

/// <summary>Has MKL, which multiplies libtorch's matrices, give the same numbers the same bits.</summary>
/// <remarks>
/// <para>The fault: MKL adds in another order where a matrix begins at another place within a cache line, and a tensor
/// made of a .NET array lies where the array does. So a run's last digits differed from the next one's; with another
/// number of threads too.</para>
/// <para>The mend is MKL's own: its "conditional numerical reproducibility", with the instructions it finds best, and
/// strictly, for any number of threads. It costs nothing that could be measured. Where libtorch is not built with MKL,
/// there is nothing to set.</para>
/// </remarks>
internal static unsafe class MklBits
{
    private const int BestInstructions = 2;
    private const int Strictly = 0x10000;

    public static void Keep(nint libtorch)
    {
        if (NativeLibrary.TryGetExport(libtorch, "mkl_serv_cbwr_set", out var set))
            ((delegate* unmanaged<int, int>)set)(BestInstructions | Strictly);
    }
}
