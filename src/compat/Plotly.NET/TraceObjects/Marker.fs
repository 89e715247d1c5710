namespace Plotly.NET.TraceObjects

open DynamicObj
open Plotly.NET


/// How the points or bars of a trace are drawn.
type Marker() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?CMax: float,
            ?CMid: float,
            ?CMin: float,
            ?Color: Color,
            ?ColorBar: ColorBar,
            ?Colorscale: StyleParam.Colorscale,
            ?Outline: Line,
            ?Opacity: float,
            ?MultiOpacity: seq<float>,
            ?ReverseScale: bool,
            ?ShowScale: bool,
            ?Size: int,
            ?MultiSize: seq<int>,
            ?SizeMin: int,
            ?SizeRef: int,
            ?Symbol: StyleParam.MarkerSymbol,
            ?MultiSymbol: seq<StyleParam.MarkerSymbol>,
            ?Symbol3D: StyleParam.MarkerSymbol3D,
            ?OutlierColor: Color
        ) =
        Marker()
        |> Marker.style (
            ?CMax = CMax,
            ?CMid = CMid,
            ?CMin = CMin,
            ?Color = Color,
            ?ColorBar = ColorBar,
            ?Colorscale = Colorscale,
            ?Outline = Outline,
            ?Opacity = Opacity,
            ?MultiOpacity = MultiOpacity,
            ?ReverseScale = ReverseScale,
            ?ShowScale = ShowScale,
            ?Size = Size,
            ?MultiSize = MultiSize,
            ?SizeMin = SizeMin,
            ?SizeRef = SizeRef,
            ?Symbol = Symbol,
            ?MultiSymbol = MultiSymbol,
            ?Symbol3D = Symbol3D,
            ?OutlierColor = OutlierColor
        )

    /// Sets the given properties.
    static member style
        (
            ?CMax: float,
            ?CMid: float,
            ?CMin: float,
            ?Color: Color,
            ?ColorBar: ColorBar,
            ?Colorscale: StyleParam.Colorscale,
            ?Outline: Line,
            ?Opacity: float,
            ?MultiOpacity: seq<float>,
            ?ReverseScale: bool,
            ?ShowScale: bool,
            ?Size: int,
            ?MultiSize: seq<int>,
            ?SizeMin: int,
            ?SizeRef: int,
            ?Symbol: StyleParam.MarkerSymbol,
            ?MultiSymbol: seq<StyleParam.MarkerSymbol>,
            ?Symbol3D: StyleParam.MarkerSymbol3D,
            ?OutlierColor: Color
        ) =
        fun (marker: Marker) ->
            marker
            |> Dyn.style
                [
                    "cmax", Dyn.opt CMax
                    "cmid", Dyn.opt CMid
                    "cmin", Dyn.opt CMin
                    "color", Dyn.opt Color
                    "colorbar", Dyn.opt ColorBar
                    "colorscale", Dyn.opt Colorscale
                    "line", Dyn.opt Outline
                    "opacity", Dyn.oneOrMany Opacity MultiOpacity
                    "reversescale", Dyn.opt ReverseScale
                    "showscale", Dyn.opt ShowScale
                    "size", Dyn.oneOrMany Size MultiSize
                    "sizemin", Dyn.opt SizeMin
                    "sizeref", Dyn.opt SizeRef
                    "symbol", Dyn.oneOrMany Symbol MultiSymbol
                    "symbol", Dyn.opt Symbol3D
                    "outliercolor", Dyn.opt OutlierColor
                ]
