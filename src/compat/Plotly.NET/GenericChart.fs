namespace Plotly.NET

open System
open System.Net
open DynamicObj

/// A chart: one trace or several, a layout, a configuration and the options of its page.
type GenericChart =
    | Chart of data: Trace * layout: Layout * config: Config * displayOpts: DisplayOptions
    | MultiChart of data: Trace list * layout: Layout * config: Config * displayOpts: DisplayOptions

    static member private parts chart =
        match chart with
        | Chart(trace, layout, config, display) -> [ trace ], layout, config, display
        | MultiChart(traces, layout, config, display) -> traces, layout, config, display

    static member private ofParts(traces, layout, config, display) =
        match traces with
        | [ trace ] -> Chart(trace, layout, config, display)
        | traces -> MultiChart(traces, layout, config, display)

    /// All traces.
    static member getTraces(gChart: GenericChart) : Trace list =
        let traces, _, _, _ = GenericChart.parts gChart
        traces

    /// The layout.
    static member getLayout(gChart: GenericChart) : Layout =
        let _, layout, _, _ = GenericChart.parts gChart
        layout

    /// The configuration.
    static member getConfig(gChart: GenericChart) : Config =
        let _, _, config, _ = GenericChart.parts gChart
        config

    /// The options of the chart's page.
    static member getDisplayOptions(gChart: GenericChart) : DisplayOptions =
        let _, _, _, display = GenericChart.parts gChart
        display

    /// A chart with the result of the function as its layout.
    static member mapLayout (f: Layout -> #Layout) (gChart: GenericChart) =
        match gChart with
        | Chart(trace, layout, config, display) -> Chart(trace, f layout, config, display)
        | MultiChart(traces, layout, config, display) -> MultiChart(traces, f layout, config, display)

    /// A chart with the result of the function as its configuration.
    static member mapConfig (f: Config -> #Config) (gChart: GenericChart) =
        match gChart with
        | Chart(trace, layout, config, display) -> Chart(trace, layout, f config, display)
        | MultiChart(traces, layout, config, display) -> MultiChart(traces, layout, f config, display)

    /// A chart with the result of the function as the options of its page.
    static member mapDisplayOptions (f: DisplayOptions -> #DisplayOptions) (gChart: GenericChart) =
        match gChart with
        | Chart(trace, layout, config, display) -> Chart(trace, layout, config, f display)
        | MultiChart(traces, layout, config, display) -> MultiChart(traces, layout, config, f display)

    /// A chart with the results of the function as its traces; the function also gets the index.
    static member mapiTrace (f: int -> Trace -> Trace) (gChart: GenericChart) =
        match gChart with
        | Chart(trace, layout, config, display) -> Chart(f 0 trace, layout, config, display)
        | MultiChart(traces, layout, config, display) ->
            MultiChart(List.mapi f traces, layout, config, display)

    /// A chart with the results of the function as its traces.
    static member mapTrace (f: Trace -> Trace) (gChart: GenericChart) =
        GenericChart.mapiTrace (fun _ trace -> f trace) gChart

    /// A chart with this layout.
    static member setLayout (layout: Layout) (gChart: GenericChart) =
        GenericChart.mapLayout (fun _ -> layout) gChart

    /// Merges the layout into the chart's own, which is changed.
    static member addLayout (layout: Layout) (gChart: GenericChart) =
        GenericChart.mapLayout (fun present -> Layout.combine present layout) gChart

    /// A chart with this configuration.
    static member setConfig (config: Config) (gChart: GenericChart) =
        GenericChart.mapConfig (fun _ -> config) gChart

    /// Merges the configuration into the chart's own, which is changed.
    static member addConfig (config: Config) (gChart: GenericChart) =
        GenericChart.mapConfig (fun present -> Config.combine present config) gChart

    /// A chart with these options of its page.
    static member setDisplayOptions (displayOpts: DisplayOptions) (gChart: GenericChart) =
        GenericChart.mapDisplayOptions (fun _ -> displayOpts) gChart

    /// Merges the options into the chart's own, which are changed.
    static member addDisplayOptions (displayOpts: DisplayOptions) (gChart: GenericChart) =
        GenericChart.mapDisplayOptions (fun present -> DisplayOptions.combine present displayOpts) gChart

    /// Width and height, where they are set.
    static member tryGetLayoutSize(gChart: GenericChart) : int option * int option =
        let layout = GenericChart.getLayout gChart
        layout.TryGetTypedValue<int> "width", layout.TryGetTypedValue<int> "height"

    /// How many traces there are.
    static member countTrace(gChart: GenericChart) : int = (GenericChart.getTraces gChart).Length

    /// Whether some trace satisfies the predicate.
    static member existsTrace (predicate: Trace -> bool) (gChart: GenericChart) : bool =
        GenericChart.getTraces gChart |> List.exists predicate

    /// One chart of all traces. Layouts, configurations and options are merged into those of the first
    /// chart, which is changed; what comes later wins.
    static member combine(gCharts: seq<GenericChart>) : GenericChart =
        let join first second =
            let traces1, layout1, config1, display1 = GenericChart.parts first
            let traces2, layout2, config2, display2 = GenericChart.parts second

            MultiChart(
                traces1 @ traces2,
                Layout.combine layout1 layout2,
                Config.combine config1 config2,
                DisplayOptions.combine display1 display2
            )

        Seq.reduce join gCharts

    /// A chart of these traces, with or without the defaults.
    static member ofTraceObjects (useDefaults: bool) (traces: #seq<Trace>) : GenericChart =
        let traces = List.ofSeq traces

        if useDefaults then
            let copy (source: DynamicObj) (target: 'T :> DynamicObj) =
                source.CopyDynamicPropertiesTo target
                target

            let layout =
                Layout.init (
                    Width = Defaults.DefaultWidth,
                    Height = Defaults.DefaultHeight,
                    Template = copy Defaults.DefaultTemplate (Template())
                )

            GenericChart.ofParts (
                traces,
                layout,
                copy Defaults.DefaultConfig (Config()),
                copy Defaults.DefaultDisplayOptions (DisplayOptions())
            )
        else
            GenericChart.ofParts (traces, Layout(), Config(), DisplayOptions.initCDNOnly ())

    /// A chart of this trace, with or without the defaults.
    static member ofTraceObject (useDefaults: bool) (trace: Trace) : GenericChart =
        GenericChart.ofTraceObjects useDefaults [ trace ]

    static member private json(properties: (string * obj) list) =
        let figure = DynamicObj()

        for name, value in properties do
            figure.SetValue(name, value)

        Json.serialize figure

    /// JSON with data, layout and an empty list of frames.
    static member toFigureJson(gChart: GenericChart) : string =
        let traces, layout, _, _ = GenericChart.parts gChart
        GenericChart.json [ "data", traces; "layout", layout; "frames", Array.empty<obj> ]

    /// JSON with data, layout and configuration.
    static member toJson(gChart: GenericChart) : string =
        let traces, layout, config, _ = GenericChart.parts gChart
        GenericChart.json [ "data", traces; "layout", layout; "config", config ]

    /// The chart as a piece of a page that already has plotly.js.
    static member toChartHTML(gChart: GenericChart) : string =
        let id = Guid.NewGuid().ToString()
        let traces, layout, config, _ = GenericChart.parts gChart

        let arguments =
            [ box traces; layout; config ] |> List.map Json.serialize |> String.concat ", "

        $"""<div><div id="{id}"></div><script>Plotly.newPlot("{id}", {arguments});</script></div>"""

    /// The chart as a page of its own.
    static member toEmbeddedHTML(gChart: GenericChart) : string =
        let display = GenericChart.getDisplayOptions gChart

        let script =
            match DisplayOptions.getPlotlyReference display with
            | CDN address -> $"""<script src="{address}" charset="utf-8"></script>"""
            | NoReference -> ""

        let title = WebUtility.HtmlEncode(DisplayOptions.getDocumentTitle display)
        let head = $"""<meta charset="utf-8"><title>{title}</title>{script}"""
        $"<!DOCTYPE html>\n<html><head>{head}</head><body>{GenericChart.toChartHTML gChart}</body></html>"
