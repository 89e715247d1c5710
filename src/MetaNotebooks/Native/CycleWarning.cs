using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Native;

/// <summary>Spends a warning that libtorch writes once a process, where it does not hold.</summary>
/// <remarks>
/// At the first backward pass that keeps a graph, libtorch writes to the error output that a parameter and its gradient
/// now hold each other, and that this is a leak. <see cref="Gradient"/>, the only caller, undoes each such cycle. So that
/// warning, and no other, is provoked here while libtorch's log is off.
/// </remarks>
internal static unsafe class CycleWarning
{
    private const int ErrorsOnly = 2;

    static CycleWarning()
    {
        if (
            !NativeLibrary.TryLoad("c10", typeof(torch).Assembly, null, out var library)
            || !NativeLibrary.TryGetExport(library, "FLAGS_caffe2_log_level", out var address)
        )
            return;
        using var scope = NewDisposeScope();
        using var on = enable_grad();
        using var leaf = ones(1).requires_grad_();
        using var square = (leaf * leaf).sum();
        var level = (int*)address;
        var before = *level;
        *level = ErrorsOnly;
        autograd.backward([square], null, retain_graph: true, create_graph: true, [leaf]);
        *level = before;
        leaf.grad = null;
    }

    /// <summary>Spends it, the first time that this is called.</summary>
    public static void Spend() { }
}
