using System.Text.Json.Nodes;
using MetaNotebooks.Cli;
using Spectre.Console;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>A temporary folder with notebooks, and the runner as its user meets it.</summary>
public sealed class Workspace : IDisposable
{
    /// <summary>The folder of the notebooks.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("notebooks-").FullName;

    /// <summary>The folder of the site, beside the notebooks.</summary>
    public string Site => At("site");

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs the command line and gives its exit status and all that it wrote.</summary>
    public static async Task<(int Status, string Text)> Invoke(params string[] arguments)
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Interactive = InteractionSupport.No }
        );
        var status = await CommandLine.Invoke(arguments, console, text);
        return (status, text.ToString());
    }

    /// <summary>Reads a page of the site.</summary>
    public string Page(string name) => File.ReadAllText(Path.Combine(Site, $"{name}.html"));

    /// <summary>The cells of an executed notebook in the site, by id.</summary>
    public Dictionary<string, JsonObject> Cells(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Site, $"{name}.ipynb")))!["cells"]!
            .AsArray()
            .ToDictionary(cell => (string)cell!["id"]!, cell => cell!.AsObject());

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
