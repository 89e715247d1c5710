namespace Plotly.NET

open DynamicObj

/// How a line or an outline is drawn.
type Line() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?CMax: float,
            ?CMid: float,
            ?CMin: float,
            ?Color: Color,
            ?Colorscale: StyleParam.Colorscale,
            ?ShowScale: bool,
            ?ColorBar: ColorBar,
            ?Dash: StyleParam.DrawingStyle,
            ?Shape: StyleParam.Shape,
            ?Smoothing: float,
            ?Width: float,
            ?MultiWidth: seq<float>
        ) =
        Line()
        |> Line.style (
            ?CMax = CMax,
            ?CMid = CMid,
            ?CMin = CMin,
            ?Color = Color,
            ?Colorscale = Colorscale,
            ?ShowScale = ShowScale,
            ?ColorBar = ColorBar,
            ?Dash = Dash,
            ?Shape = Shape,
            ?Smoothing = Smoothing,
            ?Width = Width,
            ?MultiWidth = MultiWidth
        )

    /// Sets the given properties.
    static member style
        (
            ?CMax: float,
            ?CMid: float,
            ?CMin: float,
            ?Color: Color,
            ?Colorscale: StyleParam.Colorscale,
            ?ShowScale: bool,
            ?ColorBar: ColorBar,
            ?Dash: StyleParam.DrawingStyle,
            ?Shape: StyleParam.Shape,
            ?Smoothing: float,
            ?Width: float,
            ?MultiWidth: seq<float>
        ) =
        fun (line: Line) ->
            line
            |> Dyn.style
                [
                    "cmax", Dyn.opt CMax
                    "cmid", Dyn.opt CMid
                    "cmin", Dyn.opt CMin
                    "color", Dyn.opt Color
                    "colorscale", Dyn.opt Colorscale
                    "showscale", Dyn.opt ShowScale
                    "colorbar", Dyn.opt ColorBar
                    "dash", Dyn.opt Dash
                    "shape", Dyn.opt Shape
                    "smoothing", Dyn.opt Smoothing
                    "width", Dyn.oneOrMany Width MultiWidth
                ]
