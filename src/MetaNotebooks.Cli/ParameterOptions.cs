using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;
using MetaNotebooks.Notebooks.Parameters;

namespace MetaNotebooks.Cli;

/// <summary>The options that give a notebook's parameters other values, named as papermill's.</summary>
internal sealed class ParameterOptions
{
    private const string One = "-p";

    private readonly Option<string[]> _values = new(One, "--parameter")
    {
        Description = "Give a parameter of the notebook another value: -p seed 3, or -p seed=3.",
        HelpName = "NAME VALUE",
    };

    private readonly Option<string[]> _files = new("-f", "--parameters-file")
    {
        Description = "Give parameters the values in a JSON file; -p comes after it.",
        HelpName = "FILE.json",
    };

    /// <summary>Gives the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_values);
        verb.Options.Add(_files);
    }

    /// <summary>A command line whose <c>-p NAME VALUE</c> are one word each, <c>NAME=VALUE</c>.</summary>
    public static IReadOnlyList<string> Join(IReadOnlyList<string> arguments)
    {
        var joined = new List<string>();
        for (var at = 0; at < arguments.Count; at++)
        {
            joined.Add(arguments[at]);
            if (arguments[at] is not (One or "--parameter") || at + 1 >= arguments.Count)
                continue;
            var name = arguments[++at];
            joined.Add(name.Contains('=') || at + 1 >= arguments.Count ? name : $"{name}={arguments[++at]}");
        }
        return joined;
    }

    /// <summary>The values that were given.</summary>
    /// <exception cref="BadInputException">A file or a value is not what was expected.</exception>
    public JsonObject Read(ParseResult given)
    {
        var values = new JsonObject();
        foreach (var file in given.GetValue(_files) ?? [])
        foreach (var (name, value) in ReadFile(file))
            values[name] = value?.DeepClone();
        foreach (var text in given.GetValue(_values) ?? [])
        {
            var parts = text.Split('=', 2);
            if (parts is not [{ Length: > 0 } name, var value])
                throw new BadInputException($"{One} '{text}': expected a name and a value");
            values[name] = ParameterValue.Read(value);
        }
        return values;
    }

    private static JsonObject ReadFile(string path)
    {
        try
        {
            return Json.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new BadInputException($"{path}: expected a JSON object of names and values");
        }
        catch (JsonException bad)
        {
            throw new BadInputException($"{path}: not JSON: {bad.Message}");
        }
    }
}
