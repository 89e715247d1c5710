namespace Plotly.NET.LayoutObjects

open DynamicObj
open Plotly.NET

/// The legend.
type Legend() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?BGColor: Color,
            ?BorderColor: Color,
            ?BorderWidth: float,
            ?Font: Font,
            ?ItemClick: StyleParam.TraceItemClickOptions,
            ?ItemDoubleClick: StyleParam.TraceItemClickOptions,
            ?Orientation: StyleParam.Orientation,
            ?Title: Title,
            ?TraceGroupGap: float,
            ?Visible: bool,
            ?X: float,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: float,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: string
        ) =
        Legend()
        |> Legend.style (
            ?BGColor = BGColor,
            ?BorderColor = BorderColor,
            ?BorderWidth = BorderWidth,
            ?Font = Font,
            ?ItemClick = ItemClick,
            ?ItemDoubleClick = ItemDoubleClick,
            ?Orientation = Orientation,
            ?Title = Title,
            ?TraceGroupGap = TraceGroupGap,
            ?Visible = Visible,
            ?X = X,
            ?XAnchor = XAnchor,
            ?Y = Y,
            ?YAnchor = YAnchor,
            ?YRef = YRef
        )

    /// Sets the given properties.
    static member style
        (
            ?BGColor: Color,
            ?BorderColor: Color,
            ?BorderWidth: float,
            ?Font: Font,
            ?ItemClick: StyleParam.TraceItemClickOptions,
            ?ItemDoubleClick: StyleParam.TraceItemClickOptions,
            ?Orientation: StyleParam.Orientation,
            ?Title: Title,
            ?TraceGroupGap: float,
            ?Visible: bool,
            ?X: float,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: float,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: string
        ) =
        fun (legend: Legend) ->
            legend
            |> Dyn.style
                [
                    "bgcolor", Dyn.opt BGColor
                    "bordercolor", Dyn.opt BorderColor
                    "borderwidth", Dyn.opt BorderWidth
                    "font", Dyn.opt Font
                    "itemclick", Dyn.opt ItemClick
                    "itemdoubleclick", Dyn.opt ItemDoubleClick
                    "orientation", Dyn.opt Orientation
                    "title", Dyn.opt Title
                    "tracegroupgap", Dyn.opt TraceGroupGap
                    "visible", Dyn.opt Visible
                    "x", Dyn.opt X
                    "xanchor", Dyn.opt XAnchor
                    "y", Dyn.opt Y
                    "yanchor", Dyn.opt YAnchor
                    "yref", Dyn.opt YRef
                ]
