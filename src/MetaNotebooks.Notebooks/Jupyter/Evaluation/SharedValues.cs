using System.Collections.Concurrent;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Values on their way from one language of a notebook to the other; public for the C# that takes them.</summary>
public static class SharedValues
{
    private static readonly ConcurrentDictionary<string, object?> Values = new();

    /// <summary>The value put under a name.</summary>
    public static object? Take(string name) => Values.TryRemove(name, out var value) ? value : null;

    internal static void Put(string name, object? value) => Values[name] = value;
}
