using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Runs cells, magics included, in one F# session.</summary>
/// <param name="starting">The session, which may still be starting; an interrupt ends waiting for it too.</param>
/// <param name="warn">Takes what the compiler warns of.</param>
/// <param name="show">Takes what is to be displayed.</param>
/// <param name="console">The console that each cell begins with.</param>
internal sealed class Evaluator(
    Task<Session> starting,
    Action<string> warn,
    Action<JsonObject> show,
    HostConsole console
)
{
    private readonly Interruptible _interruptible = Cells.Prepare(
        error => warn(Cells.OnAnotherThread(error)),
        HostThreads.IsHosts
    );

    private readonly Lazy<CSharpSession> _csharp = new(() => new CSharpSession());
    private bool _timing;

    private Session Session => starting.GetAwaiter().GetResult();

    /// <summary>Runs a cell to its end, its first error, or an interrupt.</summary>
    public Outcome Run(string cell) => Guard(() => RunSteps(cell));

    /// <summary>Evaluates an F# expression, which is no cell: only <c>it</c> is bound, no time is shown.</summary>
    public Outcome Value(string expression) => Guard(() => Show(Session.EvaluateExpression(expression)));

    private Outcome Guard(Func<Outcome> run)
    {
        var outcome = Outcome.Interrupted;
        try
        {
            var ended = _interruptible.Run(() =>
            {
                console.Take();
                outcome = run();
            });
            return ended ? outcome : Outcome.Interrupted;
        }
        // Of the cell's own, and of native code on any thread.
        catch (Exception thrown)
        {
            return new Outcome(null, ExceptionText.ToError(thrown));
        }
    }

    /// <summary>Stops the cell that runs.</summary>
    public void Interrupt() => _interruptible.Interrupt();

    private Outcome RunSteps(string cell)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            var outcome = new Outcome(null, null);
            var steps = Magics.Parse(cell);
            foreach (var step in steps)
            {
                // Only the last value is the cell's; those before a magic are shown where they arise.
                if (outcome.Value is not null)
                    show(outcome.Value);
                outcome = RunStep(step);
                if (outcome.Error is not null)
                    return outcome;
            }
            if (_timing || steps.Any(step => step is TimeStep))
                show(
                    Text(
                        $"Wall time: {clock.Elapsed.TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture)}ms"
                    )
                );
            return outcome;
        }
        catch (Exception bad) when (bad is MagicException or BadInputException or IOException)
        {
            return new Outcome(null, new CellError("Magic command", bad.Message, [bad.Message]));
        }
    }

    private Outcome RunStep(Step step)
    {
        switch (step)
        {
            case FSharpStep code:
                return Evaluate(code.Code);
            case CSharpStep code:
                var (value, error) = _csharp.Value.Evaluate(code.Code);
                return Show(value, error);
            case ShareStep share:
                Share(share);
                break;
            case SetStep set:
                Bind(set.To, set.Name, set.Text, typeof(string));
                break;
            case TimingStep timing:
                _timing = timing.On ?? !_timing;
                break;
            case MarkdownStep markdown:
                show(new JsonObject { ["text/markdown"] = markdown.Text, ["text/plain"] = markdown.Text });
                break;
            case WhosStep:
                show(Bindings.Table(Session.Compiler.GetBoundValues()));
                break;
            case ImportStep import:
                return Import(import.Path);
        }
        return new Outcome(null, null);
    }

    private Outcome Import(string path)
    {
        var outcome = new Outcome(null, null);
        foreach (var code in ImportedCells.Read(path))
            if ((outcome = RunSteps(code)).Error is not null)
                break;
        return outcome;
    }

    private Outcome Evaluate(string code) => Show(Session.Evaluate(code));

    private Outcome Show((FsiValue? Value, CellError? Error, IEnumerable<string> Warnings) evaluated)
    {
        foreach (var warning in evaluated.Warnings)
            warn(warning + "\n");
        return Show(evaluated.Value?.ReflectionValue, evaluated.Error, isValue: evaluated.Value is not null);
    }

    private static Outcome Show(object? value, CellError? error, bool isValue = false)
    {
        if (error is not null || value is DisplayedValue || value is null && !isValue)
            return new Outcome(null, error);
        return new Outcome(MimeBundle.Of(value), null);
    }

    private void Share(ShareStep share)
    {
        object? value;
        Type type;
        if (share.From == Language.FSharp)
            (value, type) = Session.Compiler.TryFindBoundValue(share.Value) is { Value: var bound }
                ? (bound.Value.ReflectionValue, bound.Value.ReflectionType)
                : throw Unknown(share, "F#");
        else
            (value, type) = _csharp.Value.Find(share.Value) ?? throw Unknown(share, "C#");
        // What a language has under a name, it has already.
        if (share.From != share.To || share.Value != share.Name)
            Bind(share.To, share.Name, value, type);
    }

    private void Bind(Language language, string name, object? value, Type type)
    {
        if (language == Language.CSharp)
            _csharp.Value.Bind(name, value, type);
        else if (value is null)
            throw new MagicException($"#!share: '{name}' is null, which has no type in F#");
        else
            try
            {
                Session.Compiler.AddBoundValue(name, value);
            }
            catch (ArgumentException bad)
            {
                throw new MagicException($"#!share: '{name}' of type {value.GetType()}: {bad.Message}");
            }
    }

    private static MagicException Unknown(ShareStep share, string language) =>
        new($"#!share: {language} has no value '{share.Value}'");

    private static JsonObject Text(string text) => new() { ["text/plain"] = text };
}
