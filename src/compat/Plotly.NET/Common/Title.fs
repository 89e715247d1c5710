namespace Plotly.NET

open DynamicObj

/// The title of a chart, an axis, a legend or a colour bar.
type Title() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Text: string,
            ?Font: Font,
            ?Pad: Padding,
            ?X: float,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: float,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?Standoff: int,
            ?Side: StyleParam.Side
        ) =
        Title()
        |> Title.style (
            ?Text = Text,
            ?Font = Font,
            ?Pad = Pad,
            ?X = X,
            ?XAnchor = XAnchor,
            ?Y = Y,
            ?YAnchor = YAnchor,
            ?Standoff = Standoff,
            ?Side = Side
        )

    /// Sets the given properties.
    static member style
        (
            ?Text: string,
            ?Font: Font,
            ?Pad: Padding,
            ?X: float,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: float,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?Standoff: int,
            ?Side: StyleParam.Side
        ) =
        fun (title: Title) ->
            title
            |> Dyn.style
                [
                    "text", Dyn.opt Text
                    "font", Dyn.opt Font
                    "pad", Dyn.opt Pad
                    "x", Dyn.opt X
                    "xanchor", Dyn.opt XAnchor
                    "y", Dyn.opt Y
                    "yanchor", Dyn.opt YAnchor
                    "standoff", Dyn.opt Standoff
                    "side", Dyn.opt Side
                ]
