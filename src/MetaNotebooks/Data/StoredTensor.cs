using System.Text.Json;

namespace MetaNotebooks;

/// <summary>A tensor as the header of a safetensors file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Start">Where its numbers begin, in bytes behind the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record StoredTensor(string Name, StoredType Type, long[] Shape, long Start, long End)
{
    private const int MostDimensions = 16;

    /// <summary>What it is called in errors.</summary>
    public string Place => $"tensor '{Name}'";

    /// <summary>
    /// Reads one entry of the header, and checks that its place is as large as its shape says.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="length">How many bytes follow the header.</param>
    /// <param name="bad">Makes the error of a place and a problem.</param>
    public static StoredTensor Of(JsonProperty entry, long length, Func<string, string, BadFileException> bad)
    {
        long[] Numbers(string name) =>
            [.. entry.Value.GetProperty(name).EnumerateArray().Select(number => number.GetInt64())];
        if (Numbers("data_offsets") is not [var start, var end])
            throw bad($"tensor '{entry.Name}'", "data_offsets has not two numbers");
        var stated = entry.Value.GetProperty("dtype").GetString();
        var type =
            StoredType.All.FirstOrDefault(known => known.Name == stated)
            ?? throw bad(
                $"tensor '{entry.Name}'",
                $"dtype is '{stated}'; expected one of "
                    + string.Join(", ", StoredType.All.Select(known => known.Name))
            );
        var tensor = new StoredTensor(entry.Name, type, Numbers("shape"), start, end);
        return tensor.Problem(length) is { } problem ? throw bad(tensor.Place, problem) : tensor;
    }

    private string? Problem(long length)
    {
        if (Shape.Length > MostDimensions)
            return $"it has {Shape.Length} dimensions; expected at most {MostDimensions}";
        // In double, so that sizes that lie cannot overflow; also those beside a size of 0.
        var size = Shape.Aggregate((double)Type.Width, (n, d) => n * d);
        var strides = Shape.Aggregate(1.0, (n, d) => n * Math.Max(1, d));
        if (
            Shape.Any(d => d < 0)
            || size == 0 && strides > int.MaxValue
            || Start < 0
            || End < Start
            || End > length
            || End - Start != size
        )
            return $"shape [{string.Join(", ", Shape)}] of {Type.Name} takes {size} bytes; its place is "
                + $"[{Start}, {End}] of {length}";
        return null;
    }
}
