namespace TorchSharp;

public static partial class torch
{
    /// <summary>A device: its type, and which one of that type (−1: the current one).</summary>
    public class Device
    {
        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which device of that kind; −1 is the current one.</summary>
        public int index { get; } = -1;

        /// <summary>Reads a description such as <c>"cpu"</c> or <c>"cuda:0"</c>.</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.Parse<DeviceType>(parts[0], ignoreCase: true);
            if (parts.Length > 1)
                index = int.Parse(parts[1]);
        }

        /// <summary>A device by the name of its type and its index.</summary>
        public Device(string deviceType, int index = -1)
            : this(Enum.Parse<DeviceType>(deviceType, ignoreCase: true), index) { }

        /// <summary>A device by its type and index.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The GPU of that index.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index) { }

        /// <summary>The description that libtorch uses: <c>cpu</c>, <c>cuda</c> or <c>cuda:0</c>.</summary>
        public override string ToString() =>
            type == DeviceType.CPU ? "cpu"
            : index == -1 ? type.ToString().ToLowerInvariant()
            : $"{type.ToString().ToLowerInvariant()}:{index}";

        /// <summary>Reads a description such as <c>"cuda:0"</c>.</summary>
        public static implicit operator Device(string description) => new(description);
    }

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Shapes without memory.</summary>
    public static readonly Device META = new(DeviceType.META);

    private static readonly Device cuda_device = new(DeviceType.CUDA);

    private static Device defaultDevice = CPU;

    /// <summary>The current GPU.</summary>
    public static Device CUDA => cuda_device;

    /// <summary>Reads a description such as <c>"cuda:0"</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by the name of its type and its index.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>A device by its type and index.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The GPU of that index.</summary>
    public static Device device(int index) => new(index);

    /// <summary>The device of tensors for which none is given.</summary>
    public static Device get_default_device() => defaultDevice;

    /// <summary>Sets the device of tensors for which none is given.</summary>
    public static void set_default_device(Device device) => defaultDevice = device;

    /// <summary>Sets the device of tensors for which none is given.</summary>
    public static void set_default_device(string device) => defaultDevice = new(device);

    /// <summary>GPUs.</summary>
    public static class cuda
    {
        /// <summary>True if libtorch has a GPU to work on.</summary>
        public static bool is_available() => Native.Check(Native.bridge_has_cuda()) != 0;
    }

    /// <summary>True if libtorch has a GPU to work on.</summary>
    public static bool cuda_is_available() => cuda.is_available();
}
