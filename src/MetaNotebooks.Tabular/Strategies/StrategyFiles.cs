using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Saving and loading what a <see cref="StrategyLearner"/> learned.</summary>
public static class StrategyFiles
{
    private const string Kind = "strategy learner";

    /// <summary>Writes it as a safetensors file, whole or not at all.</summary>
    /// <param name="chooser">What was learned.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    public static void Save(this StrategyChooser chooser, string path) =>
        SafeTensors.Save(
            path,
            chooser.Learned.Names.Zip(chooser.Learned).ToDictionary(one => one.First, one => one.Second),
            new Dictionary<string, string>
            {
                ["learner"] = Kind,
                ["strategies"] = JsonSerializer.Serialize(chooser.Strategies),
                ["neighbours"] = chooser.Neighbours.ToString(CultureInfo.InvariantCulture),
            }
        );

    /// <summary>Reads it back.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">The file is broken, or holds something else.</exception>
    public static StrategyChooser Load(string path)
    {
        using var scope = NewDisposeScope();
        var (tensors, metadata) = SafeTensors.Load(path);
        BadFileException Bad(string place, string problem) => new(path, place, problem);
        var kind = metadata.GetValueOrDefault("learner", "");
        if (kind != Kind)
            throw Bad("metadata", $"learner is '{kind}'; expected '{Kind}'");
        var strategies = Strategies(metadata, Bad);
        var stated = metadata.GetValueOrDefault("neighbours");
        if (!int.TryParse(stated, CultureInfo.InvariantCulture, out var neighbours) || neighbours < 1)
            throw Bad("metadata", "neighbours is not a number of at least 1");
        Tensor Read(string name, params long[] shape)
        {
            if (!tensors.TryGetValue(name, out var tensor))
                throw Bad("header", $"no tensor '{name}'");
            if (tensor.dtype != ScalarType.Float64 || !tensor.shape.SequenceEqual(shape))
                throw Bad(
                    $"tensor '{name}'",
                    $"{tensor.dtype} of shape [{string.Join(", ", tensor.shape)}]; expected Float64 "
                        + $"[{string.Join(", ", shape)}]"
                );
            if (!tensor.isfinite().all().item<bool>())
                throw Bad($"tensor '{name}'", "it holds numbers that are not finite; expected none");
            return tensor;
        }
        var given = tensors.TryGetValue("features", out var features) ? features.shape : [];
        if (given.Length != 2 || given[0] < 1 || given[1] < 1)
            throw Bad("header", "no tensor 'features' of shape [D, m], neither of them 0");
        var learned = Parameters.Of(
            ("mean", Read("mean", 1, given[1])),
            ("deviation", Read("deviation", 1, given[1])),
            ("features", Read("features", given)),
            ("performance", Read("performance", given[0], strategies.Length))
        );
        if (!learned["deviation"].gt(0).all().item<bool>())
            throw Bad("tensor 'deviation'", "it holds numbers that are not above 0; expected none");
        scope.MoveToOuter(learned);
        return new(strategies, neighbours, learned);
    }

    private static string[] Strategies(
        IReadOnlyDictionary<string, string> metadata,
        Func<string, string, BadFileException> bad
    )
    {
        try
        {
            if (
                JsonSerializer.Deserialize<string?[]>(metadata.GetValueOrDefault("strategies", ""))
                    is { Length: > 0 } names
                && names.All(name => name is not null)
            )
                return names!;
        }
        catch (JsonException) { }
        throw bad("metadata", "strategies is not a list of names");
    }
}
