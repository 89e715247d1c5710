using System.Text.Json;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>Sends events to the parent process, one JSON line each, from whichever thread.</summary>
internal sealed class EventWriter(Stream pipe) : IDisposable
{
    private readonly StreamWriter _lines = new(pipe) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Sends one event at once, so that nothing is lost when the process dies.</summary>
    public void Send(CellEvent happened)
    {
        var line = JsonSerializer.Serialize(happened, CellJson.Default.CellEvent);
        lock (_lines)
            _lines.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();
}
