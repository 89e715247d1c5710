using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// Numbers of some tasks laid side by side: element i of every task in one vector, a lane a task.
/// </summary>
internal static unsafe class LaneTasks
{
    /// <summary>Tasks side by side.</summary>
    public static int Lanes => Floats.Count;

    /// <summary>
    /// Lays the numbers of the tasks from the first on side by side. Lanes behind the last task hold that task again.
    /// </summary>
    /// <param name="all">The numbers of all tasks, one task after another.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="first">The first task wanted.</param>
    /// <param name="to">Where to.</param>
    public static void Spread(ReadOnlySpan<float> all, int tasks, int first, Floats* to)
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
    public static void Gather(Floats* from, int tasks, int first, Span<float> all)
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
    public static void Repeat(ReadOnlySpan<float> shared, Floats* to)
    {
        for (var i = 0; i < shared.Length; i++)
            to[i] = Vector512.Create(shared[i]);
    }

    /// <summary>
    /// The sum of some tasks' numbers. Eight tasks are added at a time, one eight to the next, and the eight at the end: the
    /// same bits on a processor with shorter vectors.
    /// </summary>
    /// <param name="groups">The numbers of <see cref="Lanes"/> tasks each, one group after another.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="sums">Where to; as many as each task has numbers.</param>
    public static void Sum(Floats* groups, int tasks, Span<float> sums)
    {
        var last = (tasks - 1) / 8;
        var present = Below(tasks - 8 * last);
        for (var i = 0; i < sums.Length; i++)
        {
            var sum = Vector256<float>.Zero;
            for (var eight = 0; eight <= last; eight++)
            {
                var group = TaskPart.At(groups, eight / 2, sums.Length) + i;
                var part = eight % 2 == 0 ? group->GetLower() : group->GetUpper();
                sum += eight < last ? part : Vector256.ConditionalSelect(present, part, default);
            }
            sums[i] = Vector256.Sum(sum);
        }
    }

    // All bits in the lanes below a number, none in the others.
    private static Vector256<float> Below(int lanes) =>
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(lanes)).AsSingle();
}
