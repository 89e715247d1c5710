using System.Text;
using System.Text.Json;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Reads the events of a notebook's process, up to a size that still makes a page.</summary>
internal sealed class EventReader(Stream pipe)
{
    private readonly StreamReader _text = new(pipe);
    private readonly char[] _buffer = new char[1 << 16];
    private readonly StringBuilder _line = new();
    private (int Start, int End) _rest;
    private long _read;

    /// <summary>Whether reading stopped because there is more than <see cref="OutputLimits.Most"/>.</summary>
    public bool IsFull => _read > OutputLimits.Most;

    /// <summary>The next event, or null at the end.</summary>
    /// <exception cref="JsonException">Something else than events was written into the pipe.</exception>
    public async Task<CellEvent?> Next()
    {
        while (!IsFull)
        {
            var (start, end) = _rest;
            var at = Array.IndexOf(_buffer, '\n', start, end - start);
            _line.Append(_buffer, start, (at < 0 ? end : at) - start);
            if (at >= 0)
            {
                _rest = (at + 1, end);
                var line = _line.ToString();
                _line.Clear();
                if (line.Length == 0)
                    continue;
                return JsonSerializer.Deserialize(line, CellJson.Default.CellEvent);
            }
            _rest = (0, await _text.ReadAsync(_buffer));
            if (_rest.End == 0)
                return null;
            _read += _rest.End;
        }
        return null;
    }
}
