module MetaNotebooks.FSharp.Tests.ChartHtmlTests

open System
open System.IO
open System.Text.RegularExpressions
open MetaNotebooks
open Plotly.NET
open Xunit

let private chart () =
    (Draw.learningCurve ([ Samples.series "MAML" ], Title = "Seen & heard")).Chart

[<Fact>]
let ``the same figure gives the same text`` () =
    Assert.Equal(ChartHtml.ofChart (chart ()), ChartHtml.ofChart (chart ()))

[<Fact>]
let ``other figures have other keys`` () =
    let key (html: string) =
        Regex.Match(html, "data-chart=\"([0-9a-f]+)\"").Groups[1].Value

    let one, other =
        ChartHtml.ofChart (chart ()), ChartHtml.ofChart (chart () |> Chart.withTitle "other")

    Assert.Equal(16, (key one).Length)
    Assert.NotEqual<string>(key one, key other)

[<Fact>]
let ``the text holds the figure`` () =
    let html = ChartHtml.ofChart (chart ())
    Assert.Contains("\"Training step\"", html)
    Assert.Contains($"min-height:{Theme.height}px", html)

[<Fact>]
let ``no text of a chart can end the script`` () =
    let html = chart () |> Chart.withTitle "</script><b>" |> ChartHtml.ofChart
    Assert.Equal(2, Regex.Matches(html, "</script>").Count)
    Assert.DoesNotContain("<b>", html)

[<Fact>]
let ``the figure is the JSON of a marked script element`` () =
    let html = chart () |> Chart.withTitle "a < b" |> ChartHtml.ofChart

    let found =
        Regex.Match(html, "<script type=\"application/json\" data-figure>([^<]*)</script>")

    use figure = System.Text.Json.JsonDocument.Parse found.Groups[1].Value
    let root = figure.RootElement
    Assert.Equal("a < b", root.GetProperty("layout").GetProperty("title").GetProperty("text").GetString())
    Assert.NotEqual(0, root.GetProperty("data").GetArrayLength())

[<Fact>]
let ``half a surrogate pair in a text becomes U+FFFD`` () =
    let html = chart () |> Chart.withTitle "a\uD800b" |> ChartHtml.ofChart
    Assert.Contains("a\uFFFDb: drawing", html)
    Assert.Contains("\"text\":\"a\uFFFDb\"", html)
    Assert.Equal(html, Text.Encoding.UTF8.GetString(Text.Encoding.UTF8.GetBytes html))

[<Fact>]
let ``package.json alone says which plotly.js`` () =
    let text path =
        File.ReadAllText(Path.Combine(Tools.root, path))

    use packages = System.Text.Json.JsonDocument.Parse(text "package.json")

    let version =
        packages.RootElement.GetProperty("dependencies").GetProperty("plotly.js-dist-min").GetString()

    Assert.Matches(@"^\d+\.\d+\.\d+$", version)

    Assert.Equal(
        $"https://cdn.jsdelivr.net/npm/plotly.js-dist-min@{version}/plotly.min.js",
        ChartHtml.plotlyAddress
    )

    Assert.Contains($"\"plotly.js-dist-min\": \"{version}\"", text "package-lock.json")

    let others =
        [ "src"; "tests"; "notebooks" ]
        |> Seq.collect (fun folder ->
            Directory.EnumerateFiles(Path.Combine(Tools.root, folder), "*.*", SearchOption.AllDirectories))
        |> Seq.filter (fun path ->
            Seq.contains (Path.GetExtension path) [ ".cs"; ".fs"; ".fsx"; ".js"; ".py" ])
        |> Seq.filter (fun path -> Regex.IsMatch(File.ReadAllText path, @"plotly(\.js)?[- ]v?\d"))

    Assert.Empty others

[<Fact>]
let ``the hash is that of the package's file`` () =
    Assert.SkipUnless(File.Exists Tools.plotly, "plotly.js is not installed (npm ci).")

    let hash = Security.Cryptography.SHA384.HashData(File.ReadAllBytes Tools.plotly)

    Assert.Equal($"sha384-{Convert.ToBase64String hash}", ChartHtml.plotlyIntegrity)

/// What a browser makes of a page with these pieces.
let private dump (head: string) (body: string list) =
    let browser = Tools.need [ "chromium"; "chromium-browser"; "google-chrome" ]
    let folder = Directory.CreateTempSubdirectory "charts"

    try
        let page = Path.Combine(folder.FullName, "page.html")
        let body = String.Join("\n", body)
        File.WriteAllText(page, $"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")

        let options =
            [
                "--headless"
                "--no-sandbox"
                "--disable-gpu"
                "--disable-quic"
                "--no-first-run"
                "--disable-background-networking"
                "--disable-component-update"
                "--disable-sync"
                "--allow-file-access-from-files"
                $"--user-data-dir={folder.FullName}/profile"
                "--dump-dom"
                Uri(page).AbsoluteUri
            ]

        Tools.run browser options ""
    finally
        folder.Delete true

let private drawn (dom: string) =
    Regex.Matches(dom, "svg-container\"").Count

let private ours = Uri(Tools.plotly).AbsoluteUri

let private from (address: string) (html: string) =
    html.Replace(ChartHtml.plotlyAddress, address)

let private network () =
    new Tools.ScriptServer(File.ReadAllBytes Tools.plotly)

// A port that no browser connects to.
let private nowhere = "http://127.0.0.1:9/plotly.min.js"

let private near (address: string) =
    $"<script>window.metaNotebooksPlotlyAddress = \"{address}\"</script>"

let private sentence = "needs JavaScript and plotly.js, and there is none here"

[<Fact>]
let ``a page with plotly.js draws with it`` () =
    let html = ChartHtml.ofChart (chart ())
    let dom = dump $"<script src=\"{ours}\"></script>" [ html ]
    Assert.Equal(1, drawn dom)
    Assert.DoesNotContain(sentence, dom)

[<Fact>]
let ``charts of a page without plotly.js load it once, and the same chart may be there twice`` () =
    use network = network ()
    let twice = chart () |> ChartHtml.ofChart |> from network.Address

    let other = (Draw.histogram [ "MAML", [ 1.; 2. ] ]).ToHtml() |> from network.Address

    let dom = dump "" [ twice; other; twice; network.Hold ]
    Assert.Equal(3, drawn dom)
    Assert.Equal(1, network.Requests)

[<Fact>]
let ``a page with require.js draws too, and require.js is left alone`` () =
    // As strict as require.js: what calls define without having been loaded by it is an error.
    let require =
        """<script>
        window.define = function () { document.title = "refused"; throw new Error("Mismatched anonymous define()"); };
        window.define.amd = {};
        window.require = function () { document.title = "asked"; };
        </script>"""

    use network = network ()

    let dom =
        dump require [ chart () |> ChartHtml.ofChart |> from network.Address; network.Hold ]

    Assert.Equal(1, drawn dom)
    Assert.DoesNotContain("<title>", dom)

[<Fact>]
let ``the kernel's copy comes before the network's`` () =
    use kernel = network ()
    use network = network ()

    let dom =
        dump (near kernel.Address) [ chart () |> ChartHtml.ofChart |> from network.Address; network.Hold ]

    Assert.Equal(1, drawn dom)
    Assert.Equal((1, 0), (kernel.Requests, network.Requests))

[<Fact>]
let ``where the kernel's copy is not, the network's is`` () =
    use network = network ()

    let dom =
        dump (near nowhere) [ chart () |> ChartHtml.ofChart |> from network.Address; network.Hold ]

    Assert.Equal(1, drawn dom)
    Assert.Equal(1, network.Requests)

[<Fact>]
let ``what is not plotly.js itself is not run`` () =
    use network =
        new Tools.ScriptServer("document.title = 'run'; window.Plotly = { newPlot: function () { } };"B)

    let dom =
        dump "" [ chart () |> ChartHtml.ofChart |> from network.Address; network.Hold ]

    Assert.Equal(1, network.Requests)
    Assert.DoesNotContain("<title>", dom)
    Assert.Contains("Seen &amp; heard: drawing this chart " + sentence, dom)

[<Fact>]
let ``without plotly.js a sentence stands in for the chart`` () =
    use network = network ()
    let html = chart () |> ChartHtml.ofChart |> from nowhere
    let dom = dump "" [ html; network.Hold ]
    Assert.Equal(0, drawn dom)
    Assert.Contains("Seen &amp; heard: drawing this chart " + sentence, dom)
