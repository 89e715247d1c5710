using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>The files by which Jupyter clients find the kernel.</summary>
internal static class KernelSpec
{
    /// <summary>The kernel's own name.</summary>
    public const string OwnName = "metanotebooks-fsharp";

    /// <summary>The name that notebooks of .NET Interactive ask for.</summary>
    public const string InteractiveName = ".net-fsharp";

    /// <summary>The file that charts are drawn with in a Jupyter client's page.</summary>
    public const string Plotly = "plotly.min.js";

    private const string Mark = "metanotebooks";

    /// <summary>Writes the specification, and tells where.</summary>
    public static string Install(string? prefix, string name)
    {
        var folder = Folder(prefix, name);
        if (Directory.Exists(folder) && !IsOurs(folder))
            throw new BadInputException($"{folder}: is another program's kernel; it is left as it is");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), JsonText.Write(Content(name)));
        var plotly = KitFolder.Module("plotly.js-dist-min", Plotly);
        if (name == OwnName && File.Exists(plotly))
            File.Copy(plotly, Path.Combine(folder, Plotly), overwrite: true);
        return folder;
    }

    /// <summary>Removes the specification; null when there was none of ours.</summary>
    public static string? Uninstall(string? prefix, string name)
    {
        var folder = Folder(prefix, name);
        if (!IsOurs(folder))
            return null;
        Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static JsonObject Content(string name)
    {
        var root = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        var dotnet = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new JsonObject
        {
            ["argv"] = new JsonArray(
                dotnet,
                "exec",
                NotebookProcess.Program,
                "kernel",
                "start",
                "{connection_file}"
            ),
            ["display_name"] = name == OwnName ? "F# (MetaNotebooks)" : ".NET (F#), by MetaNotebooks",
            ["language"] = "F#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { [Mark] = true },
        };
    }

    private static bool IsOurs(string folder)
    {
        var file = Path.Combine(folder, "kernel.json");
        return File.Exists(file) && JsonNode.Parse(File.ReadAllText(file))?["metadata"]?[Mark] is not null;
    }

    private static string Folder(string? prefix, string name) =>
        prefix is null
            ? Path.Combine(UserData(), "kernels", name)
            : Path.Combine(prefix, "share", "jupyter", "kernels", name);

    // Where Jupyter looks for what belongs to the user.
    private static string UserData()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } set ? set
            : OperatingSystem.IsWindows()
                ? Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData),
                    "jupyter"
                )
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data
                ? Path.Combine(data, "jupyter")
            : Path.Combine(home, ".local", "share", "jupyter");
    }
}
