namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects

/// The traces that the charts are made of.
module internal Lines =

    /// An error that says which argument is empty.
    let notEmpty (name: string) (values: 'T list) =
        if values.IsEmpty then
            raise (ArgumentException($"'{name}' is empty; a chart needs at least one.", name))

        values

    /// The hover text of one trace: x in the label, then the text of the point.
    let private hover = "%{text}<extra>%{fullData.name}</extra>"

    /// The line of a series, with or without markers.
    let line (look: Look) markers (series: Curve) =
        Chart.Line(
            x = series.X,
            y = series.Y,
            Name = series.Name,
            ShowMarkers = markers,
            MultiText = Curve.hover series,
            LineColor = Theme.color look.Hex,
            LineWidth = 2.5,
            LineDash = look.Dash,
            Marker = Marker.init (Color = Theme.color look.Hex, Symbol = look.Symbol, Size = 7),
            UseDefaults = false
        )
        |> GenericChart.mapTrace (Trace2DStyle.Scatter(LegendGroup = series.Name, HoverTemplate = hover))

    /// The band of a series, between its margins or its bounds; nothing if it has neither.
    let band (floor: float) (look: Look) (series: Curve) =
        let bound y fill =
            Chart.Line(
                x = series.X,
                y = Array.map (max floor) y,
                Name = series.Name,
                ShowLegend = false,
                LineWidth = 0.,
                LineColor = Theme.faded 0. look.Hex,
                Fill = fill,
                FillColor = Theme.faded 0.18 look.Hex,
                UseDefaults = false
            )
            |> GenericChart.mapTrace (
                Trace2DStyle.Scatter(LegendGroup = series.Name, HoverInfo = StyleParam.HoverInfo.Skip)
            )

        match Array.unzip (Curve.band series) with
        | [||], _ -> []
        | low, high -> [ bound low StyleParam.Fill.None; bound high StyleParam.Fill.ToNext_y ]

    /// Points without a line.
    let points (name: string) (hex: string) symbol size (text: string list) (x: float[]) (y: float[]) =
        Chart.Point(
            x = x,
            y = y,
            Name = name,
            MultiText = text,
            Marker =
                Marker.init (
                    Color = Theme.color hex,
                    Symbol = symbol,
                    Size = size,
                    Outline = Line.init (Color = Theme.color "#FFFFFF", Width = 1.)
                ),
            UseDefaults = false
        )
        |> GenericChart.mapTrace (Trace2DStyle.Scatter(LegendGroup = name, HoverTemplate = hover))

    // A logarithmic axis has no place for a bound at or below zero.
    let private lowest (series: Curve list) =
        let positive =
            series |> Seq.collect _.Y |> Seq.filter (fun y -> y > 0. && Double.IsFinite y) |> Seq.toList

        if positive.IsEmpty then
            -infinity
        else
            0.1 * List.min positive

    /// All series, bands first so that no band covers a line.
    let bandsAndLines markers logY (series: Curve list) =
        let looks = series |> List.map _.Name |> Theme.looks
        let floor = if logY then lowest series else -infinity

        [
            yield! List.map2 (band floor) looks series |> List.concat
            yield! List.map2 (fun look series -> line look markers series) looks series
        ]

    /// A logarithmic axis on which these values are drawn, with its powers of ten written out. Where it has one to three of
    /// them, 2 and 5 between are written out, too: by itself plotly.js sets small digits there, which run into each other.
    let logAxis (values: seq<float>) =
        let drawn =
            values |> Seq.filter (fun value -> value > 0. && Double.IsFinite value) |> Seq.toList

        let decades =
            if drawn.IsEmpty then
                0.
            else
                log10 (List.max drawn / List.min drawn)

        if 0.8 < decades && decades < 3. then
            LinearAxis.init (AxisType = StyleParam.AxisType.Log, DTick = "D2", TickFormat = "~g")
        else
            LinearAxis.init (
                AxisType = StyleParam.AxisType.Log,
                ExponentFormat = StyleParam.ExponentFormat.Power
            )

    /// The logarithmic axis of the series' x.
    let logX (series: Curve list) = series |> Seq.collect _.X |> logAxis

    /// The logarithmic axis of the series' y, and of their bands.
    let logY (series: Curve list) =
        let floor = lowest series

        logAxis (
            seq {
                for one in series do
                    yield! one.Y

                    for low, high in Curve.band one do
                        max floor low
                        high
            }
        )
