using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Asks the user of the running cell for a line of text.</summary>
internal sealed class Questions(Action<JsonObject, Message> send)
{
    private readonly BlockingCollection<string?> _answers = [];

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The client has nobody to ask, or the cell is interrupted.</exception>
    public string Ask(Message? cell)
    {
        if (cell is null || (bool?)cell.Content["allow_stdin"] != true)
            throw new InvalidOperationException("this client takes no input");
        while (_answers.TryTake(out _)) { }
        send(new JsonObject { ["prompt"] = "", ["password"] = false }, cell);
        return _answers.Take() ?? throw new InvalidOperationException("the question was interrupted");
    }

    /// <summary>Takes an <c>input_reply</c>.</summary>
    public void Answer(Message reply)
    {
        if (reply.Type == "input_reply" && reply.Content["value"] is JsonValue value)
            _answers.Add(value.ToString());
    }

    /// <summary>Ends a question without an answer.</summary>
    public void Cancel() => _answers.Add(null);
}
