using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaNotebooks.Native;

/// <summary>Sets libtorch up as the kit needs it, before it computes anything.</summary>
internal static class Libtorch
{
#pragma warning disable CA2255 // For whoever uses the kit, whatever of it they touch first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void SetUp()
    {
        PackageFolders.LoadLibtorch();
        torch.InitializeDeviceType(DeviceType.CPU);
        if (!NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var library))
            return;
        MklBits.Keep(library);
        PlainConvolutions.Choose(library);
    }
}
