using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The entries of bridge.cpp.</summary>
internal static unsafe partial class Native
{
    private const string Library = "TorchSharpBridge";

    /// <summary>
    /// F# Interactive loads the assembly by its path, where the default search does not look
    /// beside it: so the bridge is looked for in the assembly's own folder first.
    /// </summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must be there before the first import is bound.")]
    internal static void Resolve() =>
        NativeLibrary.SetDllImportResolver(
            typeof(Native).Assembly,
            static (name, assembly, search) =>
            {
                if (name != Library)
                    return 0;
                var folder = Path.GetDirectoryName(assembly.Location) ?? "";
                var beside = Path.Combine(folder, $"lib{Library}.so");
                return File.Exists(beside)
                    ? NativeLibrary.Load(beside)
                    : NativeLibrary.Load(name, assembly, search);
            }
        );

    /// <summary>Throws libtorch's message where an entry says that it failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Check(int result)
    {
        if (result < 0)
            Throw();
        return result;
    }

    private static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8(bridge_last_error()));

    [LibraryImport(Library)]
    private static partial nint bridge_last_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int bridge_find(string name, string overload, out nint op);

    [LibraryImport(Library)]
    internal static partial int bridge_call(
        nint op,
        NativeValue* arguments,
        int argument_count,
        NativeValue* results,
        int capacity
    );

    [LibraryImport(Library)]
    internal static partial void bridge_free_list(nint* handles);

    [LibraryImport(Library)]
    internal static partial void bridge_free(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial nint bridge_alias(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long bridge_dim(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long bridge_numel(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int bridge_dtype(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long bridge_element_size(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long bridge_storage_offset(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_sizes(nint tensor, long* sizes);

    [LibraryImport(Library)]
    internal static partial int bridge_strides(nint tensor, long* strides);

    [LibraryImport(Library)]
    internal static partial int bridge_device(nint tensor, out int index);

    [LibraryImport(Library)]
    internal static partial int bridge_is_contiguous(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_is_sparse(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_data(nint tensor, out nint data);

    [LibraryImport(Library)]
    internal static partial int bridge_requires_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    internal static partial int bridge_is_leaf(nint tensor);

    [LibraryImport(Library)]
    internal static partial int bridge_grad(
        nint* outputs,
        int output_count,
        nint* inputs,
        int input_count,
        nint* grad_outputs,
        int grad_output_count,
        int retain_graph,
        int create_graph,
        int allow_unused,
        nint* gradients
    );

    [LibraryImport(Library)]
    internal static partial int bridge_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void bridge_set_grad_enabled(int enabled);

    [LibraryImport(Library)]
    internal static partial int bridge_inference_enabled();

    [LibraryImport(Library)]
    internal static partial nint bridge_enter_inference(int enabled);

    [LibraryImport(Library)]
    internal static partial void bridge_leave_inference(nint mode);

    [LibraryImport(Library)]
    internal static partial int bridge_anomaly_enabled();

    [LibraryImport(Library)]
    internal static partial void bridge_set_anomaly_enabled(int enabled, int check_nan);

    [LibraryImport(Library)]
    internal static partial int bridge_anomaly_checks_nan();

    [LibraryImport(Library)]
    internal static partial int bridge_default_generator(out nint handle);

    [LibraryImport(Library)]
    internal static partial int bridge_new_generator(ulong seed, out nint handle);

    [LibraryImport(Library)]
    internal static partial void bridge_free_generator(nint handle);

    [LibraryImport(Library)]
    internal static partial int bridge_generator_set_seed(nint handle, ulong seed);

    [LibraryImport(Library)]
    internal static partial ulong bridge_generator_seed(nint handle);

    [LibraryImport(Library)]
    internal static partial int bridge_generator_renew_seed(nint handle, out ulong seed);

    [LibraryImport(Library)]
    internal static partial int bridge_generator_state(nint handle, out nint state);

    [LibraryImport(Library)]
    internal static partial int bridge_generator_set_state(nint handle, nint state);

    [LibraryImport(Library)]
    internal static partial int bridge_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial int bridge_threads();

    [LibraryImport(Library)]
    internal static partial int bridge_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int bridge_interop_threads();

    [LibraryImport(Library)]
    internal static partial int bridge_set_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int bridge_has_cuda();
}
