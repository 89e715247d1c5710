using System.Globalization;

namespace MetaNotebooks.Notebooks.Running;

/// <summary>Words for how long something took.</summary>
internal static class Duration
{
    /// <summary>A short text such as <c>35 ms</c>, <c>1.2 s</c> or <c>2 min 5 s</c>.</summary>
    public static string Text(TimeSpan time) =>
        time.TotalSeconds switch
        {
            < 0.9995 => Invariant($"{time.TotalMilliseconds:0} ms"),
            < 59.95 => Invariant($"{time.TotalSeconds:0.0} s"),
            _ => Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
