namespace Plotly.NET

open System
open System.Diagnostics
open System.IO
open Plotly.NET.LayoutObjects

/// Showing, saving and combining charts.
type Chart =

    /// Saves the chart as a page of its own; .html is added to the path if it is missing.
    [<CompiledName("SaveHtml")>]
    static member saveHtml(path: string, ?OpenInBrowser: bool) =
        fun (ch: GenericChart) ->
            let file = if path.EndsWith ".html" then path else $"{path}.html"
            File.WriteAllText(file, GenericChart.toEmbeddedHTML ch)

            if defaultArg OpenInBrowser false then
                Process.Start(ProcessStartInfo(file, UseShellExecute = true)) |> ignore

    /// Shows the chart in the browser.
    [<CompiledName("Show")>]
    static member show(ch: GenericChart) =
        let path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html")
        ch |> Chart.saveHtml (path, true)

    /// One chart of all traces; merges the layouts into that of the first, which is changed.
    [<CompiledName("Combine")>]
    static member combine(gCharts: seq<GenericChart>) = GenericChart.combine gCharts

    /// Replaces the configuration.
    [<CompiledName("SetConfig")>]
    static member setConfig(config: Config) =
        fun (ch: GenericChart) -> GenericChart.setConfig config ch

    /// Merges the configuration.
    [<CompiledName("WithConfig")>]
    static member withConfig(config: Config) =
        fun (ch: GenericChart) -> GenericChart.addConfig config ch

    /// Merges these properties into the configuration.
    [<CompiledName("WithConfigStyle")>]
    static member withConfigStyle
        (
            ?StaticPlot: bool,
            ?TypesetMath: bool,
            ?Editable: bool,
            ?Autosizable: bool,
            ?Responsive: bool,
            ?DisplayModeBar: bool,
            ?Displaylogo: bool,
            ?Locale: string
        ) =
        Chart.withConfig (
            Config.init (
                ?StaticPlot = StaticPlot,
                ?TypesetMath = TypesetMath,
                ?Editable = Editable,
                ?Autosizable = Autosizable,
                ?Responsive = Responsive,
                ?DisplayModeBar = DisplayModeBar,
                ?Displaylogo = Displaylogo,
                ?Locale = Locale
            )
        )

    /// Replaces the options of the chart's page.
    [<CompiledName("SetDisplayOptions")>]
    static member setDisplayOptions(displayOpts: DisplayOptions) =
        fun (ch: GenericChart) -> GenericChart.setDisplayOptions displayOpts ch

    /// Merges the options of the chart's page.
    [<CompiledName("WithDisplayOptions")>]
    static member withDisplayOptions(displayOpts: DisplayOptions) =
        fun (ch: GenericChart) -> GenericChart.addDisplayOptions displayOpts ch

    /// An empty chart without axes, for an empty cell of a grid.
    static member Invisible() =
        let hidden () =
            LinearAxis.init (ShowGrid = false, ShowLine = false, ShowTickLabels = false, ZeroLine = false)

        let trace = Trace2D.initScatter id
        trace.Remove "type" |> ignore

        GenericChart.ofTraceObject false trace
        |> GenericChart.mapLayout (
            Layout.setLinearAxis (StyleParam.SubPlotId.XAxis 1, hidden ())
            >> Layout.setLinearAxis (StyleParam.SubPlotId.YAxis 1, hidden ())
        )
