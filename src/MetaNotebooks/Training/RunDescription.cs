using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What a training run is set to, as texts by field, such as "learner.Model.Sizes". Long lists and texts, and
/// tensors, are given by their hashes.
/// </summary>
internal sealed class RunDescription
{
    private const int LongText = 200;
    private const int LongList = 32;

    private readonly OrderedDictionary<string, string> fields = [];
    private readonly List<string> unknown = [];

    /// <summary>The texts.</summary>
    public IReadOnlyDictionary<string, string> Fields => fields;

    /// <summary>
    /// What cannot be compared: functions, and objects of types that are not the kit's. Each with its field,
    /// such as "learner.Loss is a function".
    /// </summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>Adds a value with all its parts.</summary>
    public void Add(string name, object? value)
    {
        if (Plain(value) is { } text)
            fields[name] = text;
        else if (value is KitParts.Many many)
            AddAll(name, [.. many.Items]);
        else if (KitParts.Of(value!) is { } parts)
        {
            fields[name] = value!.GetType().Name;
            foreach (var (part, held) in parts)
                Add($"{name}.{part}", held);
        }
        else
        {
            var kind = Kind(value!);
            fields[name] = $"{kind}, by the key";
            unknown.Add($"{name} is {kind}");
        }
    }

    private void AddAll(string name, object?[] items)
    {
        if (items.All(item => Plain(item) is not null))
        {
            // In quotes, so that one text with a comma is not two.
            string[] texts = [.. items.Select(item => item is string text ? Quoted(text) : Plain(item)!)];
            fields[name] =
                texts.Length <= LongList
                    ? $"[{string.Join(", ", texts)}]"
                    : $"{texts.Length} items, {ContentHash.Of(texts)}";
            return;
        }
        var inner = new RunDescription();
        for (var i = 0; i < items.Length; i++)
            inner.Add($"{name}[{i}]", items[i]);
        unknown.AddRange(inner.unknown);
        if (inner.fields.Count > LongList)
        {
            var texts = inner.fields.SelectMany(field => (string[])[field.Key, field.Value]);
            fields[name] = $"{items.Length} items, {ContentHash.Of(texts)}";
        }
        else
            foreach (var (field, text) in inner.fields)
                fields[field] = text;
    }

    /// <summary>The text of a value that has no parts; null for one that has.</summary>
    private static string? Plain(object? value) =>
        value switch
        {
            null => "none",
            string text => text.Length <= LongText
                ? text
                : $"{text.Length} letters, {ContentHash.Of([text])}",
            Enum or bool => value.ToString(),
            // The shortest text that reads back as the same number.
            int or long or ulong or float or double => ((IFormattable)value).ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            Uniform<double> one => $"[{Plain(one.Low)}, {Plain(one.High)}]",
            Uniform<int> one => $"[{Plain(one.Low)}, {Plain(one.High)}]",
            Normal one => $"{Plain(one.Mean)} ± {Plain(one.Deviation)}",
            Seed seed => Plain(seed.Value),
            TaskLoss loss => KitParts.Name(loss),
            Tensor tensor => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}], {ContentHash.Of(tensor)}",
            _ => null,
        };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    // The numbers in the names that compilers make up change with every edit.
    private static string Kind(object value) =>
        value is Delegate or TaskLoss ? "a function"
        : value.GetType().Name is var name && name.AsSpan().ContainsAny('<', '@') ? "an object without a name"
        : $"an object of the type {name}";
}
