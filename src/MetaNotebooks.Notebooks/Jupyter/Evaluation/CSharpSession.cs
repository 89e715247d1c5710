using MetaNotebooks.Notebooks.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>The C# of cells under <c>#!csharp</c>, in one session.</summary>
internal sealed class CSharpSession
{
    private static readonly string[] Opened =
    [
        "System",
        "System.IO",
        "System.Linq",
        "System.Text",
        "System.Collections.Generic",
        "System.Threading.Tasks",
    ];

    private ScriptOptions _options = ScriptOptions
        .Default.WithImports(Opened)
        .AddReferences(typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(SharedValues).Assembly)
        .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview);

    private ScriptState<object>? _state;

    /// <summary>Evaluates one cell; its value is null when there is none to show.</summary>
    public (object? Value, CellError? Error) Evaluate(string code)
    {
        try
        {
            var running = _state is null
                ? CSharpScript.RunAsync(code, _options)
                : _state.ContinueWithAsync(code, _options);
            _state = running.GetAwaiter().GetResult();
            return (_state.ReturnValue, null);
        }
        catch (CompilationErrorException bad)
        {
            var lines = bad.Diagnostics.Select(Describe).ToArray();
            return (null, new CellError("C# error", lines[0], lines));
        }
        catch (Exception thrown) when (thrown is not ThreadAbortException)
        {
            return (null, ExceptionText.ToError(thrown));
        }
    }

    /// <summary>The value of a variable, with its type; null when there is no such variable.</summary>
    public (object? Value, Type Type)? Find(string name) =>
        _state?.GetVariable(name) is { } found ? (found.Value, found.Type) : null;

    /// <summary>Binds a name to a value of another language.</summary>
    /// <exception cref="MagicException">C# cannot name the value's type.</exception>
    public void Bind(string name, object? value, Type type)
    {
        foreach (var part in Parts(type))
        {
            if (part.Assembly.IsDynamic || part.Assembly.Location.Length == 0 || !part.IsVisible)
                throw new MagicException($"#!share: '{name}' is of type {type}, which only F# knows");
            _options = _options.AddReferences(part.Assembly);
        }
        SharedValues.Put(name, value);
        var holder = typeof(SharedValues).FullName;
        var (_, error) = Evaluate($"var {name} = ({CSharpName.Of(type)}){holder}.Take(\"{name}\");");
        if (error is not null)
            throw new MagicException($"#!share: '{name}': {error.Message}");
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static string Describe(Diagnostic found)
    {
        var start = found.Location.GetLineSpan().StartLinePosition;
        return $"line {start.Line + 1}, column {start.Character + 1}: {found.Id}: "
            + found.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }
}
