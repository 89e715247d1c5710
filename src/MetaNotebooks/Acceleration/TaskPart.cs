namespace MetaNotebooks.Acceleration;

/// <summary>
/// Where the part of one task, or of one step, is among those of all, which lie one after another. In 64
/// bits: a place in all of them may be beyond 32 where no part is.
/// </summary>
internal static unsafe class TaskPart
{
    /// <summary>Where a part begins.</summary>
    /// <param name="first">Where the first begins.</param>
    /// <param name="index">Which part, from 0.</param>
    /// <param name="length">Elements of a part.</param>
    public static T* At<T>(T* first, int index, int length)
        where T : unmanaged => first + Place(index, length);

    /// <summary>How many elements lie before a part.</summary>
    public static long Place(int index, int length) => (long)index * length;

    /// <summary>The numbers of one task.</summary>
    /// <param name="all">Those of all tasks.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="task">Which, from 0.</param>
    public static ReadOnlySpan<float> Of(ReadOnlySpan<float> all, int tasks, int task)
    {
        var (start, length) = Bounds(all.Length, tasks, task);
        return all.Slice(start, length);
    }

    /// <summary>
    /// The place of a task's first number among those of all tasks, and how many are its own.
    /// </summary>
    public static (int Start, int Length) Bounds(int all, int tasks, int task) =>
        (all / tasks * task, all / tasks);

    /// <summary>Whether so many numbers fit one array.</summary>
    public static bool IsArray(long numbers) => numbers <= Array.MaxLength;
}
