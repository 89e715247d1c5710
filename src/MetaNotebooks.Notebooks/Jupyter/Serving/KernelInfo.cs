using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Jupyter.Protocol;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    private static readonly string KitVersion = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Content() =>
        new()
        {
            ["status"] = "ok",
            ["protocol_version"] = Message.Version,
            ["implementation"] = "metanotebooks",
            ["implementation_version"] = KitVersion,
            ["banner"] = $"MetaNotebooks {KitVersion}: F# on .NET {Environment.Version}",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(),
            ["language_info"] = new JsonObject
            {
                ["name"] = "F#",
                ["version"] = "10.0",
                ["mimetype"] = "text/x-fsharp",
                // A notebook saved as its code is a script, which dotnet fsi runs.
                ["file_extension"] = ".fsx",
                ["pygments_lexer"] = "fsharp",
                ["codemirror_mode"] = "text/x-fsharp",
                ["nbconvert_exporter"] = "script",
            },
        };
}
