using FSharp.Compiler.Diagnostics;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Core;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Evaluation;

using Evaluated = FSharpChoice<FSharpOption<FsiValue>?, Exception>.Choice1Of2;
using Failed = FSharpChoice<FSharpOption<FsiValue>?, Exception>.Choice2Of2;

/// <summary>
/// An F# session with the arguments and the opened namespaces of .NET Interactive's F# kernel. There, as here,
/// nothing called <c>fsi</c> is defined.
/// </summary>
internal sealed class Session
{
    // As the kernel passes them; --multiemit- lets a cell refer to types of another.
    private static readonly string[] Arguments =
    [
        typeof(Session).Assembly.Location,
        "--noninteractive",
        "--targetprofile:netcore",
        "--quiet",
        "--langversion:preview",
        "/usesdkrefs-",
        "--multiemit-",
    ];

    private readonly FsiEvaluationSession _session = FsiEvaluationSession.Create(
        FsiEvaluationSession.GetDefaultConfiguration(),
        Arguments,
        TextReader.Null,
        TextWriter.Null,
        TextWriter.Null,
        FSharpOption<bool>.None,
        null
    );

    /// <summary>Starts a session in the current directory, which <c>#load</c> and <c>#r</c> start from.</summary>
    public Session()
    {
        Type[] referenced = [typeof(IHtmlContent), typeof(Kernel), typeof(Formatter)];
        var references = referenced.Select(type => $"#r @\"{type.Assembly.Location}\"");
        string[] opened =
        [
            "open System",
            "open System.IO",
            "open System.Text",
            "open Microsoft.DotNet.Interactive.Formatting",
            "open Microsoft.DotNet.Interactive.FSharp.FSharpKernelHelpers",
            "open type Microsoft.DotNet.Interactive.Kernel",
        ];
        var (_, error, _) = Evaluate(string.Join('\n', references.Concat(opened)));
        if (error is not null)
            throw new InvalidOperationException($"the F# session did not start: {error.Message}");
    }

    /// <summary>The compiler's own session, for what it knows of names and types.</summary>
    public FsiEvaluationSession Compiler => _session;

    /// <summary>Evaluates one cell; its value is null when there is none to show.</summary>
    public (FsiValue? Value, CellError? Error, IEnumerable<string> Warnings) Evaluate(string code)
    {
        var (outcome, diagnostics) = _session.EvalInteractionNonThrowing(
            code,
            FSharpOption<CancellationToken>.None
        );
        return Read(outcome, diagnostics);
    }

    /// <summary>Evaluates an expression, and no declaration; its value is null when it is of no interest.</summary>
    public (FsiValue? Value, CellError? Error, IEnumerable<string> Warnings) EvaluateExpression(string code)
    {
        var (outcome, diagnostics) = _session.EvalExpressionNonThrowing(code);
        return Read(outcome, diagnostics);
    }

    private static (FsiValue? Value, CellError? Error, IEnumerable<string> Warnings) Read(
        FSharpChoice<FSharpOption<FsiValue>?, Exception> outcome,
        FSharpDiagnostic[] diagnostics
    )
    {
        var errors = diagnostics.Where(found => found.Severity.IsError).ToArray();
        var warnings = diagnostics.Where(found => found.Severity.IsWarning).Select(Diagnostics.Describe);

        // A session can report errors and still call the evaluation a success.
        if (outcome.IsChoice2Of2)
            return (null, Describe(((Failed)outcome).Item, errors), warnings);
        if (errors.Length > 0)
            return (null, Diagnostics.ToError(errors), warnings);
        var value = ((Evaluated)outcome).Item?.Value;
        return (value?.ReflectionType == typeof(Unit) ? null : value, null, warnings);
    }

    private static CellError Describe(Exception exception, FSharpDiagnostic[] errors) =>
        exception is FsiCompilationException && errors.Length > 0
            ? Diagnostics.ToError(errors)
            : ExceptionText.ToError(exception);
}
