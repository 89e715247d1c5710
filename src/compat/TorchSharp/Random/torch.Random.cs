namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the generator that is used where none is given; returns that generator.</summary>
    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.bridge_manual_seed((ulong)seed));
        return Generator.Default;
    }

    /// <summary>The seed of the default generator.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>Seeds the default generator with a number that no one can foresee; returns it.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>Where the default generator stands.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Puts the default generator where it stood.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>The default generator.</summary>
    public static class random
    {
        /// <summary>Seeds the default generator; returns it.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The seed of the default generator.</summary>
        public static long initial_seed() => torch.initial_seed();

        /// <summary>Seeds the default generator with a number that no one can foresee; returns it.</summary>
        public static long seed() => torch.seed();

        /// <summary>Where the default generator stands.</summary>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <summary>Puts the default generator where it stood.</summary>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads() => Native.bridge_threads();

    /// <summary>Sets how many threads one operation may use.</summary>
    public static void set_num_threads(int num) => Native.Check(Native.bridge_set_threads(num));

    /// <summary>How many operations may run beside one another.</summary>
    public static int get_num_interop_threads() => Native.bridge_interop_threads();

    /// <summary>Sets how many operations may run beside one another; only before the first operation.</summary>
    public static void set_num_interop_threads(int num) =>
        Native.Check(Native.bridge_set_interop_threads(num));
}
