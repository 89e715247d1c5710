namespace MetaNotebooks;

/// <summary>Drawing without replacement.</summary>
internal static class Choices
{
    /// <summary>Distinct whole numbers in random order: the first steps of a Fisher–Yates shuffle.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="count">How many, at most <paramref name="from"/>.</param>
    /// <param name="from">They are of 0 … from − 1.</param>
    public static int[] Distinct(this Random random, int count, int from)
    {
        var pool = new int[from];
        for (var i = 0; i < from; i++)
            pool[i] = i;
        for (var i = 0; i < count; i++)
        {
            var j = random.Next(i, from);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }
        return pool[..count];
    }
}
