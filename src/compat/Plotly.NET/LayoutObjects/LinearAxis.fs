namespace Plotly.NET.LayoutObjects

open System
open DynamicObj
open Plotly.NET

/// An axis.
type LinearAxis() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Visible: bool,
            ?Color: Color,
            ?Title: Title,
            ?AxisType: StyleParam.AxisType,
            ?AutoRange: StyleParam.AutoRange,
            ?RangeMode: StyleParam.RangeMode,
            ?Range: StyleParam.Range,
            ?FixedRange: bool,
            ?ScaleAnchor: StyleParam.ScaleAnchor,
            ?Matches: StyleParam.LinearAxisId,
            ?TickMode: StyleParam.TickMode,
            ?NTicks: int,
            ?Tick0: #IConvertible,
            ?DTick: #IConvertible,
            ?TickVals: seq<#IConvertible>,
            ?TickText: seq<#IConvertible>,
            ?Ticks: StyleParam.TickOptions,
            ?Mirror: StyleParam.Mirror,
            ?TickLen: int,
            ?TickColor: Color,
            ?ShowTickLabels: bool,
            ?AutoMargin: StyleParam.TickAutoMargin,
            ?TickFont: Font,
            ?TickAngle: int,
            ?TickPrefix: string,
            ?TickSuffix: string,
            ?ExponentFormat: StyleParam.ExponentFormat,
            ?TickFormat: string,
            ?HoverFormat: string,
            ?ShowLine: bool,
            ?LineColor: Color,
            ?LineWidth: float,
            ?ShowGrid: bool,
            ?GridColor: Color,
            ?GridDash: StyleParam.DrawingStyle,
            ?GridWidth: float,
            ?ZeroLine: bool,
            ?ZeroLineColor: Color,
            ?ZeroLineWidth: float,
            ?Anchor: StyleParam.LinearAxisId,
            ?Side: StyleParam.Side,
            ?Overlaying: StyleParam.LinearAxisId,
            ?Domain: StyleParam.Range,
            ?Position: float,
            ?CategoryOrder: StyleParam.CategoryOrder,
            ?CategoryArray: seq<#IConvertible>,
            ?BackgroundColor: Color,
            ?ShowBackground: bool
        ) =
        LinearAxis()
        |> LinearAxis.style (
            ?Visible = Visible,
            ?Color = Color,
            ?Title = Title,
            ?AxisType = AxisType,
            ?AutoRange = AutoRange,
            ?RangeMode = RangeMode,
            ?Range = Range,
            ?FixedRange = FixedRange,
            ?ScaleAnchor = ScaleAnchor,
            ?Matches = Matches,
            ?TickMode = TickMode,
            ?NTicks = NTicks,
            ?Tick0 = Tick0,
            ?DTick = DTick,
            ?TickVals = TickVals,
            ?TickText = TickText,
            ?Ticks = Ticks,
            ?Mirror = Mirror,
            ?TickLen = TickLen,
            ?TickColor = TickColor,
            ?ShowTickLabels = ShowTickLabels,
            ?AutoMargin = AutoMargin,
            ?TickFont = TickFont,
            ?TickAngle = TickAngle,
            ?TickPrefix = TickPrefix,
            ?TickSuffix = TickSuffix,
            ?ExponentFormat = ExponentFormat,
            ?TickFormat = TickFormat,
            ?HoverFormat = HoverFormat,
            ?ShowLine = ShowLine,
            ?LineColor = LineColor,
            ?LineWidth = LineWidth,
            ?ShowGrid = ShowGrid,
            ?GridColor = GridColor,
            ?GridDash = GridDash,
            ?GridWidth = GridWidth,
            ?ZeroLine = ZeroLine,
            ?ZeroLineColor = ZeroLineColor,
            ?ZeroLineWidth = ZeroLineWidth,
            ?Anchor = Anchor,
            ?Side = Side,
            ?Overlaying = Overlaying,
            ?Domain = Domain,
            ?Position = Position,
            ?CategoryOrder = CategoryOrder,
            ?CategoryArray = CategoryArray,
            ?BackgroundColor = BackgroundColor,
            ?ShowBackground = ShowBackground
        )

    /// Sets the given properties.
    static member style
        (
            ?Visible: bool,
            ?Color: Color,
            ?Title: Title,
            ?AxisType: StyleParam.AxisType,
            ?AutoRange: StyleParam.AutoRange,
            ?RangeMode: StyleParam.RangeMode,
            ?Range: StyleParam.Range,
            ?FixedRange: bool,
            ?ScaleAnchor: StyleParam.ScaleAnchor,
            ?Matches: StyleParam.LinearAxisId,
            ?TickMode: StyleParam.TickMode,
            ?NTicks: int,
            ?Tick0: #IConvertible,
            ?DTick: #IConvertible,
            ?TickVals: seq<#IConvertible>,
            ?TickText: seq<#IConvertible>,
            ?Ticks: StyleParam.TickOptions,
            ?Mirror: StyleParam.Mirror,
            ?TickLen: int,
            ?TickColor: Color,
            ?ShowTickLabels: bool,
            ?AutoMargin: StyleParam.TickAutoMargin,
            ?TickFont: Font,
            ?TickAngle: int,
            ?TickPrefix: string,
            ?TickSuffix: string,
            ?ExponentFormat: StyleParam.ExponentFormat,
            ?TickFormat: string,
            ?HoverFormat: string,
            ?ShowLine: bool,
            ?LineColor: Color,
            ?LineWidth: float,
            ?ShowGrid: bool,
            ?GridColor: Color,
            ?GridDash: StyleParam.DrawingStyle,
            ?GridWidth: float,
            ?ZeroLine: bool,
            ?ZeroLineColor: Color,
            ?ZeroLineWidth: float,
            ?Anchor: StyleParam.LinearAxisId,
            ?Side: StyleParam.Side,
            ?Overlaying: StyleParam.LinearAxisId,
            ?Domain: StyleParam.Range,
            ?Position: float,
            ?CategoryOrder: StyleParam.CategoryOrder,
            ?CategoryArray: seq<#IConvertible>,
            ?BackgroundColor: Color,
            ?ShowBackground: bool
        ) =
        fun (axis: LinearAxis) ->
            axis
            |> Dyn.style
                [
                    "visible", Dyn.opt Visible
                    "color", Dyn.opt Color
                    "title", Dyn.opt Title
                    "type", Dyn.opt AxisType
                    "autorange", Dyn.opt AutoRange
                    "rangemode", Dyn.opt RangeMode
                    "range", Dyn.opt Range
                    "fixedrange", Dyn.opt FixedRange
                    "scaleanchor", Dyn.opt ScaleAnchor
                    "matches", Dyn.opt Matches
                    "tickmode", Dyn.opt TickMode
                    "nticks", Dyn.opt NTicks
                    "tick0", Dyn.opt Tick0
                    "dtick", Dyn.opt DTick
                    "tickvals", Dyn.opt TickVals
                    "ticktext", Dyn.opt TickText
                    "ticks", Dyn.opt Ticks
                    "mirror", Dyn.opt Mirror
                    "ticklen", Dyn.opt TickLen
                    "tickcolor", Dyn.opt TickColor
                    "showticklabels", Dyn.opt ShowTickLabels
                    "automargin", Dyn.opt AutoMargin
                    "tickfont", Dyn.opt TickFont
                    "tickangle", Dyn.opt TickAngle
                    "tickprefix", Dyn.opt TickPrefix
                    "ticksuffix", Dyn.opt TickSuffix
                    "exponentformat", Dyn.opt ExponentFormat
                    "tickformat", Dyn.opt TickFormat
                    "hoverformat", Dyn.opt HoverFormat
                    "showline", Dyn.opt ShowLine
                    "linecolor", Dyn.opt LineColor
                    "linewidth", Dyn.opt LineWidth
                    "showgrid", Dyn.opt ShowGrid
                    "gridcolor", Dyn.opt GridColor
                    "griddash", Dyn.opt GridDash
                    "gridwidth", Dyn.opt GridWidth
                    "zeroline", Dyn.opt ZeroLine
                    "zerolinecolor", Dyn.opt ZeroLineColor
                    "zerolinewidth", Dyn.opt ZeroLineWidth
                    "anchor", Dyn.opt Anchor
                    "side", Dyn.opt Side
                    "overlaying", Dyn.opt Overlaying
                    "domain", Dyn.opt Domain
                    "position", Dyn.opt Position
                    "categoryorder", Dyn.opt CategoryOrder
                    "categoryarray", Dyn.opt CategoryArray
                    "backgroundcolor", Dyn.opt BackgroundColor
                    "showbackground", Dyn.opt ShowBackground
                ]
