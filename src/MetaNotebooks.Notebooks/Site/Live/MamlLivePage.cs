using System.Text.Json;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Site.Live;

/// <summary>The page on which a reader moves the five points, and the start adapts to them as they move.</summary>
internal static partial class MamlLivePage
{
    /// <summary>The page's name.</summary>
    public const string Name = "maml-live";

    // Where its starts are explained.
    private const string Notebook = "05-maml";

    /// <summary>The page, or null where no folder beside the notebooks' holds the starts that full runs learned.</summary>
    /// <param name="folders">The folders of the notebooks.</param>
    /// <param name="names">The notebooks that have a page.</param>
    /// <exception cref="Files.BadInputException">A file is not what it should be.</exception>
    public static ExtraPage? Find(IEnumerable<string> folders, IReadOnlySet<string> names)
    {
        var results = folders
            .Select(folder => Path.GetFullPath(Path.Combine(folder, "..", "data", "results")))
            .FirstOrDefault(results => LiveStart.All.All(start => IsThere(results, start)));
        if (results is null)
            return null;
        var words = Words(names);
        return new ExtraPage(Name, "MAML live", words + Data(results), Needs.Live)
        {
            // Not what a search should look through: the numbers.
            Sections = SearchIndex.Sections(words),
            Invitation = "drag five points, and watch what a learned start makes of them",
            Notebook = Notebook,
        };
    }

    private static bool IsThere(string results, LiveStart start) =>
        start.File is null || File.Exists(Path.Combine(results, start.File));

    // The starts go into the page itself. A network without a file is the kit's random start of the seed.
    private static string Data(string results)
    {
        var kept = LiveStart
            .All.Where(start => start.File is not null)
            .ToDictionary(
                start => start.Key,
                start => KeptStart.Read(Path.Combine(results, start.File!), LiveStart.Seed)
            );
        var sizes = kept.Values.First().Sizes;
        var starts = LiveStart.All.Select(start =>
            kept.TryGetValue(start.Key, out var own)
                ? (object)
                    new
                    {
                        start.Key,
                        start.Name,
                        own.Sizes,
                        LiveStart.Activation,
                        own.Numbers,
                    }
                : new
                {
                    start.Key,
                    start.Name,
                    Sizes = sizes,
                    LiveStart.Activation,
                    LiveStart.Seed,
                }
        );
        var json = JsonSerializer.Serialize(starts, JsonSerializerOptions.Web);
        return $"<script type=\"application/json\" id=\"live-starts\">{json}</script>";
    }

    // A link to a notebook that has no page here is only words.
    private static string Words(IReadOnlySet<string> names)
    {
        var words = SiteAssets
            .Own($"{Name}.html")
            .Replace("{{starts}}", string.Join('\n', LiveStart.All.Select(Radio)))
            .Replace("{{try}}", Heading("try", "Try this"))
            .Replace("{{computed}}", Heading("computed", "What is computed"));
        return NotebookLink()
            .Replace(
                words,
                link => names.Contains(link.Groups["name"].Value) ? link.Value : link.Groups["words"].Value
            );
    }

    private static string Heading(string id, string words) => HeadingHtml.Write(2, id, words, words);

    private static string Radio(LiveStart start) =>
        $"""
            <label class="{start.Key}"><input type="radio" name="live-start" value="{start.Key}"{(
                start == LiveStart.All[0] ? " checked" : ""
            )}>
            <span class="name">{start.Name}</span><span class="is" id="live-error-{start.Key}"></span>
            <small>{start.Training}</small></label>
            """;

    [GeneratedRegex("""<a href="(?<name>[^"]*)\.html">(?<words>.*?)</a>""")]
    private static partial Regex NotebookLink();
}
