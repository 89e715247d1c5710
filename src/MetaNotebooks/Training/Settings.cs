using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// What an object is set to, as texts by field: the name of its type and, field by field, what it holds. By fields and not
/// by properties, as a function or an object expression has only fields for what it has captured.
/// </summary>
/// <remarks>
/// Code is not described: two functions without a name, and two types of one name, differ by what they hold alone. Long
/// texts and lists, and tensors, are given by their SHA-256.
/// </remarks>
internal static class Settings
{
    private const int LongText = 200;
    private const int LongList = 32;

    public static void Describe(string name, object? value, IDictionary<string, string> fields) =>
        Walk(name, value, fields, new(ReferenceEqualityComparer.Instance));

    private static void Walk(
        string name,
        object? value,
        IDictionary<string, string> fields,
        HashSet<object> around
    )
    {
        if (Plain(value) is { } text)
            fields[name] = text;
        else if (!around.Add(value!))
            fields[name] = "itself";
        else
        {
            if (Items(value!) is { } items)
                List(name, items, fields, around);
            else
                Object(name, value!, fields, around);
            around.Remove(value!);
        }
    }

    /// <summary>The text of a value that has no parts; null for one that has.</summary>
    private static string? Plain(object? value) =>
        value switch
        {
            null => "none",
            string text => text.Length <= LongText
                ? text
                : $"{text[..20]}…, {Hash(Encoding.UTF8.GetBytes(text))}",
            Enum or bool => value.ToString()!,
            Tensor tensor => Described(tensor),
            // Handles and addresses differ from process to process.
            nint or nuint => "an address",
            // The shortest text that reads back as the same number.
            IFormattable number when value.GetType().IsPrimitive || value is decimal => number.ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };

    private static IEnumerable<object?>? Items(object value) =>
        value switch
        {
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
            IDictionary map => map.Keys.Cast<object>().Select(object? (key) => (key, map[key])),
            ICollection list => list.Cast<object?>(),
            // Only what has a length: a sequence may not end.
            IEnumerable list when HasLength(value.GetType()) => list.Cast<object?>(),
            _ => null,
        };

    private static bool HasLength(Type type) =>
        type.GetInterfaces()
            .Any(known =>
                known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
            );

    private static void List(
        string name,
        IEnumerable<object?> items,
        IDictionary<string, string> fields,
        HashSet<object> around
    )
    {
        var parts = new OrderedDictionary<string, string>();
        var count = 0;
        foreach (var item in items)
            Walk($"[{count++}]", item, parts, around);
        // All of them plain: one text.
        if (parts.Count == count && count <= LongList)
            fields[name] = $"[{string.Join(", ", parts.Values)}]";
        else if (parts.Count <= LongList)
            foreach (var (part, text) in parts)
                fields[name + part] = text;
        else
        {
            var all = string.Join("\n", parts.Select(part => $"{part.Key} {part.Value}"));
            fields[name] = $"{count} items, {Hash(Encoding.UTF8.GetBytes(all))}";
        }
    }

    private static void Object(
        string name,
        object value,
        IDictionary<string, string> fields,
        HashSet<object> around
    )
    {
        if (value is Delegate function)
        {
            fields[name] = Function(function);
            if (function.Target is { } target && fields[name] == Unnamed)
                Fields(name, target, fields, around);
            return;
        }
        var type = value.GetType();
        fields[name] = IsUnnamed(type) ? Unnamed : type.Name;
        // What a framework's object holds is its own affair (locks, caches, handles).
        if (type.Namespace is not { } space || !(space.StartsWith("System") || space == nameof(TorchSharp)))
            Fields(name, value, fields, around);
    }

    private static void Fields(
        string name,
        object value,
        IDictionary<string, string> fields,
        HashSet<object> around
    )
    {
        const BindingFlags own =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(own))
                Walk($"{name}.{Name(field)}", field.GetValue(value), fields, around);
    }

    private const string Unnamed = "without a name";

    // As C# and F# name what the program gave no name to; the number in such a name changes with every edit.
    private static bool IsUnnamed(MemberInfo member) => member.Name.AsSpan().ContainsAny('<', '@');

    // <Rate>k__BackingField, <shots>P and Rate@ are the fields of a property, a constructor's parameter, an F# record.
    private static string Name(FieldInfo field) =>
        field.Name.StartsWith('<') && field.Name.IndexOf('>') is > 1 and var end
            ? field.Name[1..end]
            : field.Name.TrimEnd('@');

    private static string Function(Delegate function)
    {
        var home = function.Method.DeclaringType;
        while (home is { DeclaringType: { } outer } && IsUnnamed(home))
            home = outer;
        // The kit's own functions are values of properties, such as Losses.MeanSquaredError.
        if (home?.Assembly == typeof(Settings).Assembly)
            foreach (var property in home.GetProperties(BindingFlags.Static | BindingFlags.Public))
                if (function.Equals(property.GetValue(null)))
                    return $"{home.Name}.{property.Name}";
        return
            home is null || IsUnnamed(home) || IsUnnamed(function.Method) || function.Method.Name == "Invoke"
            ? Unnamed
            : $"{home.Name}.{function.Method.Name}";
    }

    private static string Described(Tensor tensor)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        TensorBytes.Give(tensor, hash, static (bytes, to) => to.AppendData(bytes));
        var text = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        return $"{tensor.dtype} [{string.Join(", ", tensor.shape)}], sha256 {text}";
    }

    private static string Hash(byte[] bytes) =>
        $"sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}";
}
