using System.Runtime.CompilerServices;

namespace MetaNotebooks.Tests;

/// <summary>
/// Sets libtorch up before any test computes with it, as it is in a program that begins with the kit: once MKL has
/// multiplied, it cannot be told any more to give the same bits (see <c>MklBits</c>).
/// </summary>
internal static class KitFirst
{
#pragma warning disable CA2255 // Tests that touch no type of the kit's are part of it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SetUp()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(Seed).Module.ModuleHandle);
        // Tests run beside each other already; more threads of libtorch's wait for each other.
        set_num_threads(1);
    }
}
