using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Errors of libtorch that TorchSharp lets through end a cell, not the process.</summary>
/// <remarks>
/// <para>The fault: of TorchSharp 0.107's native functions, those behind <c>Tensor.matmul</c> and
/// <c>torch.autograd.grad</c> do not catch what libtorch throws. C++ finds no <c>catch</c> above them either,
/// since .NET's frames are none of its own, and ends the process (<c>std::terminate</c>, exit status 134): a
/// wrong shape costs all values of a notebook.</para>
/// <para>The mend: C++ asks a function of ours first, on the thread that failed and with its stack as it was.
/// The function takes the message, tells the host, and never returns, for there is nothing to return to: the
/// thread waits until the process ends. It keeps what its frames hold, such as a lock or a tensor of a local
/// name, and of its stack the pages that were used.</para>
/// <para><c>UncaughtErrorTests</c> end with status 134 without this file. It can go when they pass without
/// it. Only Linux has the functions of this name: elsewhere such an error ends the
/// notebook's process, as the runner then says.</para>
/// </remarks>
internal static unsafe partial class UncaughtErrors
{
    private static nint _library;
    private static Action<ExternalException> _fail = _ => { };
    private static delegate* unmanaged<void> _others;

    /// <summary>Has such an error given away, on its thread, which does not go on afterwards.</summary>
    public static void GiveTo(Action<ExternalException> fail)
    {
        if (
            !OperatingSystem.IsLinux()
            || RuntimeInformation.ProcessArchitecture != Architecture.X64
            || !NativeLibrary.TryLoad("libstdc++.so.6", out _library)
        )
            return;
        _fail = fail;
        var set = (delegate* unmanaged<delegate* unmanaged<void>, delegate* unmanaged<void>>)Find(
            "_ZSt13set_terminatePFvvE"
        );
        _others = set(&Terminate);
    }

    [UnmanagedCallersOnly]
    private static void Terminate()
    {
        if (Message() is { } message)
        {
            var error = new ExternalException(message);
            ExceptionDispatchInfo.SetRemoteStackTrace(
                error,
                new StackTrace(1, fNeedFileInfo: true).ToString()
            );
            _fail(error);
            while (true)
                // Not a wait of .NET's, which an interrupt would end.
                Pause();
        }
        _others();
    }

    // As `catch (const std::exception& error) { error.what() }` does it; null where that would not catch.
    private static string? Message()
    {
        var thrown = ((delegate* unmanaged<void*>)Find("__cxa_current_exception_type"))();
        if (thrown is null)
            return null;
        void* error;
        // std::current_exception() gives a std::exception_ptr, which is one pointer.
        ((delegate* unmanaged<void**, void>)Find("_ZSt17current_exceptionv"))(&error);
        // typeid(std::exception), and std::type_info::__do_catch, the fifth of its virtual functions.
        var wanted = (void***)Find("_ZTISt9exception");
        var isCaught = (delegate* unmanaged<void*, void*, void**, uint, byte>)(*wanted)[4];
        if (isCaught(wanted, thrown, &error, 1) == 0)
            return null;
        // The third of std::exception's, after two destructors.
        var what = (delegate* unmanaged<void*, byte*>)(*(void***)error)[2];
        return Marshal.PtrToStringUTF8((nint)what(error));
    }

    private static void* Find(string name) => (void*)NativeLibrary.GetExport(_library, name);

    [LibraryImport("libc", EntryPoint = "pause")]
    private static partial int Pause();
}
