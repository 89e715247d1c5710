using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// An ATen operator, found by its name once and then called through libtorch's dispatcher.
/// Arguments left out at the end take the defaults of the operator's schema.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    // Most calls pass a few sizes; longer lists go to the heap.
    private const int StackSlots = 32;
    private nint handle;

    /// <summary>Calls an operator that returns one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor(result.Pointer);
    }

    /// <summary>Calls an operator that writes into <paramref name="self"/>, and returns that same object.</summary>
    public Tensor CallInPlace(Tensor self, params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke([self, .. arguments], &result, 1);
        Native.bridge_free(result.Pointer);
        return self;
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    public (Tensor, Tensor) Call2(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3);
        return (
            new Tensor(results[0].Pointer),
            new Tensor(results[1].Pointer),
            new Tensor(results[2].Pointer)
        );
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    public (Tensor, Tensor, Tensor, Tensor) Call4(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[4];
        Invoke(arguments, results, 4);
        return (
            new Tensor(results[0].Pointer),
            new Tensor(results[1].Pointer),
            new Tensor(results[2].Pointer),
            new Tensor(results[3].Pointer)
        );
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    public Tensor[] CallList(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var handles = (nint*)result.Pointer;
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(handles[i]);
        Native.bridge_free_list(handles);
        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a truth value.</summary>
    public NativeValue CallValue(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result;
    }

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Value> arguments, NativeValue* results, int capacity)
    {
        var needed = 0;
        foreach (ref readonly var argument in arguments)
            needed += argument.Slots;
        var onStack = stackalloc long[StackSlots];
        var slots = needed <= StackSlots ? onStack : (long*)NativeMemory.Alloc((nuint)needed, sizeof(long));
        var next = slots;
        var natives = stackalloc NativeValue[arguments.Length];
        try
        {
            for (var i = 0; i < arguments.Length; i++)
                arguments[i].Write(ref natives[i], ref next);
            var op = handle != 0 ? handle : Find();
            Native.Check(Native.bridge_call(op, natives, arguments.Length, results, capacity));
        }
        finally
        {
            if (slots != onStack)
                NativeMemory.Free(slots);
        }
        // A finalizer must not free an argument while libtorch reads it.
        foreach (ref readonly var argument in arguments)
            argument.KeepAlive();
    }

    private nint Find()
    {
        Native.Check(Native.bridge_find(name, overload, out var found));
        return handle = found;
    }
}
