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

    /// All series, bands first so that no band covers a line.
    let bandsAndLines markers logY (series: Curve list) =
        let looks = series |> List.map _.Name |> Theme.looks

        let positive =
            series |> Seq.collect _.Y |> Seq.filter (fun y -> y > 0. && Double.IsFinite y) |> Seq.toList

        // A logarithmic axis has no place for a bound at or below zero.
        let floor =
            if logY && not positive.IsEmpty then
                0.1 * List.min positive
            else
                -infinity

        [
            yield! List.map2 (band floor) looks series |> List.concat
            yield! List.map2 (fun look series -> line look markers series) looks series
        ]

    /// A logarithmic axis with its powers of ten written out.
    let logAxis () =
        LinearAxis.init (AxisType = StyleParam.AxisType.Log, ExponentFormat = StyleParam.ExponentFormat.Power)
