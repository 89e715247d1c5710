namespace MetaNotebooks

open System
open System.Net
open System.Reflection
open System.Security.Cryptography
open System.Text
open System.Text.Json
open Plotly.NET

/// Charts as HTML that draws itself: in a notebook's output, in an exported page, in any page.
module ChartHtml =

    // What the build has put here of package.json and of the file that it names.
    let private built name =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        |> Seq.pick (fun given -> if given.Key = name then Some given.Value else None)

    /// Where plotly.js comes from when the page has none: the npm package's own file, byte for byte.
    let plotlyAddress =
        let version = built "PlotlyVersion"
        $"https://cdn.jsdelivr.net/npm/plotly.js-dist-min@{version}/plotly.min.js"

    /// What a browser runs that file by, and no other: its hash, as in an integrity attribute.
    let plotlyIntegrity = built "PlotlyIntegrity"

    // One load for all charts of a page: first from where the kernel says that its copy is, then from the
    // network. Run with no "define", because plotly.js would register itself with a page's require.js, which
    // refuses scripts that it did not load. Elements are found by an attribute and not by an id, so that the
    // same chart may stand in a page twice, and are looked for again for a while, because some notebooks run
    // a script before they show its output. The figure stands in the element as JSON, where other programs
    // can read it.
    let private script =
        """(function (key) {
  function load(address, integrity) {
    return fetch(address, { integrity: integrity }).then(function (answer) {
      if (!answer.ok) throw new Error(address);
      return answer.text();
    }).then(function (text) {
      new Function("define", "exports", "module", text).call(window);
      return window.Plotly;
    });
  }
  function loadAny() {
    var network = function () { return load("[ADDRESS]", "[INTEGRITY]"); };
    var near = window.metaNotebooksPlotlyAddress;
    return near ? load(near, "").catch(network) : network();
  }
  var plotly = window.Plotly
    ? Promise.resolve(window.Plotly)
    : window.metaNotebooksPlotly || (window.metaNotebooksPlotly = loadAny());
  function draw(Plotly, tries) {
    var places = document.querySelectorAll('[data-chart="' + key + '"]:not([data-drawn])');
    if (!places.length && tries > 0) { setTimeout(function () { draw(Plotly, tries - 1); }, 100); }
    places.forEach(function (place) {
      var figure = JSON.parse(place.querySelector("script[data-figure]").textContent);
      place.setAttribute("data-drawn", "");
      place.textContent = "";
      Plotly.newPlot(place, figure.data, figure.layout, figure.config);
    });
  }
  plotly.then(function (Plotly) { draw(Plotly, 50); }, function () {});
})"""

    let private hash (text: string) =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes text)).Substring(0, 16)

    let private titleOf (json: string) =
        use document = JsonDocument.Parse json

        let find (name: string) (element: JsonElement) =
            match element.ValueKind, element.TryGetProperty name with
            | JsonValueKind.Object, (true, found) -> Some found
            | _ -> None

        document.RootElement
        |> find "layout"
        |> Option.bind (find "title")
        |> Option.bind (find "text")
        |> Option.bind (fun text -> Option.ofObj (text.GetString()))
        |> Option.map (fun text -> text.Replace("<br>", " "))
        |> Option.defaultValue "chart"

    /// The title of a chart, in one line.
    let title (chart: GenericChart) : string = titleOf (GenericChart.toJson chart)

    /// The HTML of a chart. The same chart gives the same text. It draws with the page's own plotly.js; a
    /// page that has none loads it once for all charts. Where nothing can be drawn, a sentence says so. The
    /// figure itself is the JSON of its script element with the attribute data-figure.
    let ofChart (chart: GenericChart) : string =
        // In a script, "<" could end it. UTF-8 has no halves of surrogate pairs; U+FFFD stands for them.
        let json =
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(GenericChart.toJson chart)).Replace("<", "\\u003c")

        let key = hash json

        let height =
            GenericChart.tryGetLayoutSize chart |> snd |> Option.defaultValue Theme.height

        let title = WebUtility.HtmlEncode(titleOf json)

        let script =
            script.Replace("[ADDRESS]", plotlyAddress).Replace("[INTEGRITY]", plotlyIntegrity)

        String.concat
            "\n"
            [
                $"<div data-chart=\"{key}\" style=\"width:100%%;min-height:{height}px\">"
                $"<p>{title}: drawing this chart needs JavaScript and plotly.js, and there is none here.</p>"
                $"<script type=\"application/json\" data-figure>{json}</script>"
                "</div>"
                $"<script>{script}(\"{key}\");</script>"
            ]
