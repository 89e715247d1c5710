using System.Numerics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// Numbers of some tasks laid side by side: element i of every task in one vector, a lane a task.
/// </summary>
internal static unsafe class LaneTasks
{
    /// <summary>Tasks side by side: 8 with AVX.</summary>
    public static int Lanes => Vector<float>.Count;

    /// <summary>
    /// Lays the numbers of the tasks from the first on side by side. Lanes behind the last task hold that task again.
    /// </summary>
    /// <param name="all">The numbers of all tasks, one task after another.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="first">The first task wanted.</param>
    /// <param name="to">Where to.</param>
    public static void Spread(ReadOnlySpan<float> all, int tasks, int first, Vector<float>* to)
    {
        var each = all.Length / tasks;
        var numbers = (float*)to;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var task = TaskPart.Of(all, tasks, Math.Min(first + lane, tasks - 1));
            for (var i = 0; i < each; i++)
                numbers[(long)i * Lanes + lane] = task[i];
        }
    }

    /// <summary>
    /// The way back: the numbers of the tasks from the first on, one task after another. No task is written
    /// twice.
    /// </summary>
    /// <param name="from">Side by side.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="first">The first task of these lanes.</param>
    /// <param name="all">The numbers of all tasks.</param>
    public static void Gather(Vector<float>* from, int tasks, int first, Span<float> all)
    {
        var each = all.Length / tasks;
        var numbers = (float*)from;
        for (var lane = 0; lane < Lanes && first + lane < tasks; lane++)
        {
            var task = all.Slice((first + lane) * each, each);
            for (var i = 0; i < each; i++)
                task[i] = numbers[(long)i * Lanes + lane];
        }
    }

    /// <summary>Lays numbers that all tasks share in every lane.</summary>
    public static void Repeat(ReadOnlySpan<float> shared, Vector<float>* to)
    {
        for (var i = 0; i < shared.Length; i++)
            to[i] = new(shared[i]);
    }

    /// <summary>Ones where there is a task, zeros in the lanes behind the last.</summary>
    public static Vector<int> Present(int tasks, int first)
    {
        Span<int> present = stackalloc int[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
            present[lane] = first + lane < tasks ? -1 : 0;
        return new(present);
    }
}
