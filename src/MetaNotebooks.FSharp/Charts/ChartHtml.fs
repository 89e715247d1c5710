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

    // The version that package.json names, which the build has put here.
    let private plotlyVersion =
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        |> Seq.pick (fun given ->
            if given.Key = "PlotlyVersion" then
                Some given.Value
            else
                None)

    /// Where plotly.js comes from when the page has none.
    let plotlyAddress = $"https://cdn.plot.ly/plotly-{plotlyVersion}.min.js"

    // One load for all charts of a page. A page with require.js must load through it, because plotly.js then
    // registers itself there and sets no window.Plotly. Elements are found by an attribute and not by an id,
    // so that the same chart may stand in a page twice, and are looked for again for a while, because some
    // notebooks run a script before they show its output. The figure stands in the element as JSON, where
    // other programs can read it.
    let private script =
        """(function (key) {
  var load = window.Plotly ? Promise.resolve(window.Plotly) : window.metaNotebooksPlotly;
  if (!load) {
    load = window.metaNotebooksPlotly = new Promise(function (resolve, reject) {
      var address = "[ADDRESS]";
      if (typeof window.define === "function" && window.define.amd && typeof window.require === "function") {
        window.require([address], resolve, reject);
        return;
      }
      var tag = document.createElement("script");
      tag.src = address;
      tag.onload = function () { resolve(window.Plotly); };
      tag.onerror = reject;
      document.head.appendChild(tag);
    });
  }
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
  load.then(function (Plotly) { draw(Plotly, 50); }, function () {});
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
        let script = script.Replace("[ADDRESS]", plotlyAddress)

        String.concat
            "\n"
            [
                $"<div data-chart=\"{key}\" style=\"width:100%%;min-height:{height}px\">"
                $"<p>{title}: drawing this chart needs JavaScript and plotly.js, and there is none here.</p>"
                $"<script type=\"application/json\" data-figure>{json}</script>"
                "</div>"
                $"<script>{script}(\"{key}\");</script>"
            ]
