using System.Globalization;

namespace MetaNotebooks.Soak;

/// <summary>How much more of something there was in the last third of a run than in the second; the first warms up.</summary>
/// <param name="What">Of what.</param>
/// <param name="Before">Median of the second third.</param>
/// <param name="After">Median of the last third.</param>
/// <param name="Allowed">How much more there may be, for what the runtime and the allocator keep.</param>
internal sealed record Growth(string What, double Before, double After, double Allowed)
{
    public bool TooMuch => After - Before > Allowed;

    public static IReadOnlyList<Growth> Of(IReadOnlyList<Holding> samples)
    {
        var third = samples.Count / 3;
        if (third == 0)
            return [];
        Growth Line(string what, Func<Holding, double> of, double allowed) =>
            new(
                what,
                Median(samples.Skip(third).Take(third).Select(of)),
                Median(samples.Skip(2 * third).Select(of)),
                allowed
            );
        return
        [
            Line("resident MB", sample => sample.Resident, 15),
            Line("managed MB", sample => sample.Managed, 1),
            Line("handles", sample => sample.Handles, 2),
            Line("tensors", sample => sample.Tensors, 0),
        ];
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{What, -12}{Before, 10:F1} → {After, 8:F1} (at most {Allowed} more){(TooMuch ? " GREW" : "")}"
        );

    private static double Median(IEnumerable<double> values) =>
        values.Order().ToArray() is var all ? all[all.Length / 2] : 0;
}
