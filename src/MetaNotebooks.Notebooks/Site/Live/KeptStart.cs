using System.Globalization;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site.Live;

/// <summary>
/// A start that a full run learned and kept in data/results: the parameters of a perceptron, as the page's script takes
/// them: for each layer the weights, a row for each number that goes in, then the biases.
/// </summary>
/// <param name="Sizes">Input size, hidden sizes, output size.</param>
/// <param name="Numbers">All parameters.</param>
internal sealed record KeptStart(IReadOnlyList<int> Sizes, IReadOnlyList<float> Numbers)
{
    private const string Header = "seed,name,sizes,numbers";

    /// <summary>Reads what was learned from a seed.</summary>
    /// <exception cref="BadInputException">The file does not hold such a network.</exception>
    public static KeptStart Read(string path, int seed)
    {
        var lines = File.ReadLines(path).ToArray();
        if (lines.FirstOrDefault() != Header)
            throw new BadInputException($"{path}: expected the header {Header}");
        var parts = lines
            .Skip(1)
            .Select((line, at) => Part.Parse(line, $"{path}, line {at + 2}"))
            .Where(part => part.Seed == seed)
            .ToDictionary(part => part.Name);
        List<int> sizes = [];
        List<float> numbers = [];
        foreach (var layer in Layers(parts.Count / 2))
        {
            if (
                !parts.TryGetValue($"{layer}.weight", out var weight)
                || !parts.TryGetValue($"{layer}.bias", out var bias)
            )
                throw new BadInputException(
                    $"{path}: seed {seed} has no {layer}.weight or no {layer}.bias; it has {Names(parts)}"
                );
            if (sizes.Count == 0)
                sizes.Add(weight.Rows);
            if (weight.Rows != sizes[^1] || bias.Rows != 1 || bias.Columns != weight.Columns)
                throw new BadInputException($"{path}: the sizes of {layer} of seed {seed} do not fit");
            sizes.Add(weight.Columns);
            numbers.AddRange([.. weight.Numbers, .. bias.Numbers]);
        }
        return sizes is [1, .., 1]
            ? new KeptStart(sizes, numbers)
            : throw new BadInputException(
                $"{path}: seed {seed} is no network of one number in and one out; it has {Names(parts)}"
            );
    }

    private static IEnumerable<string> Layers(int count) =>
        Enumerable.Range(0, Math.Max(0, count - 1)).Select(at => $"body.{at}").Append("head");

    private static string Names(Dictionary<string, Part> parts) =>
        parts.Count == 0 ? "nothing" : string.Join(", ", parts.Keys);

    private sealed record Part(int Seed, string Name, int Rows, int Columns, float[] Numbers)
    {
        public static Part Parse(string line, string place)
        {
            try
            {
                var columns = line.Split(',');
                var sizes = columns[2].Split(' ').Select(int.Parse).ToArray();
                var numbers = columns[3]
                    .Split(' ')
                    .Select(one => float.Parse(one, CultureInfo.InvariantCulture))
                    .ToArray();
                if (
                    columns.Length == 4
                    && numbers.All(float.IsFinite)
                    && sizes[0] * sizes[1] == numbers.Length
                )
                    return new Part(int.Parse(columns[0]), columns[1], sizes[0], sizes[1], numbers);
            }
            catch (Exception bad)
                when (bad is FormatException or OverflowException or IndexOutOfRangeException)
            {
                // Told below, by its place.
            }
            throw new BadInputException($"{place}: expected {Header}, with as many numbers as the sizes say");
        }
    }
}
