using System.Text.Json;
using FSharp.Compiler.Diagnostics;
using Microsoft.FSharp.Core;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.BareHost;

/// <summary>A compiler session with default arguments, and the names opened that a host is wont to open.</summary>
internal sealed class BareSession
{
    private static readonly string[] Arguments =
    [
        "fsi.exe",
        "--noninteractive",
        "--nologo",
        "--gui-",
        "--targetprofile:netcore",
        "--multiemit+",
        "--langversion:preview",
    ];

    private static readonly string[] Opened =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Threading.Tasks",
    ];

    private static readonly string[] Unwritable =
    [
        "System.Func",
        "System.Action",
        "MetaNotebooks.",
        "TorchSharp.",
    ];

    private readonly FsiEvaluationSession _session = FsiEvaluationSession.Create(
        FsiEvaluationSession.GetDefaultConfiguration(),
        Arguments,
        TextReader.Null,
        TextWriter.Null,
        TextWriter.Null,
        FSharpOption<bool>.Some(false),
        null
    );

    public BareSession()
    {
        foreach (var name in Opened)
            Evaluate($"open {name}");
    }

    /// <summary>Runs a cell; its last value, null where it has none.</summary>
    /// <exception cref="InvalidOperationException">It does not compile, or it fails.</exception>
    public object? Evaluate(string code)
    {
        var (outcome, diagnostics) = _session.EvalInteractionNonThrowing(
            code,
            FSharpOption<CancellationToken>.None
        );
        var errors = diagnostics.Where(found => found.Severity.IsError).ToArray();
        if (errors.Length > 0)
            throw new InvalidOperationException(string.Join('\n', errors.AsEnumerable()));
        if (outcome is FSharpChoice<FSharpOption<FsiValue>?, Exception>.Choice2Of2 failed)
            throw new InvalidOperationException(failed.Item.ToString());
        return ((FSharpChoice<FSharpOption<FsiValue>?, Exception>.Choice1Of2)outcome)
            .Item
            ?.Value
            .ReflectionValue;
    }

    /// <summary>
    /// The functions and tensors among a notebook's values that keep it from being written as JSON, as some hosts list
    /// them; null when there is none. What else cannot be written, such as an infinite number or another library's
    /// table, is that host's concern in any notebook.
    /// </summary>
    public string? FindUnwritable()
    {
        var found = new List<string>();
        foreach (var bound in _session.GetBoundValues())
            try
            {
                JsonSerializer.Serialize(bound.Value.ReflectionValue);
            }
            catch (Exception failure)
            {
                if (Unwritable.Any(failure.Message.Contains))
                    found.Add($"{bound.Name}: {failure.Message.Split('\n')[0]}");
            }
        return found.Count == 0 ? null : string.Join('\n', found);
    }
}
