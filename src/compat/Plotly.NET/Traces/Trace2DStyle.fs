namespace Plotly.NET

open System
open DynamicObj
open Plotly.NET.TraceObjects

/// The properties of each kind of trace in a plane.
type Trace2DStyle() =

    /// Sets the axes that a trace belongs to.
    static member SetAxisAnchor(?X: StyleParam.LinearAxisId, ?Y: StyleParam.LinearAxisId) =
        fun (trace: Trace2D) -> trace |> Dyn.style [ "xaxis", Dyn.opt X; "yaxis", Dyn.opt Y ]

    /// Points and lines.
    static member Scatter
        (
            ?Name: string,
            ?Visible: StyleParam.Visible,
            ?ShowLegend: bool,
            ?LegendGroup: string,
            ?LegendGroupTitle: Title,
            ?Opacity: float,
            ?Mode: StyleParam.Mode,
            ?X: seq<#IConvertible>,
            ?MultiX: seq<seq<#IConvertible>>,
            ?Y: seq<#IConvertible>,
            ?MultiY: seq<seq<#IConvertible>>,
            ?Text: #IConvertible,
            ?MultiText: seq<#IConvertible>,
            ?TextPosition: StyleParam.TextPosition,
            ?MultiTextPosition: seq<StyleParam.TextPosition>,
            ?HoverText: string,
            ?MultiHoverText: seq<string>,
            ?HoverInfo: StyleParam.HoverInfo,
            ?HoverTemplate: string,
            ?MultiHoverTemplate: seq<string>,
            ?CustomData: seq<#IConvertible>,
            ?XAxis: StyleParam.LinearAxisId,
            ?YAxis: StyleParam.LinearAxisId,
            ?StackGroup: string,
            ?Marker: Marker,
            ?Line: Line,
            ?TextFont: Font,
            ?XError: Error,
            ?YError: Error,
            ?ConnectGaps: bool,
            ?Fill: StyleParam.Fill,
            ?FillColor: Color
        ) =
        fun (trace: #Trace) ->
            trace
            |> Dyn.style
                [
                    "name", Dyn.opt Name
                    "visible", Dyn.opt Visible
                    "showlegend", Dyn.opt ShowLegend
                    "legendgroup", Dyn.opt LegendGroup
                    "legendgrouptitle", Dyn.opt LegendGroupTitle
                    "opacity", Dyn.opt Opacity
                    "mode", Dyn.opt Mode
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "text", Dyn.oneOrMany Text MultiText
                    "textposition", Dyn.oneOrMany TextPosition MultiTextPosition
                    "hovertext", Dyn.oneOrMany HoverText MultiHoverText
                    "hoverinfo", Dyn.opt HoverInfo
                    "hovertemplate", Dyn.oneOrMany HoverTemplate MultiHoverTemplate
                    "customdata", Dyn.opt CustomData
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "stackgroup", Dyn.opt StackGroup
                    "marker", Dyn.opt Marker
                    "line", Dyn.opt Line
                    "textfont", Dyn.opt TextFont
                    "error_x", Dyn.opt XError
                    "error_y", Dyn.opt YError
                    "connectgaps", Dyn.opt ConnectGaps
                    "fill", Dyn.opt Fill
                    "fillcolor", Dyn.opt FillColor
                ]

    /// Bars and columns.
    static member Bar
        (
            ?Name: string,
            ?Visible: StyleParam.Visible,
            ?ShowLegend: bool,
            ?LegendGroup: string,
            ?LegendGroupTitle: Title,
            ?Opacity: float,
            ?X: seq<#IConvertible>,
            ?MultiX: seq<seq<#IConvertible>>,
            ?Y: seq<#IConvertible>,
            ?MultiY: seq<seq<#IConvertible>>,
            ?Base: #IConvertible,
            ?Width: #IConvertible,
            ?MultiWidth: seq<#IConvertible>,
            ?Text: #IConvertible,
            ?MultiText: seq<#IConvertible>,
            ?TextPosition: StyleParam.TextPosition,
            ?MultiTextPosition: seq<StyleParam.TextPosition>,
            ?HoverText: string,
            ?MultiHoverText: seq<string>,
            ?HoverInfo: StyleParam.HoverInfo,
            ?HoverTemplate: string,
            ?MultiHoverTemplate: seq<string>,
            ?CustomData: seq<#IConvertible>,
            ?XAxis: StyleParam.LinearAxisId,
            ?YAxis: StyleParam.LinearAxisId,
            ?Orientation: StyleParam.Orientation,
            ?OffsetGroup: string,
            ?Marker: Marker,
            ?TextFont: Font,
            ?XError: Error,
            ?YError: Error
        ) =
        fun (trace: #Trace) ->
            trace
            |> Dyn.style
                [
                    "name", Dyn.opt Name
                    "visible", Dyn.opt Visible
                    "showlegend", Dyn.opt ShowLegend
                    "legendgroup", Dyn.opt LegendGroup
                    "legendgrouptitle", Dyn.opt LegendGroupTitle
                    "opacity", Dyn.opt Opacity
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "base", Dyn.opt Base
                    "width", Dyn.oneOrMany Width MultiWidth
                    "text", Dyn.oneOrMany Text MultiText
                    "textposition", Dyn.oneOrMany TextPosition MultiTextPosition
                    "hovertext", Dyn.oneOrMany HoverText MultiHoverText
                    "hoverinfo", Dyn.opt HoverInfo
                    "hovertemplate", Dyn.oneOrMany HoverTemplate MultiHoverTemplate
                    "customdata", Dyn.opt CustomData
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "orientation", Dyn.opt Orientation
                    "offsetgroup", Dyn.opt OffsetGroup
                    "marker", Dyn.opt Marker
                    "textfont", Dyn.opt TextFont
                    "error_x", Dyn.opt XError
                    "error_y", Dyn.opt YError
                ]

    /// Counts of values in bins.
    static member Histogram
        (
            ?Name: string,
            ?Visible: StyleParam.Visible,
            ?ShowLegend: bool,
            ?LegendGroup: string,
            ?LegendGroupTitle: Title,
            ?Opacity: float,
            ?X: seq<#IConvertible>,
            ?MultiX: seq<seq<#IConvertible>>,
            ?Y: seq<#IConvertible>,
            ?MultiY: seq<seq<#IConvertible>>,
            ?Text: #IConvertible,
            ?MultiText: seq<#IConvertible>,
            ?HoverText: string,
            ?MultiHoverText: seq<string>,
            ?HoverInfo: StyleParam.HoverInfo,
            ?HoverTemplate: string,
            ?MultiHoverTemplate: seq<string>,
            ?CustomData: seq<#IConvertible>,
            ?XAxis: StyleParam.LinearAxisId,
            ?YAxis: StyleParam.LinearAxisId,
            ?Orientation: StyleParam.Orientation,
            ?HistFunc: StyleParam.HistFunc,
            ?HistNorm: StyleParam.HistNorm,
            ?NBinsX: int,
            ?NBinsY: int,
            ?BinGroup: string,
            ?XBins: Bins,
            ?YBins: Bins,
            ?Marker: Marker
        ) =
        fun (trace: #Trace) ->
            trace
            |> Dyn.style
                [
                    "name", Dyn.opt Name
                    "visible", Dyn.opt Visible
                    "showlegend", Dyn.opt ShowLegend
                    "legendgroup", Dyn.opt LegendGroup
                    "legendgrouptitle", Dyn.opt LegendGroupTitle
                    "opacity", Dyn.opt Opacity
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "text", Dyn.oneOrMany Text MultiText
                    "hovertext", Dyn.oneOrMany HoverText MultiHoverText
                    "hoverinfo", Dyn.opt HoverInfo
                    "hovertemplate", Dyn.oneOrMany HoverTemplate MultiHoverTemplate
                    "customdata", Dyn.opt CustomData
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "orientation", Dyn.opt Orientation
                    "histfunc", Dyn.opt HistFunc
                    "histnorm", Dyn.opt HistNorm
                    "nbinsx", Dyn.opt NBinsX
                    "nbinsy", Dyn.opt NBinsY
                    "bingroup", Dyn.opt BinGroup
                    "xbins", Dyn.opt XBins
                    "ybins", Dyn.opt YBins
                    "marker", Dyn.opt Marker
                ]

    /// A matrix as colours.
    static member Heatmap
        (
            ?Name: string,
            ?Visible: StyleParam.Visible,
            ?ShowLegend: bool,
            ?LegendGroup: string,
            ?LegendGroupTitle: Title,
            ?Opacity: float,
            ?X: seq<#IConvertible>,
            ?MultiX: seq<seq<#IConvertible>>,
            ?XGap: int,
            ?Y: seq<#IConvertible>,
            ?MultiY: seq<seq<#IConvertible>>,
            ?YGap: int,
            ?Z: seq<#seq<#IConvertible>>,
            ?Text: #IConvertible,
            ?MultiText: seq<#IConvertible>,
            ?TextTemplate: string,
            ?HoverText: string,
            ?MultiHoverText: seq<string>,
            ?HoverInfo: StyleParam.HoverInfo,
            ?HoverTemplate: string,
            ?MultiHoverTemplate: seq<string>,
            ?CustomData: seq<#IConvertible>,
            ?XAxis: StyleParam.LinearAxisId,
            ?YAxis: StyleParam.LinearAxisId,
            ?TextFont: Font,
            ?ColorBar: ColorBar,
            ?ColorScale: StyleParam.Colorscale,
            ?ShowScale: bool,
            ?ReverseScale: bool,
            ?ZMax: #IConvertible,
            ?ZMid: #IConvertible,
            ?ZMin: #IConvertible,
            ?ZSmooth: StyleParam.SmoothAlg,
            ?Transpose: bool
        ) =
        fun (trace: #Trace) ->
            trace
            |> Dyn.style
                [
                    "name", Dyn.opt Name
                    "visible", Dyn.opt Visible
                    "showlegend", Dyn.opt ShowLegend
                    "legendgroup", Dyn.opt LegendGroup
                    "legendgrouptitle", Dyn.opt LegendGroupTitle
                    "opacity", Dyn.opt Opacity
                    "x", Dyn.oneOrMany X MultiX
                    "xgap", Dyn.opt XGap
                    "y", Dyn.oneOrMany Y MultiY
                    "ygap", Dyn.opt YGap
                    "z", Dyn.opt Z
                    "text", Dyn.oneOrMany Text MultiText
                    "texttemplate", Dyn.opt TextTemplate
                    "hovertext", Dyn.oneOrMany HoverText MultiHoverText
                    "hoverinfo", Dyn.opt HoverInfo
                    "hovertemplate", Dyn.oneOrMany HoverTemplate MultiHoverTemplate
                    "customdata", Dyn.opt CustomData
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "textfont", Dyn.opt TextFont
                    "colorbar", Dyn.opt ColorBar
                    "colorscale", Dyn.opt ColorScale
                    "showscale", Dyn.opt ShowScale
                    "reversescale", Dyn.opt ReverseScale
                    "zmax", Dyn.opt ZMax
                    "zmid", Dyn.opt ZMid
                    "zmin", Dyn.opt ZMin
                    "zsmooth", Dyn.opt ZSmooth
                    "transpose", Dyn.opt Transpose
                ]

    /// A matrix as lines of equal value.
    static member Contour
        (
            ?Name: string,
            ?Visible: StyleParam.Visible,
            ?ShowLegend: bool,
            ?LegendGroup: string,
            ?LegendGroupTitle: Title,
            ?Opacity: float,
            ?X: seq<#IConvertible>,
            ?MultiX: seq<seq<#IConvertible>>,
            ?Y: seq<#IConvertible>,
            ?MultiY: seq<seq<#IConvertible>>,
            ?Z: seq<#seq<#IConvertible>>,
            ?Text: #IConvertible,
            ?MultiText: seq<#IConvertible>,
            ?HoverText: string,
            ?MultiHoverText: seq<string>,
            ?HoverInfo: StyleParam.HoverInfo,
            ?HoverTemplate: string,
            ?MultiHoverTemplate: seq<string>,
            ?CustomData: seq<#IConvertible>,
            ?XAxis: StyleParam.LinearAxisId,
            ?YAxis: StyleParam.LinearAxisId,
            ?Line: Line,
            ?ColorBar: ColorBar,
            ?ColorScale: StyleParam.Colorscale,
            ?ShowScale: bool,
            ?ReverseScale: bool,
            ?ZMax: #IConvertible,
            ?ZMid: #IConvertible,
            ?ZMin: #IConvertible,
            ?Contours: Contours,
            ?NContours: int,
            ?Transpose: bool
        ) =
        fun (trace: #Trace) ->
            trace
            |> Dyn.style
                [
                    "name", Dyn.opt Name
                    "visible", Dyn.opt Visible
                    "showlegend", Dyn.opt ShowLegend
                    "legendgroup", Dyn.opt LegendGroup
                    "legendgrouptitle", Dyn.opt LegendGroupTitle
                    "opacity", Dyn.opt Opacity
                    "x", Dyn.oneOrMany X MultiX
                    "y", Dyn.oneOrMany Y MultiY
                    "z", Dyn.opt Z
                    "text", Dyn.oneOrMany Text MultiText
                    "hovertext", Dyn.oneOrMany HoverText MultiHoverText
                    "hoverinfo", Dyn.opt HoverInfo
                    "hovertemplate", Dyn.oneOrMany HoverTemplate MultiHoverTemplate
                    "customdata", Dyn.opt CustomData
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "line", Dyn.opt Line
                    "colorbar", Dyn.opt ColorBar
                    "colorscale", Dyn.opt ColorScale
                    "showscale", Dyn.opt ShowScale
                    "reversescale", Dyn.opt ReverseScale
                    "zmax", Dyn.opt ZMax
                    "zmid", Dyn.opt ZMid
                    "zmin", Dyn.opt ZMin
                    "contours", Dyn.opt Contours
                    "ncontours", Dyn.opt NContours
                    "transpose", Dyn.opt Transpose
                ]
