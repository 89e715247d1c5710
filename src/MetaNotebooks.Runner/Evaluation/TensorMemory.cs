using System.Diagnostics;
using System.Reflection;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>Frees the tensors that cells leave to the garbage collector, in time.</summary>
/// <remarks>
/// <para>The fault: .NET's collector sees the small objects of TorchSharp 0.107, not the memory behind them,
/// so a loop that disposes nothing takes gigabytes before a collection happens by chance.</para>
/// <para>The mend: a thread looks at the process's memory and at the number of tensors; where either has
/// grown since the last collection, it collects the young generations, and the old one too where that was not
/// enough. A program that holds or disposes what it makes has no more collections than steps of its
/// growth.</para>
/// <para>Only with a TorchSharp that keeps its arguments alive
/// (<c>src/MetaNotebooks.Mends/KeptArguments.cs</c>): a collection on another thread frees what the
/// original's native calls are using. <c>TensorMemoryTests</c> fail without this file, which can go when
/// TorchSharp tells the collector what it holds.</para>
/// </remarks>
internal sealed class TensorMemory
{
    // What may come before a collection, at the least; beside much memory a quarter of it.
    private const long Bytes = 256 << 20;
    private const long Tensors = 100_000;

    // So much free memory and memory in use the C library may keep: to give it back and take it again is slow.
    private const long Kept = 512 << 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    // So many times what a cell waited for a collection passes before the next: at most a fifth of its time.
    private const int Rest = 4;

    // How long memory must be lower for the next collection to be measured from there.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly ResidentMemory _resident = new();
    private readonly Func<long> _count;

    // The time in which a cell had to wait.
    private readonly Stopwatch _stopping = new();

    private TensorMemory(Func<long> count) => _count = count;

    /// <summary>Begins as soon as cells have loaded a TorchSharp that it is safe with.</summary>
    public static void Watch() =>
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Watch(loaded.LoadedAssembly);

    private static void Watch(Assembly loaded)
    {
        if (loaded.GetName().Name != "TorchSharp" || !KeepsArguments(loaded))
            return;
        if (loaded.GetType("TorchSharp.torch+Tensor")?.GetProperty("TotalCount")?.GetMethod is not { } count)
            return;
        var memory = new TensorMemory(count.CreateDelegate<Func<long>>());
        new Thread(memory.Run) { Name = "tensor memory", IsBackground = true }.Start();
    }

    private static bool KeepsArguments(Assembly loaded) =>
        loaded.GetCustomAttributes<AssemblyMetadataAttribute>().Any(one => one.Key == "KeepsArguments");

    private void Run()
    {
        var left = Look();
        var (leftOfOld, highest) = (left, left);
        var window = Stopwatch.StartNew();
        while (true)
        {
            Thread.Sleep(Interval + Rest * _stopping.Elapsed);
            _stopping.Reset();
            var now = Look();
            highest = highest.Or(now);
            if (now.IsBeyond(left))
            {
                left = Free(now, generation: 1);
                if (left.IsBeyond(leftOfOld))
                    left = leftOfOld = Free(left, generation: 2);
            }
            else if (window.Elapsed < Window)
                continue;
            else
                left = left.And(highest);
            leftOfOld = leftOfOld.And(left);
            highest = Use.None;
            window.Restart();
        }
    }

    // What is in use afterwards. As before, where nothing was found to free: then the program's own disposing
    // makes it grow and shrink, and to collect once more would be for nothing.
    private Use Free(Use before, int generation)
    {
        _stopping.Start();
        GC.Collect(generation);
        _stopping.Stop();
        if (GC.GetGCMemoryInfo(GCKind.Any).FinalizationPendingCount == 0)
            return before;
        GC.WaitForPendingFinalizers();
        var left = _resident.Read();
        if (left > Kept && before.Bytes - left < Bytes / 2)
        {
            _stopping.Start();
            _resident.Trim();
            _stopping.Stop();
        }
        return Look();
    }

    private Use Look() => new(_resident.Read(), _count());

    private readonly record struct Use(long Bytes, long Tensors)
    {
        public static readonly Use None = default;

        public bool IsBeyond(Use other) =>
            Bytes - other.Bytes > Math.Max(TensorMemory.Bytes, other.Bytes / 4)
            || Tensors - other.Tensors > Math.Max(TensorMemory.Tensors, other.Tensors / 4);

        public Use Or(Use other) => new(Math.Max(Bytes, other.Bytes), Math.Max(Tensors, other.Tensors));

        public Use And(Use other) => new(Math.Min(Bytes, other.Bytes), Math.Min(Tensors, other.Tensors));
    }
}
