namespace TorchSharp;

public static partial class torch
{
    /// <summary>A generator of random numbers.</summary>
    public sealed class Generator : IDisposable
    {
        private nint handle;

        /// <summary>A new generator with a seed of its own.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            if (this.device.type != DeviceType.CPU)
                throw new ArgumentException(
                    $"A generator on '{this.device}' is not supported; use 'cpu'.",
                    nameof(device)
                );
            Native.Check(Native.bridge_new_generator(seed, out handle));
        }

        private Generator(nint handle)
        {
            this.handle = handle;
            device = CPU;
        }

        /// <summary>Gives the native generator back.</summary>
        ~Generator() => Release();

        /// <summary>The generator that is used where none is given.</summary>
        public static Generator Default
        {
            get
            {
                Native.Check(Native.bridge_default_generator(out var handle));
                return new Generator(handle);
            }
        }

        /// <summary>The native generator.</summary>
        public nint Handle => handle;

        internal nint Held => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Where the generator works.</summary>
        public Device device { get; }

        /// <summary>Starts the sequence that belongs to a seed; returns this same generator.</summary>
        public Generator manual_seed(long seed)
        {
            Native.Check(Native.bridge_generator_set_seed(Held, (ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Starts the sequence of a seed that no one can foresee; returns that seed.</summary>
        public long seed()
        {
            Native.Check(Native.bridge_generator_renew_seed(Held, out var seed));
            GC.KeepAlive(this);
            return (long)seed;
        }

        /// <summary>The seed of the running sequence.</summary>
        public long initial_seed()
        {
            var seed = Native.bridge_generator_seed(Held);
            GC.KeepAlive(this);
            return (long)seed;
        }

        /// <summary>Where the generator stands, as bytes.</summary>
        public Tensor get_state()
        {
            Native.Check(Native.bridge_generator_state(Held, out var state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Puts the generator where it stood.</summary>
        public void set_state(Tensor value)
        {
            Native.Check(Native.bridge_generator_set_state(Held, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        /// <summary>Gives the native generator back now.</summary>
        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var held = Interlocked.Exchange(ref handle, 0);
            if (held != 0)
                Native.bridge_free_generator(held);
        }
    }
}
