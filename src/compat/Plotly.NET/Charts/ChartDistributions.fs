namespace Plotly.NET

open System
open Plotly.NET.TraceObjects

/// Histograms, boxes and violins.
[<AutoOpen>]
module ChartDistributions =

    /// Histograms, boxes and violins.
    type Chart =

        /// Counts of values in bins.
        static member Histogram
            (
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?Orientation: StyleParam.Orientation,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?HistFunc: StyleParam.HistFunc,
                ?HistNorm: StyleParam.HistNorm,
                ?NBinsX: int,
                ?NBinsY: int,
                ?BinGroup: string,
                ?XBins: Bins,
                ?YBins: Bins,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?UseDefaults: bool
            ) =
            let marker =
                Marker
                |> Option.defaultWith TraceObjects.Marker
                |> TraceObjects.Marker.style (?Color = MarkerColor)

            Trace2D.initHistogram (
                Trace2DStyle.Histogram(
                    Marker = marker,
                    ?X = X,
                    ?MultiX = MultiX,
                    ?Y = Y,
                    ?MultiY = MultiY,
                    ?Orientation = Orientation,
                    ?Name = Name,
                    ?ShowLegend = ShowLegend,
                    ?Opacity = Opacity,
                    ?Text = Text,
                    ?MultiText = MultiText,
                    ?HistFunc = HistFunc,
                    ?HistNorm = HistNorm,
                    ?NBinsX = NBinsX,
                    ?NBinsY = NBinsY,
                    ?BinGroup = BinGroup,
                    ?XBins = XBins,
                    ?YBins = YBins
                )
            )
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

        /// Counts of values in bins; vertical bars count along x.
        static member Histogram
            (
                data: seq<#IConvertible>,
                orientation: StyleParam.Orientation,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?HistFunc: StyleParam.HistFunc,
                ?HistNorm: StyleParam.HistNorm,
                ?NBinsX: int,
                ?NBinsY: int,
                ?BinGroup: string,
                ?XBins: Bins,
                ?YBins: Bins,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?UseDefaults: bool
            ) =
            let x, y =
                match orientation with
                | StyleParam.Orientation.Vertical -> Some data, None
                | StyleParam.Orientation.Horizontal -> None, Some data

            Chart.Histogram(
                ?X = x,
                ?Y = y,
                Orientation = orientation,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?HistFunc = HistFunc,
                ?HistNorm = HistNorm,
                ?NBinsX = NBinsX,
                ?NBinsY = NBinsY,
                ?BinGroup = BinGroup,
                ?XBins = XBins,
                ?YBins = YBins,
                ?MarkerColor = MarkerColor,
                ?Marker = Marker,
                ?UseDefaults = UseDefaults
            )

        /// Counts of pairs of values in a grid of bins.
        static member Histogram2D
            (
                x: seq<#IConvertible>,
                y: seq<#IConvertible>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?HistFunc: StyleParam.HistFunc,
                ?HistNorm: StyleParam.HistNorm,
                ?NBinsX: int,
                ?NBinsY: int,
                ?XBins: Bins,
                ?YBins: Bins,
                ?ColorBar: ColorBar,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ReverseScale: bool,
                ?UseDefaults: bool
            ) =
            Trace2D.initHistogram2D id
            |> Dyn.style
                [
                    "x", Some(box x)
                    "y", Some(box y)
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "opacity", Dyn.opt Opacity
                    "histfunc", Dyn.opt HistFunc
                    "histnorm", Dyn.opt HistNorm
                    "nbinsx", Dyn.opt NBinsX
                    "nbinsy", Dyn.opt NBinsY
                    "xbins", Dyn.opt XBins
                    "ybins", Dyn.opt YBins
                    "colorbar", Dyn.opt ColorBar
                    "colorscale", Dyn.opt ColorScale
                    "showscale", Dyn.opt ShowScale
                    "reversescale", Dyn.opt ReverseScale
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

        /// Quartiles.
        static member BoxPlot
            (
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?FillColor: Color,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?Opacity: float,
                ?WhiskerWidth: float,
                ?BoxPoints: StyleParam.BoxPoints,
                ?BoxMean: StyleParam.BoxMean,
                ?Jitter: float,
                ?PointPos: float,
                ?Orientation: StyleParam.Orientation,
                ?OutlineColor: Color,
                ?OutlineWidth: float,
                ?Outline: Line,
                ?Notched: bool,
                ?UseDefaults: bool
            ) =
            let marker =
                Marker
                |> Option.defaultWith TraceObjects.Marker
                |> TraceObjects.Marker.style (?Color = MarkerColor)

            let outline =
                Outline
                |> Option.defaultWith Line
                |> Line.style (?Color = OutlineColor, ?Width = OutlineWidth)

            Trace2D.initBoxPlot id
            |> Dyn.style
                [
                    "marker", Some(box marker)
                    "line", Some(box outline)
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "fillcolor", Dyn.opt FillColor
                    "opacity", Dyn.opt Opacity
                    "whiskerwidth", Dyn.opt WhiskerWidth
                    "boxpoints", Dyn.opt BoxPoints
                    "boxmean", Dyn.opt BoxMean
                    "jitter", Dyn.opt Jitter
                    "pointpos", Dyn.opt PointPos
                    "orientation", Dyn.opt Orientation
                    "notched", Dyn.opt Notched
                    "text", Dyn.oneOrMany Text MultiText
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

        /// Quartiles of these data; vertical boxes have the values on y.
        static member BoxPlot
            (
                data: seq<#IConvertible>,
                orientation: StyleParam.Orientation,
                ?Name: string,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?FillColor: Color,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?Opacity: float,
                ?WhiskerWidth: float,
                ?BoxPoints: StyleParam.BoxPoints,
                ?BoxMean: StyleParam.BoxMean,
                ?Jitter: float,
                ?PointPos: float,
                ?OutlineColor: Color,
                ?OutlineWidth: float,
                ?Outline: Line,
                ?Notched: bool,
                ?UseDefaults: bool
            ) =
            let x, y =
                match orientation with
                | StyleParam.Orientation.Horizontal -> Some data, None
                | StyleParam.Orientation.Vertical -> None, Some data

            Chart.BoxPlot(
                ?X = x,
                ?Y = y,
                Orientation = orientation,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Text = Text,
                ?MultiText = MultiText,
                ?FillColor = FillColor,
                ?MarkerColor = MarkerColor,
                ?Marker = Marker,
                ?Opacity = Opacity,
                ?WhiskerWidth = WhiskerWidth,
                ?BoxPoints = BoxPoints,
                ?BoxMean = BoxMean,
                ?Jitter = Jitter,
                ?PointPos = PointPos,
                ?OutlineColor = OutlineColor,
                ?OutlineWidth = OutlineWidth,
                ?Outline = Outline,
                ?Notched = Notched,
                ?UseDefaults = UseDefaults
            )

        /// Estimated densities.
        static member Violin
            (
                ?X: seq<#IConvertible>,
                ?MultiX: seq<seq<#IConvertible>>,
                ?Y: seq<#IConvertible>,
                ?MultiY: seq<seq<#IConvertible>>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?FillColor: Color,
                ?Opacity: float,
                ?Points: StyleParam.BoxPoints,
                ?Jitter: float,
                ?PointPos: float,
                ?Orientation: StyleParam.Orientation,
                ?Width: float,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?OutlineColor: Color,
                ?OutlineWidth: float,
                ?Outline: Line,
                ?Box: Box,
                ?BandWidth: float,
                ?MeanLine: MeanLine,
                ?UseDefaults: bool
            ) =
            let marker =
                Marker
                |> Option.defaultWith TraceObjects.Marker
                |> TraceObjects.Marker.style (?Color = MarkerColor)

            let outline =
                Outline
                |> Option.defaultWith Line
                |> Line.style (?Color = OutlineColor, ?Width = OutlineWidth)

            Trace2D.initViolin id
            |> Dyn.style
                [
                    "marker", Some(box marker)
                    "line", Some(box outline)
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "fillcolor", Dyn.opt FillColor
                    "opacity", Dyn.opt Opacity
                    "points", Dyn.opt Points
                    "jitter", Dyn.opt Jitter
                    "pointpos", Dyn.opt PointPos
                    "orientation", Dyn.opt Orientation
                    "width", Dyn.opt Width
                    "box", Dyn.opt Box
                    "bandwidth", Dyn.opt BandWidth
                    "meanline", Dyn.opt MeanLine
                    "text", Dyn.oneOrMany Text MultiText
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)

        /// Estimated density of these data; vertical violins have the values on y.
        static member Violin
            (
                data: seq<#IConvertible>,
                orientation: StyleParam.Orientation,
                ?Name: string,
                ?ShowLegend: bool,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?FillColor: Color,
                ?Opacity: float,
                ?Points: StyleParam.BoxPoints,
                ?Jitter: float,
                ?PointPos: float,
                ?Width: float,
                ?MarkerColor: Color,
                ?Marker: Marker,
                ?OutlineColor: Color,
                ?OutlineWidth: float,
                ?Outline: Line,
                ?Box: Box,
                ?BandWidth: float,
                ?MeanLine: MeanLine,
                ?UseDefaults: bool
            ) =
            let x, y =
                match orientation with
                | StyleParam.Orientation.Horizontal -> Some data, None
                | StyleParam.Orientation.Vertical -> None, Some data

            Chart.Violin(
                ?X = x,
                ?Y = y,
                Orientation = orientation,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Text = Text,
                ?MultiText = MultiText,
                ?FillColor = FillColor,
                ?Opacity = Opacity,
                ?Points = Points,
                ?Jitter = Jitter,
                ?PointPos = PointPos,
                ?Width = Width,
                ?MarkerColor = MarkerColor,
                ?Marker = Marker,
                ?OutlineColor = OutlineColor,
                ?OutlineWidth = OutlineWidth,
                ?Outline = Outline,
                ?Box = Box,
                ?BandWidth = BandWidth,
                ?MeanLine = MeanLine,
                ?UseDefaults = UseDefaults
            )
