namespace Plotly.NET.LayoutObjects

open System
open DynamicObj
open Plotly.NET

/// A line, rectangle, circle or path drawn in the chart.
type Shape() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?FillColor: Color,
            ?ShowLegend: bool,
            ?Layer: StyleParam.Layer,
            ?Line: Line,
            ?Name: string,
            ?Opacity: float,
            ?Path: string,
            ?ShapeType: StyleParam.ShapeType,
            ?Visible: bool,
            ?X0: #IConvertible,
            ?X1: #IConvertible,
            ?Xref: string,
            ?Y0: #IConvertible,
            ?Y1: #IConvertible,
            ?Yref: string
        ) =
        Shape()
        |> Shape.style (
            ?FillColor = FillColor,
            ?ShowLegend = ShowLegend,
            ?Layer = Layer,
            ?Line = Line,
            ?Name = Name,
            ?Opacity = Opacity,
            ?Path = Path,
            ?ShapeType = ShapeType,
            ?Visible = Visible,
            ?X0 = X0,
            ?X1 = X1,
            ?Xref = Xref,
            ?Y0 = Y0,
            ?Y1 = Y1,
            ?Yref = Yref
        )

    /// Sets the given properties.
    static member style
        (
            ?FillColor: Color,
            ?ShowLegend: bool,
            ?Layer: StyleParam.Layer,
            ?Line: Line,
            ?Name: string,
            ?Opacity: float,
            ?Path: string,
            ?ShapeType: StyleParam.ShapeType,
            ?Visible: bool,
            ?X0: #IConvertible,
            ?X1: #IConvertible,
            ?Xref: string,
            ?Y0: #IConvertible,
            ?Y1: #IConvertible,
            ?Yref: string
        ) =
        fun (shape: Shape) ->
            shape
            |> Dyn.style
                [
                    "fillcolor", Dyn.opt FillColor
                    "showlegend", Dyn.opt ShowLegend
                    "layer", Dyn.opt Layer
                    "line", Dyn.opt Line
                    "name", Dyn.opt Name
                    "opacity", Dyn.opt Opacity
                    "path", Dyn.opt Path
                    "type", Dyn.opt ShapeType
                    "visible", Dyn.opt Visible
                    "x0", Dyn.opt X0
                    "x1", Dyn.opt X1
                    "xref", Dyn.opt Xref
                    "y0", Dyn.opt Y0
                    "y1", Dyn.opt Y1
                    "yref", Dyn.opt Yref
                ]
