using System.CommandLine;
using System.Reflection;
using System.Xml.Linq;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Jupyter;

namespace MetaNotebooks.Cli;

/// <summary>The verb that begins a folder of one's own, outside of the kit's: a notebook, a C# project, a README.</summary>
internal static class NewCommand
{
    public static Command New(TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The folder to make, and the notebook's name.",
        };
        var source = new Option<string?>("--source")
        {
            Description = "A folder or feed that has the kit's packages, where the usual ones do not.",
            HelpName = "DIR",
        };
        var command = new Command("new", "Begin a folder with a notebook, a C# project and a README.")
        {
            name,
            source,
        };
        command.SetAction(given =>
            KernelCommands.Guard(
                error,
                () =>
                {
                    var folder = Write(given.GetRequiredValue(name), given.GetValue(source));
                    output.WriteLine($"{folder}: begun; run 'metanotebooks run' in it");
                }
            )
        );
        return command;
    }

    private static string Write(string path, string? source)
    {
        var folder = Path.GetFullPath(path);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (name.Length == 0 || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new BadInputException($"{path}: names no folder; expected a name such as 'decays'");
        if (
            File.Exists(folder)
            || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        )
            throw new BadInputException($"{folder}: is there already; expected a new or an empty folder");
        string Text(string resource) =>
            Own(resource)
                .Replace("NAME", name)
                .Replace("VERSION", Version)
                .Replace("SOURCE", source is null ? "" : $"#i \"nuget: {Place(source)}\"\n");
        Directory.CreateDirectory(Path.Combine(folder, "own"));
        File.WriteAllText(Path.Combine(folder, "README.md"), Text("README.md"));
        File.WriteAllText(Path.Combine(folder, "own", "Own.cs"), Text("Own.cs"));
        File.WriteAllText(Path.Combine(folder, "own", "Own.csproj"), Text("Own.csproj.txt"));
        if (source is not null)
            File.WriteAllText(
                Path.Combine(folder, "nuget.config"),
                new XDocument(
                    new XElement(
                        "configuration",
                        new XElement(
                            "packageSources",
                            new XElement(
                                "add",
                                new XAttribute("key", "metanotebooks"),
                                new XAttribute("value", Place(source))
                            )
                        )
                    )
                ).ToString()
            );
        var draft = Path.Combine(folder, $"{name}.dib");
        File.WriteAllText(draft, Text("notebook.dib"));
        Converter.Convert(draft, Path.ChangeExtension(draft, ".ipynb"));
        File.Delete(draft);
        return folder;
    }

    // A folder is meant from where the command was given, a feed as it stands.
    private static string Place(string source) =>
        Directory.Exists(source) ? Path.GetFullPath(source).Replace('\\', '/') : source;

    private static string Version =>
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static string Own(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
