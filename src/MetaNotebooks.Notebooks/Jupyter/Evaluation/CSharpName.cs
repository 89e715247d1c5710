namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Types as C# writes them.</summary>
internal static class CSharpName
{
    /// <summary>The full name.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            // The outer dimensions stand first.
            var (suffix, element) = ("", type);
            for (; element.IsArray; element = element.GetElementType()!)
                suffix += $"[{new string(',', element.GetArrayRank() - 1)}]";
            return Of(element) + suffix;
        }
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var name = string.Join('.', Nesting(type).Select(part => WithArguments(part, arguments)));
        return type.Namespace is { } space ? $"global::{space}.{name}" : $"global::{name}";
    }

    private static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer ? Nesting(outer).Append(type) : [type];

    private static string WithArguments(Type type, Queue<Type> arguments)
    {
        var parts = type.Name.Split('`');
        return parts.Length == 1
            ? parts[0]
            : $"{parts[0]}<{string.Join(", ", Enumerable.Range(0, int.Parse(parts[1])).Select(_ => Of(arguments.Dequeue())))}>";
    }
}
