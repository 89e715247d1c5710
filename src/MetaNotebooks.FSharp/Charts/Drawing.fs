namespace MetaNotebooks

open System.Text.Json.Serialization
open Plotly.NET

/// A chart that shows itself, whichever program runs the cell: as HTML where that is shown, by its title elsewhere.
///
/// What `Draw` makes, and `chart |> Drawing` of a chart of one's own.
[<JsonConverter(typeof<AsText>)>]
type Drawing(chart: GenericChart) =

    /// The chart, to be added to: `drawing.Chart |> Chart.withSize (600, 300) |> Drawing`.
    member _.Chart = chart

    /// HTML that draws the chart, in any page.
    member _.ToHtml() = ChartHtml.ofChart chart

    override _.ToString() = $"Chart: {ChartHtml.title chart}"

    /// A drawing stands where a chart is asked for.
    static member op_Implicit(drawing: Drawing) : GenericChart = drawing.Chart
