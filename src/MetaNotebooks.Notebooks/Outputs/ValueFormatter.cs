using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Collections;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>
/// The door that every value passes which a cell has given no formatter of its own: the package's formatters
/// behind it write within limits, and F#'s lists and sets show as arrays do.
/// </summary>
/// <remarks>
/// To the package, a list is an object with a head and a tail, and is shown as the tree of all its tails. It
/// takes formatters of ours before its own, so this one finds the package's by itself.
/// </remarks>
internal sealed class ValueFormatter(string mimeType) : ITypeFormatter
{
    // The forms in which the package goes into what a value holds.
    private static readonly string[] Nesting =
    [
        HtmlFormatter.MimeType,
        PlainTextFormatter.MimeType,
        PlainTextSummaryFormatter.MimeType,
    ];

    private readonly ConcurrentDictionary<Type, ITypeFormatter[]> _known = new();

    /// <inheritdoc/>
    public string MimeType => mimeType;

    /// <inheritdoc/>
    public Type Type => typeof(object);

    /// <summary>Has the package use it from here on.</summary>
    public static void Register()
    {
        foreach (var form in Nesting)
            Formatter.Register(new ValueFormatter(form));
    }

    /// <inheritdoc/>
    public bool Format(object? instance, FormatContext context)
    {
        if (context.Writer is LimitedWriter)
        {
            var shown = AsArray(instance);
            return _known
                .GetOrAdd(shown?.GetType() ?? typeof(object), Find)
                .Any(formatter => formatter.Format(shown, context));
        }
        context.Writer.Write(LimitedWriter.Text(limited => instance.FormatTo(limited, mimeType)));
        return true;
    }

    private static object? AsArray(object? value)
    {
        if (value?.GetType() is not { IsGenericType: true } type)
            return value;
        var kind = type.GetGenericTypeDefinition();
        return kind == typeof(FSharpList<>) || kind == typeof(FSharpSet<>)
            ? typeof(Enumerable)
                .GetMethod(nameof(Enumerable.ToArray))!
                .MakeGenericMethod(type.GetGenericArguments())
                .Invoke(null, [value])
            : value;
    }

    // The package's own formatters for a type, those for more special types first.
    private ITypeFormatter[] Find(Type type)
    {
        // Asked for the forms of a type, the package looks for formatters that its library brings.
        _ = Formatter.GetPreferredMimeTypesFor(type);
        var found = Formatter
            .RegisteredFormatters()
            .Except(Formatter.RegisteredFormatters(includeDefaults: false))
            .Where(one => one.MimeType == mimeType && IsFor(one.Type, type))
            .ToArray();
        return
        [
            .. found.OrderBy(one =>
                found.Count(other => other.Type != one.Type && IsFor(one.Type, other.Type))
            ),
        ];
    }

    // As the package judges it.
    private static bool IsFor(Type general, Type type) =>
        general.IsGenericTypeDefinition
            ? type.GetInterfaces().Concat(Bases(type)).Any(one => IsOf(one, general))
            : general.IsAssignableFrom(type);

    private static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static bool IsOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
