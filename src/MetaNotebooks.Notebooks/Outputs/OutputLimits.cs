namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>How large an output may be, the same for the runner and the kernel.</summary>
internal static class OutputLimits
{
    /// <summary>Characters that an output may have, and in the runner all of a notebook's, in JSON.</summary>
    public const int Most = 20_000_000;

    /// <summary>How deep a value may hold others that are shown in it.</summary>
    public const int MostDepth = 64;

    /// <summary>Refuses what is too long.</summary>
    /// <param name="length">Its characters, of which there may be more.</param>
    /// <param name="what">What it is.</param>
    /// <exception cref="OutputException">It is longer than <see cref="Most"/>.</exception>
    public static void Check(long length, string what)
    {
        if (length > Most)
            throw new OutputException(
                FormattableString.Invariant(
                    $"{what} has {length:N0} characters or more; at most {Most:N0} can be shown: "
                ) + "show a part of it, fewer points or rows, or write it to a file"
            );
    }
}
