namespace Plotly.NET

open System
open Plotly.NET.TraceObjects

/// Lines in bands.
[<AutoOpen>]
module ChartRange =

    /// Lines in bands.
    type Chart =

        /// A line in a band: a lower and an upper bound with the area between them filled.
        static member Range
            (
                x: seq<#IConvertible>,
                y: seq<#IConvertible>,
                upper: seq<#IConvertible>,
                lower: seq<#IConvertible>,
                mode: StyleParam.Mode,
                ?Name: string,
                ?GroupName: string,
                ?ShowMarkers: bool,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?MarkerColor: Color,
                ?MarkerSymbol: StyleParam.MarkerSymbol,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?UpperLine: Line,
                ?LowerLine: Line,
                ?RangeColor: Color,
                ?LowerName: string,
                ?UpperName: string,
                ?UseDefaults: bool
            ) =
            let group = defaultArg GroupName "Range"

            let color =
                RangeColor |> Option.defaultWith (fun () -> Color.fromString "rgba(0,0,0,0.5)")

            let mode =
                match mode, defaultArg ShowMarkers false with
                | StyleParam.Mode.Lines, true -> StyleParam.Mode.Lines_Markers
                | StyleParam.Mode.Lines_Text, true -> StyleParam.Mode.Lines_Markers_Text
                | mode, _ -> mode

            let bound name line =
                Trace2DStyle.Scatter(
                    Name = name,
                    ShowLegend = defaultArg ShowLegend true,
                    LegendGroup = group,
                    Mode = mode,
                    Marker = TraceObjects.Marker.init (Color = color),
                    ?Line = line,
                    ?FillColor = RangeColor
                )

            let lower =
                Trace2D.initScatter (bound (defaultArg LowerName "lower") LowerLine)
                |> Trace2DStyle.Scatter(X = x, Y = lower)

            let upper =
                Trace2D.initScatter (bound (defaultArg UpperName "upper") UpperLine)
                |> Trace2DStyle.Scatter(X = x, Y = upper, Fill = StyleParam.Fill.ToNext_y)

            let middle =
                Chart.Scatter(
                    x = x,
                    y = y,
                    mode = mode,
                    ?Name = Name,
                    ?ShowLegend = ShowLegend,
                    ?Text = Text,
                    ?MultiText = MultiText,
                    ?MarkerColor = MarkerColor,
                    ?MarkerSymbol = MarkerSymbol,
                    ?Marker = Marker,
                    ?LineColor = LineColor,
                    ?LineWidth = LineWidth,
                    ?LineDash = LineDash,
                    ?Line = Line
                )
                |> GenericChart.mapTrace (
                    Trace2DStyle.Scatter(LegendGroup = group, LegendGroupTitle = Title.init (Text = group))
                )

            [ lower :> Trace; upper; yield! GenericChart.getTraces middle ]
            |> GenericChart.ofTraceObjects (defaultArg UseDefaults true)

        /// A line in a band: a lower and an upper bound with the area between them filled.
        static member Range
            (
                xy: seq<#IConvertible * #IConvertible>,
                upper: seq<#IConvertible>,
                lower: seq<#IConvertible>,
                mode: StyleParam.Mode,
                ?Name: string,
                ?GroupName: string,
                ?ShowMarkers: bool,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?MarkerColor: Color,
                ?MarkerSymbol: StyleParam.MarkerSymbol,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?UpperLine: Line,
                ?LowerLine: Line,
                ?RangeColor: Color,
                ?LowerName: string,
                ?UpperName: string,
                ?UseDefaults: bool
            ) =
            let x, y = Seq.unzip xy

            Chart.Range(
                x = x,
                y = y,
                upper = upper,
                lower = lower,
                mode = mode,
                ?Name = Name,
                ?GroupName = GroupName,
                ?ShowMarkers = ShowMarkers,
                ?ShowLegend = ShowLegend,
                ?Text = Text,
                ?MultiText = MultiText,
                ?MarkerColor = MarkerColor,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?LineColor = LineColor,
                ?LineWidth = LineWidth,
                ?LineDash = LineDash,
                ?Line = Line,
                ?UpperLine = UpperLine,
                ?LowerLine = LowerLine,
                ?RangeColor = RangeColor,
                ?LowerName = LowerName,
                ?UpperName = UpperName,
                ?UseDefaults = UseDefaults
            )
