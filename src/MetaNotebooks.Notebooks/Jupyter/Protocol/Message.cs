using System.Text.Json.Nodes;

namespace MetaNotebooks.Notebooks.Jupyter.Protocol;

/// <summary>A message of the Jupyter protocol.</summary>
/// <param name="Identities">Who it came from, or goes to; on iopub, its topic.</param>
/// <param name="Header">Its own header.</param>
/// <param name="Parent">The header of the message that caused it, or an empty object.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities,
    JsonObject Header,
    JsonObject Parent,
    JsonObject Content
)
{
    /// <summary>The version of the protocol spoken.</summary>
    public const string Version = "5.3";

    /// <summary>The name of its kind, such as <c>execute_request</c>.</summary>
    public string Type => (string?)Header["msg_type"] ?? "";

    /// <summary>A new message, caused by another or by none.</summary>
    public static Message Create(
        string type,
        JsonObject content,
        string session,
        JsonObject? parent = null,
        IReadOnlyList<byte[]>? identities = null
    ) =>
        new(
            identities ?? [],
            new JsonObject
            {
                ["msg_id"] = Guid.NewGuid().ToString(),
                ["session"] = session,
                ["username"] = "kernel",
                ["date"] = DateTime.UtcNow.ToString("O"),
                ["msg_type"] = type,
                ["version"] = Version,
            },
            parent?.DeepClone().AsObject() ?? [],
            content
        );
}
