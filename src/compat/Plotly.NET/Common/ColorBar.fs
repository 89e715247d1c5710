namespace Plotly.NET

open System
open DynamicObj

/// The bar that explains the colours of a scale.
type ColorBar() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?DTick: #IConvertible,
            ?ExponentFormat: StyleParam.ExponentFormat,
            ?Len: float,
            ?NTicks: int,
            ?Orientation: StyleParam.Orientation,
            ?OutlineWidth: float,
            ?ShowTickLabels: bool,
            ?Thickness: float,
            ?Tick0: #IConvertible,
            ?TickFont: Font,
            ?TickFormat: string,
            ?TickMode: StyleParam.TickMode,
            ?TickText: seq<#IConvertible>,
            ?TickVals: seq<#IConvertible>,
            ?Title: Title,
            ?X: float,
            ?XAnchor: StyleParam.HorizontalAlign,
            ?Y: float,
            ?YAnchor: StyleParam.VerticalAlign
        ) =
        ColorBar()
        |> ColorBar.style (
            ?DTick = DTick,
            ?ExponentFormat = ExponentFormat,
            ?Len = Len,
            ?NTicks = NTicks,
            ?Orientation = Orientation,
            ?OutlineWidth = OutlineWidth,
            ?ShowTickLabels = ShowTickLabels,
            ?Thickness = Thickness,
            ?Tick0 = Tick0,
            ?TickFont = TickFont,
            ?TickFormat = TickFormat,
            ?TickMode = TickMode,
            ?TickText = TickText,
            ?TickVals = TickVals,
            ?Title = Title,
            ?X = X,
            ?XAnchor = XAnchor,
            ?Y = Y,
            ?YAnchor = YAnchor
        )

    /// Sets the given properties.
    static member style
        (
            ?DTick: #IConvertible,
            ?ExponentFormat: StyleParam.ExponentFormat,
            ?Len: float,
            ?NTicks: int,
            ?Orientation: StyleParam.Orientation,
            ?OutlineWidth: float,
            ?ShowTickLabels: bool,
            ?Thickness: float,
            ?Tick0: #IConvertible,
            ?TickFont: Font,
            ?TickFormat: string,
            ?TickMode: StyleParam.TickMode,
            ?TickText: seq<#IConvertible>,
            ?TickVals: seq<#IConvertible>,
            ?Title: Title,
            ?X: float,
            ?XAnchor: StyleParam.HorizontalAlign,
            ?Y: float,
            ?YAnchor: StyleParam.VerticalAlign
        ) =
        fun (colorBar: ColorBar) ->
            colorBar
            |> Dyn.style
                [
                    "dtick", Dyn.opt DTick
                    "exponentformat", Dyn.opt ExponentFormat
                    "len", Dyn.opt Len
                    "nticks", Dyn.opt NTicks
                    "orientation", Dyn.opt Orientation
                    "outlinewidth", Dyn.opt OutlineWidth
                    "showticklabels", Dyn.opt ShowTickLabels
                    "thickness", Dyn.opt Thickness
                    "tick0", Dyn.opt Tick0
                    "tickfont", Dyn.opt TickFont
                    "tickformat", Dyn.opt TickFormat
                    "tickmode", Dyn.opt TickMode
                    "ticktext", Dyn.opt TickText
                    "tickvals", Dyn.opt TickVals
                    "title", Dyn.opt Title
                    "x", Dyn.opt X
                    "xanchor", Dyn.opt XAnchor
                    "y", Dyn.opt Y
                    "yanchor", Dyn.opt YAnchor
                ]
