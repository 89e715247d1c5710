using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A training run as it stood after an iteration. Its file is a safetensors file with the meta-parameters
/// under their names behind "meta.", the tensors "optimiser.0" … and "history"; the texts of its header hold the rest and a
/// checksum of everything.
/// </summary>
/// <param name="Iteration">Iterations done. The next draws its tasks with <c>seed.Split("tasks").At(Iteration + 1)</c>.</param>
/// <param name="Meta">The meta-parameters.</param>
/// <param name="OptimiserState">The optimiser's state, tensors of its own choosing.</param>
/// <param name="History">Mean outer loss of each iteration so far.</param>
/// <param name="Configuration">What was trained how, as texts by field, such as "learner.Model.Sizes".</param>
public sealed record TrainingCheckpoint(
    int Iteration,
    Parameters Meta,
    IReadOnlyList<Tensor> OptimiserState,
    IReadOnlyList<double> History,
    IReadOnlyDictionary<string, string> Configuration
)
{
    private const string Format = "MetaNotebooks training checkpoint 2";
    private const string Prefix = "configuration.";

    /// <summary>
    /// Reads a checkpoint, whatever it was trained with; its <see cref="Meta"/> can be the start of another training.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">It is not a checkpoint, or not as it was written.</exception>
    public static TrainingCheckpoint Load(string path)
    {
        using var scope = NewDisposeScope();
        var (tensors, texts) = SafeTensors.Load(path);
        BadFileException Bad(string problem) => new(path, "metadata", problem);
        var format = texts.GetValueOrDefault("format", "");
        if (format != Format)
            throw Bad($"format is '{format}'; expected '{Format}'");
        var sum = Checksum(tensors, texts);
        if (texts.GetValueOrDefault("sha256") != sum)
            throw Bad(
                $"the content's SHA-256 is {sum}; expected {texts.GetValueOrDefault("sha256", "one")}: it was changed"
            );
        // The checksum holds, so the rest is as this class wrote it.
        using var history = tensors["history"];
        var checkpoint = new TrainingCheckpoint(
            int.Parse(texts["iteration"], CultureInfo.InvariantCulture),
            new(Names(texts).Select(name => new KeyValuePair<string, Tensor>(name, tensors[$"meta.{name}"]))),
            OptimiserTensors(tensors),
            Held.Numbers<double>(history),
            texts
                .Where(text => text.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .ToDictionary(text => text.Key[Prefix.Length..], text => text.Value)
        );
        scope.MoveToOuter([.. checkpoint.Meta, .. checkpoint.OptimiserState]);
        return checkpoint;
    }

    /// <summary>Writes it, whole or not at all.</summary>
    internal void Save(string path)
    {
        using var scope = NewDisposeScope();
        var history = History.Count == 0 ? zeros([0], ScalarType.Float64) : tensor(History.ToArray());
        var tensors = new Dictionary<string, Tensor> { ["history"] = history };
        for (var i = 0; i < Meta.Count; i++)
            tensors[$"meta.{Meta.Names[i]}"] = Meta[i];
        for (var i = 0; i < OptimiserState.Count; i++)
            tensors[$"optimiser.{i}"] = OptimiserState[i];
        var texts = Configuration.ToDictionary(field => Prefix + field.Key, field => field.Value);
        texts["format"] = Format;
        texts["names"] = JsonSerializer.Serialize(Meta.Names);
        texts["iteration"] = Iteration.ToString(CultureInfo.InvariantCulture);
        texts["sha256"] = Checksum(tensors, texts);
        SafeTensors.Save(path, tensors, texts);
    }

    // In their order, which a safetensors file does not have.
    private static string[] Names(IReadOnlyDictionary<string, string> texts) =>
        JsonSerializer.Deserialize<string[]>(texts["names"])!;

    private static Tensor[] OptimiserTensors(IReadOnlyDictionary<string, Tensor> tensors) =>
        [
            .. Enumerable
                .Range(0, tensors.Count)
                .TakeWhile(i => tensors.ContainsKey($"optimiser.{i}"))
                .Select(i => tensors[$"optimiser.{i}"]),
        ];

    // The format has no checksum, and a bit that fell over would otherwise be trained on.
    private static string Checksum(
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string> texts
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
        foreach (var (name, text) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (name != "sha256")
            {
                Add(name);
                Add(text);
            }
        foreach (var (name, tensor) in tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add($"{name} {tensor.dtype} {string.Join(" ", tensor.shape)}");
            TensorBytes.Give(tensor, hash, static (bytes, to) => to.AppendData(bytes));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
