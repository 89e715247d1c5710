using System.Text.Json;

namespace MetaNotebooks.Notebooks.Site.Live;

/// <summary>The page on which a reader moves the five points, and the start adapts to them as they move.</summary>
internal static class MamlLivePage
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
        var main = $"{Words(names)}\n{Data(results)}";
        return new ExtraPage(Name, "MAML live", main, Needs.Live)
        {
            Sections = SearchIndex.Sections(Words(names)),
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
                        own.Numbers,
                    }
                : new
                {
                    start.Key,
                    start.Name,
                    Sizes = sizes,
                    LiveStart.Seed,
                }
        );
        return $"<script type=\"application/json\" id=\"live-starts\">{JsonSerializer.Serialize(starts, JsonSerializerOptions.Web)}</script>";
    }

    private static string Words(IReadOnlySet<string> names)
    {
        string Link(string name, string words) =>
            names.Contains(name) ? $"<a href=\"{name}.html\">{words}</a>" : words;
        return $"""
            <h1>MAML live</h1>
            <p class="lead">A network has met many sinusoids and learned from them <em>where to start</em>. Here it meets a new one and
            sees five points of it. Drag the points; the network takes its gradient steps here, while you drag.</p>
            <noscript><p class="banner">This page computes in your browser, which has scripts switched off.</p></noscript>
            <div class="live" id="live" data-start="maml">
            <div class="pictures">
            <h2 class="caption">The curve<span class="key"><span><i class="truth"></i>true sinusoid</span><span><i class="before"></i>before</span><span><i class="after"></i><span id="live-after">after 1 step</span></span></span></h2>
            <svg class="plane fit" id="live-fit" role="group" aria-label="The true sinusoid, the curve before and after the steps, and the five points"></svg>
            <h2 class="caption"><span>The tangent kernel of point <span id="live-point">2</span></span><span class="key"><span><i class="kernel"></i>at the start</span><span><i class="kernel-after"></i>after the steps</span></span></h2>
            <svg class="plane" id="live-kernel" role="img" aria-label="The tangent kernel of the selected point, over x"></svg>
            </div>
            <div class="choices">
            <fieldset class="starts">
            <legend>Where to start <span class="beside">error after the steps</span></legend>
            {string.Join('\n', LiveStart.All.Select(Radio))}
            </fieldset>
            <p class="range"><label for="live-alpha">Inner rate α</label><span class="is" id="live-alpha-is">0.0100</span>
            <input type="range" id="live-alpha" min="0" max="0.05" step="0.0005" value="0.01"></p>
            <p class="range"><label for="live-steps">Steps</label><span class="is" id="live-steps-is">1</span>
            <input type="range" id="live-steps" min="0" max="10" step="1" value="1"></p>
            <p class="task"><label for="live-seed">Sinusoid of seed</label> <input type="number" id="live-seed" min="1" step="1" value="1">
            <button type="button" id="live-new">New sinusoid</button><button type="button" id="live-back">Reset the points</button></p>
            <table class="errors"><caption class="spoken">Mean squared errors</caption>
            <thead><tr><th scope="col">mean squared error</th><th scope="col">before</th><th scope="col">after</th></tr></thead>
            <tbody><tr><th scope="row">on the five points</th><td id="live-loss-before"></td><td id="live-loss-after"></td></tr>
            <tr><th scope="row">on the true sinusoid</th><td id="live-error-before"></td><td id="live-error-after"></td></tr></tbody>
            </table>
            </div>
            <div class="told">
            <p id="live-fit-words"></p>
            <p id="live-kernel-words"></p>
            </div>
            </div>
            <p class="spoken" role="status" id="live-said"></p>
            {HeadingHtml.Write(2, "try", "Try this", "Try this")}
            <ol>
            <li>Take one step from <em>MAML</em>, then from <em>joint training</em>. Before the step the two curves are nearly the same:
            the mean of all sinusoids. Only from one of them do five points lead to the sinusoid, whatever α and the steps are.
            {Try("one step from MAML", """{"start":"maml","alpha":0.01,"steps":1,"seed":1}""")}</li>
            <li>Select one point after the other and look at the lower picture. From MAML and from Reptile, what lifts the curve at one
            place lowers it half a period away, nearly everywhere, as with a sinusoid. From joint training it lowers the curve nowhere.</li>
            <li>Drag one point off the true sinusoid. How far from the point does the curve still follow?</li>
            <li>With all five points on one side, what does each start make of the other side, of which it sees nothing?
            {Try("five points on one side", """{"start":"maml","alpha":0.01,"steps":5,"seed":1,"xs":[-4.6,-3.9,-3,-2,-0.8]}""")}</li>
            <li>No start is the best for every task. This sinusoid is almost flat, and the untrained start, whose curve is nearly zero, is
            ahead of MAML. {Try("a flat sinusoid", """{"start":"untrained","alpha":0.01,"steps":1,"seed":6}""")}</li>
            <li>Make α larger. From which start does the first step go too far first?</li>
            </ol>
            {HeadingHtml.Write(2, "behind", "What is computed", "What is computed")}
            <p>A step takes the parameters θ to θ − α∇L(θ), where L is the mean squared error on the five points. The tangent kernel is
            K(x, x′) = ∇f(x) · ∇f(x′): an error at x′ moves the prediction at x by 2α/n times K times that error (n is 5), if the step is
            small; MAML’s is too long for that to be exact. {Link("05-maml", "Notebook 05")} derives it, and shows that it is what MAML learns.</p>
            <p>The network has two hidden layers of 40 rectifiers. Its starts are those that the full runs of notebooks
            {Link("05-maml", "05")} and {Link(
                "06-which-gradient",
                "06"
            )} learned from seed 1, as they are kept; the sinusoids, A sin(x − φ)
            with A from 0.1 to 5 and φ from 0 to π, are those that the kit draws from the same seeds. The true sinusoid is judged at
            101 places. Tests hold adaptation and kernel of this page against the kit’s, to 1e-5. Tab reaches the points, the arrow
            keys move them, with Shift by more.</p>
            """;
    }

    private static string Try(string what, string choice) =>
        $"<button type=\"button\" data-try=\"{Html.Escape(choice)}\" aria-label=\"Set it up: {what}\">Set it up</button>";

    private static string Radio(LiveStart start) =>
        $"""
            <label class="{start.Key}"><input type="radio" name="live-start" value="{start.Key}"{(
                start == LiveStart.All[0] ? " checked" : ""
            )}><span class="name">{start.Name}</span><span class="is" id="live-error-{start.Key}"></span><small>{start.Training}</small></label>
            """;
}
