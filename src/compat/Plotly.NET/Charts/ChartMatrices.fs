namespace Plotly.NET

open System
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects

/// Heat maps, contours and images.
[<AutoOpen>]
module ChartMatrices =

    /// Heat maps, contours and images.
    type Chart =

        /// A matrix as colours.
        static member Heatmap
            (
                zData: seq<#seq<#IConvertible>>,
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?XGap: int,
                ?YGap: int,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?ZSmooth: StyleParam.SmoothAlg,
                ?Transpose: bool,
                ?ReverseYAxis: bool,
                ?UseDefaults: bool
            ) =
            let chart =
                Trace2D.initHeatmap (
                    Trace2DStyle.Heatmap(
                        Z = zData,
                        ?X = X,
                        ?MultiX = MultiX,
                        ?Y = Y,
                        ?MultiY = MultiY,
                        ?Name = Name,
                        ?ShowLegend = ShowLegend,
                        ?Opacity = Opacity,
                        ?XGap = XGap,
                        ?YGap = YGap,
                        ?Text = Text,
                        ?MultiText = MultiText,
                        ?ColorBar = ColorBar,
                        ?ColorScale = ColorScale,
                        ?ShowScale = ShowScale,
                        ?ReverseScale = ReverseScale,
                        ?ZSmooth = ZSmooth,
                        ?Transpose = Transpose
                    )
                )
                |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

            if defaultArg ReverseYAxis false then
                chart |> Chart.withYAxis (LinearAxis.init (AutoRange = StyleParam.AutoRange.Reversed))
            else
                chart

        /// A matrix as colours, with names for columns and rows.
        static member Heatmap
            (
                zData: seq<#seq<#IConvertible>>,
                colNames: seq<string>,
                rowNames: seq<string>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?XGap: int,
                ?YGap: int,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?ZSmooth: StyleParam.SmoothAlg,
                ?Transpose: bool,
                ?ReverseYAxis: bool,
                ?UseDefaults: bool
            ) =
            Chart.Heatmap(
                zData = zData,
                X = colNames,
                Y = rowNames,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?XGap = XGap,
                ?YGap = YGap,
                ?Text = Text,
                ?MultiText = MultiText,
                ?ColorBar = ColorBar,
                ?ColorScale = ColorScale,
                ?ShowScale = ShowScale,
                ?ReverseScale = ReverseScale,
                ?ZSmooth = ZSmooth,
                ?Transpose = Transpose,
                ?ReverseYAxis = ReverseYAxis,
                ?UseDefaults = UseDefaults
            )

        /// A matrix as colours with a text in each cell.
        static member AnnotatedHeatmap
            (
                zData: seq<#seq<#IConvertible>>,
                annotationText: seq<#seq<string>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?XGap: int,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?YGap: int,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?ZSmooth: StyleParam.SmoothAlg,
                ?Transpose: bool,
                ?ReverseYAxis: bool,
                ?UseDefaults: bool
            ) =
            let rows, textRows = Seq.length zData, Seq.length annotationText

            if rows <> textRows then
                invalidArg
                    (nameof annotationText)
                    $"There are {rows} rows of values but {textRows} rows of texts."

            let annotations =
                [
                    for y, row in Seq.indexed annotationText do
                        for x, text in Seq.indexed row do
                            Annotation.init (X = x, Y = y, Text = text, ShowArrow = false)
                ]

            Chart.Heatmap(
                zData = zData,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?X = X,
                ?MultiX = MultiX,
                ?XGap = XGap,
                ?Y = Y,
                ?MultiY = MultiY,
                ?YGap = YGap,
                ?Text = Text,
                ?MultiText = MultiText,
                ?ColorBar = ColorBar,
                ?ColorScale = ColorScale,
                ?ShowScale = ShowScale,
                ?ReverseScale = ReverseScale,
                ?ZSmooth = ZSmooth,
                ?Transpose = Transpose,
                ?ReverseYAxis = ReverseYAxis,
                ?UseDefaults = UseDefaults
            )
            |> Chart.withAnnotations annotations

        /// A matrix of values and texts: colours with a text in each cell.
        static member AnnotatedHeatmap
            (
                dataAnnotations: seq<#seq<#IConvertible * string>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?XGap: int,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?YGap: int,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?ZSmooth: StyleParam.SmoothAlg,
                ?Transpose: bool,
                ?ReverseYAxis: bool,
                ?UseDefaults: bool
            ) =
            Chart.AnnotatedHeatmap(
                zData = Seq.map (Seq.map fst) dataAnnotations,
                annotationText = Seq.map (Seq.map snd) dataAnnotations,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?X = X,
                ?MultiX = MultiX,
                ?XGap = XGap,
                ?Y = Y,
                ?MultiY = MultiY,
                ?YGap = YGap,
                ?Text = Text,
                ?MultiText = MultiText,
                ?ColorBar = ColorBar,
                ?ColorScale = ColorScale,
                ?ShowScale = ShowScale,
                ?ReverseScale = ReverseScale,
                ?ZSmooth = ZSmooth,
                ?Transpose = Transpose,
                ?ReverseYAxis = ReverseYAxis,
                ?UseDefaults = UseDefaults
            )

        /// A matrix as lines of equal value; the lines themselves only show if ShowContourLines is true.
        static member Contour
            (
                zData: seq<#seq<#IConvertible>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?X: seq<#IConvertible>,
                ?Y: seq<#IConvertible>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?Transpose: bool,
                ?ContourLinesColor: Color,
                ?ContourLinesDash: StyleParam.DrawingStyle,
                ?ContourLinesSmoothing: float,
                ?ContourLinesWidth: float,
                ?ContourLines: Line,
                ?ShowContourLines: bool,
                ?ContoursColoring: StyleParam.ContourColoring,
                ?ShowContoursLabels: bool,
                ?ContoursLabelFont: Font,
                ?ContoursStart: float,
                ?ContoursEnd: float,
                ?Contours: Contours,
                ?NContours: int,
                ?UseDefaults: bool
            ) =
            let width =
                if defaultArg ShowContourLines false then
                    defaultArg ContourLinesWidth 0.
                else
                    0.

            let contours =
                Contours
                |> Option.defaultWith TraceObjects.Contours
                |> TraceObjects.Contours.style (
                    ?Coloring = ContoursColoring,
                    ?Start = ContoursStart,
                    ?End = ContoursEnd,
                    ?ShowLabels = ShowContoursLabels,
                    ?LabelFont = ContoursLabelFont
                )

            let line =
                ContourLines
                |> Option.defaultWith Line
                |> Line.style (
                    Width = width,
                    ?Color = ContourLinesColor,
                    ?Dash = ContourLinesDash,
                    ?Smoothing = ContourLinesSmoothing
                )

            Trace2D.initContour (
                Trace2DStyle.Contour(
                    Z = zData,
                    Contours = contours,
                    Line = line,
                    ?Name = Name,
                    ?ShowLegend = ShowLegend,
                    ?Opacity = Opacity,
                    ?X = X,
                    ?Y = Y,
                    ?Text = Text,
                    ?MultiText = MultiText,
                    ?ColorBar = ColorBar,
                    ?ColorScale = ColorScale,
                    ?ShowScale = ShowScale,
                    ?ReverseScale = ReverseScale,
                    ?Transpose = Transpose,
                    ?NContours = NContours
                )
            )
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

        /// Pixels: rows of red, green and blue, or the address of an image.
        static member Image
            (
                ?Z: seq<#seq<#seq<int>>>,
                ?Source: string,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?ZSmooth: StyleParam.SmoothAlg,
                ?UseDefaults: bool
            ) =
            Trace2D.initImage id
            |> Dyn.style
                [
                    "z", Dyn.opt Z
                    "source", Dyn.opt Source
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "opacity", Dyn.opt Opacity
                    "zsmooth", Dyn.opt ZSmooth
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)
