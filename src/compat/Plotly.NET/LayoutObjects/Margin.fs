namespace Plotly.NET.LayoutObjects

open DynamicObj
open Plotly.NET

/// The space around the plot, in pixels.
type Margin() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Left: 'a, ?Right: 'b, ?Top: 'c, ?Bottom: 'd, ?Pad: 'e, ?Autoexpand: 'f) =
        Margin()
        |> Margin.style (
            ?Left = Left,
            ?Right = Right,
            ?Top = Top,
            ?Bottom = Bottom,
            ?Pad = Pad,
            ?Autoexpand = Autoexpand
        )

    /// Sets the given properties.
    static member style(?Left: 'a, ?Right: 'b, ?Top: 'c, ?Bottom: 'd, ?Pad: 'e, ?Autoexpand: 'f) =
        fun (margin: Margin) ->
            margin
            |> Dyn.style
                [
                    "l", Dyn.opt Left
                    "r", Dyn.opt Right
                    "t", Dyn.opt Top
                    "b", Dyn.opt Bottom
                    "pad", Dyn.opt Pad
                    "autoexpand", Dyn.opt Autoexpand
                ]


/// Where in the chart a part lies, from 0 to 1, or in which cell of the grid.
type Domain() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?X: StyleParam.Range, ?Y: StyleParam.Range, ?Row: int, ?Column: int) =
        Domain() |> Domain.style (?X = X, ?Y = Y, ?Row = Row, ?Column = Column)

    /// Sets the given properties.
    static member style(?X: StyleParam.Range, ?Y: StyleParam.Range, ?Row: int, ?Column: int) =
        fun (domain: Domain) ->
            domain
            |> Dyn.style [ "x", Dyn.opt X; "y", Dyn.opt Y; "row", Dyn.opt Row; "column", Dyn.opt Column ]
