using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor of libtorch. It holds one reference to the native tensor, given back by
    /// <see cref="Dispose"/>, by the dispose scope that owns it, or by the finalizer.
    /// </summary>
    public sealed partial class Tensor : IDisposable
    {
        private static long total;
        private nint handle;
        private readonly long bytes_held;

        internal DisposeScope? OwningDisposeScope;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            bytes_held = NativeMemoryGauge.SizeOf(handle);
            Interlocked.Increment(ref total);
            OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
            NativeMemoryGauge.Add(bytes_held);
        }

        /// <summary>The gradient of an input that was not used: there is no native tensor.</summary>
        internal Tensor() => GC.SuppressFinalize(this);

        /// <summary>Gives the native tensor back.</summary>
        ~Tensor() => Release();

        /// <summary>Gives the native tensor back now; the object cannot be used any more.</summary>
        public void Dispose()
        {
            if (handle == 0)
                return;
            DisposeScopeManager.ThreadSingleton.Disposing(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var held = Interlocked.Exchange(ref handle, 0);
            if (held == 0)
                return;
            Native.bridge_free(held);
            Interlocked.Decrement(ref total);
            NativeMemoryGauge.Remove(bytes_held);
        }

        /// <summary>The native tensor; throws if there is none, or none any more.</summary>
        public nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => handle != 0 ? handle : throw Disposed();
        }

        private static InvalidOperationException Disposed() => new("Tensor invalid -- empty handle.");

        /// <summary>True once the tensor was disposed, and of the gradient of an unused input.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>The number of tensors that are neither disposed nor finalized.</summary>
        public static long TotalCount => Interlocked.Read(ref total);

        /// <summary>A name, for whoever debugs.</summary>
        public string? name { get; set; }

        /// <summary>A second object for the same native tensor.</summary>
        public Tensor alias()
        {
            var alias = new Tensor(Native.bridge_alias(Handle));
            GC.KeepAlive(this);
            return alias;
        }

        /// <summary>True if the other object is a tensor of the same shape and elements.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>True if the other tensor has the same shape and elements.</summary>
        public bool Equals(Tensor target) => Aten.equal.CallValue(this, target).Integer != 0;

        /// <summary>The identity of the object.</summary>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>Hands the tensor to the next outer dispose scope, or to none if there is none.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its dispose scope: nothing disposes it any more.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Hands the tensor to the dispose scope of another tensor.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) =>
            MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Hands the tensor to another dispose scope.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null)
                other?.Attach(this);
            else
                OwningDisposeScope.MoveToOther(other, this);
            return this;
        }
    }
}
