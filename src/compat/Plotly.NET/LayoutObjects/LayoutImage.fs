namespace Plotly.NET.LayoutObjects

open System
open DynamicObj
open Plotly.NET

/// An image in the chart.
type LayoutImage() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Layer: StyleParam.Layer,
            ?Name: string,
            ?Opacity: float,
            ?SizeX: int,
            ?SizeY: int,
            ?Source: string,
            ?Visible: bool,
            ?X: #IConvertible,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?XRef: string,
            ?Y: #IConvertible,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: string
        ) =
        LayoutImage()
        |> LayoutImage.style (
            ?Layer = Layer,
            ?Name = Name,
            ?Opacity = Opacity,
            ?SizeX = SizeX,
            ?SizeY = SizeY,
            ?Source = Source,
            ?Visible = Visible,
            ?X = X,
            ?XAnchor = XAnchor,
            ?XRef = XRef,
            ?Y = Y,
            ?YAnchor = YAnchor,
            ?YRef = YRef
        )

    /// Sets the given properties.
    static member style
        (
            ?Layer: StyleParam.Layer,
            ?Name: string,
            ?Opacity: float,
            ?SizeX: int,
            ?SizeY: int,
            ?Source: string,
            ?Visible: bool,
            ?X: #IConvertible,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?XRef: string,
            ?Y: #IConvertible,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: string
        ) =
        fun (layoutImage: LayoutImage) ->
            layoutImage
            |> Dyn.style
                [
                    "layer", Dyn.opt Layer
                    "name", Dyn.opt Name
                    "opacity", Dyn.opt Opacity
                    "sizex", Dyn.opt SizeX
                    "sizey", Dyn.opt SizeY
                    "source", Dyn.opt Source
                    "visible", Dyn.opt Visible
                    "x", Dyn.opt X
                    "xanchor", Dyn.opt XAnchor
                    "xref", Dyn.opt XRef
                    "y", Dyn.opt Y
                    "yanchor", Dyn.opt YAnchor
                    "yref", Dyn.opt YRef
                ]
