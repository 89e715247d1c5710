using System.Diagnostics;
using System.Reflection;

namespace MetaNotebooks.Notebooks.Evaluation;

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
    private const long Bytes = 128 << 20;
    private const long Tensors = 20_000;

    // So much free memory and memory in use the C library may keep: to give it back and take it again is slow.
    private const long Kept = 512 << 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    // So many times what a cell waited for a collection passes before the next, which then takes at most a fifth
    // of its time; unless meanwhile twice as much comes as makes one due.
    private const int Rest = 4;

    // How long memory must be lower for the next collection to be measured from there.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // So many collections in a row that leave more than the last time, and more is in use.
    private const int Often = 4;

    private readonly ResidentMemory _resident = new();
    private readonly Func<long> _count;

    // The time in which a cell had to wait.
    private readonly Stopwatch _stopping = new();

    private int _inARow;

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
            Thread.Sleep(Interval);
            var now = Look();
            highest = highest.Or(now);
            var rests = window.Elapsed < Rest * _stopping.Elapsed;
            if (now.IsBeyond(left, steps: rests ? 2 : 1))
            {
                _stopping.Reset();
                left = Free(now, left, generation: 1);
                if (left.IsBeyond(leftOfOld))
                    left = leftOfOld = Free(left, leftOfOld, generation: 2);
            }
            else if (window.Elapsed < Window)
                continue;
            else
            {
                _stopping.Reset();
                left = left.And(highest);
            }
            leftOfOld = leftOfOld.And(left);
            highest = Use.None;
            window.Restart();
        }
    }

    // What counts as in use afterwards. As much as the last time, where at least half of the tensors that had come
    // since were free: what is there now holds what was made meanwhile, and nobody knows yet whether that is in
    // use. It counts when it is there again and again. As much as before where nothing was free: then the
    // program's own disposing makes it grow and shrink, and to collect once more would be for nothing.
    private Use Free(Use before, Use last, int generation)
    {
        _stopping.Start();
        GC.Collect(generation);
        _stopping.Stop();
        var freed = GC.GetGCMemoryInfo(GCKind.Any).FinalizationPendingCount;
        if (freed == 0)
            return before;
        GC.WaitForPendingFinalizers();
        var left = _resident.Read();
        if (left > Kept && left - last.Bytes > Bytes / 2)
        {
            _stopping.Start();
            _resident.Trim();
            _stopping.Stop();
        }
        var now = Look();
        _inARow = now.IsBeyond(last) ? _inARow + 1 : 0;
        if (2 * freed > before.Tensors - last.Tensors && _inARow < Often)
            return now.And(last);
        _inARow = 0;
        return now;
    }

    private Use Look() => new(_resident.Read(), _count());

    private readonly record struct Use(long Bytes, long Tensors)
    {
        public static readonly Use None = default;

        public bool IsBeyond(Use other, int steps = 1) =>
            Bytes - other.Bytes > steps * Math.Max(TensorMemory.Bytes, other.Bytes / 4)
            || Tensors - other.Tensors > steps * Math.Max(TensorMemory.Tensors, other.Tensors / 4);

        public Use Or(Use other) => new(Math.Max(Bytes, other.Bytes), Math.Max(Tensors, other.Tensors));

        public Use And(Use other) => new(Math.Min(Bytes, other.Bytes), Math.Min(Tensors, other.Tensors));
    }
}
