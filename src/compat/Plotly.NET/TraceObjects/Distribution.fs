namespace Plotly.NET.TraceObjects

open DynamicObj
open Plotly.NET

/// The bins of a histogram.
type Bins() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Start: float, ?End: float, ?Size: float) =
        Bins() |> Bins.style (?Start = Start, ?End = End, ?Size = Size)

    /// Sets the given properties.
    static member style(?Start: float, ?End: float, ?Size: float) =
        fun (bins: Bins) ->
            bins |> Dyn.style [ "start", Dyn.opt Start; "end", Dyn.opt End; "size", Dyn.opt Size ]


/// The line at the mean of a violin.
type MeanLine() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Visible: bool, ?Color: Color, ?Width: float) =
        MeanLine() |> MeanLine.style (?Visible = Visible, ?Color = Color, ?Width = Width)

    /// Sets the given properties.
    static member style(?Visible: bool, ?Color: Color, ?Width: float) =
        fun (meanLine: MeanLine) ->
            meanLine
            |> Dyn.style [ "visible", Dyn.opt Visible; "color", Dyn.opt Color; "width", Dyn.opt Width ]


/// The box inside a violin.
type Box() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Visible: bool, ?Width: float, ?FillColor: Color) =
        Box() |> Box.style (?Visible = Visible, ?Width = Width, ?FillColor = FillColor)

    /// Sets the given properties.
    static member style(?Visible: bool, ?Width: float, ?FillColor: Color) =
        fun (box: Box) ->
            box
            |> Dyn.style
                [
                    "visible", Dyn.opt Visible
                    "width", Dyn.opt Width
                    "fillcolor", Dyn.opt FillColor
                ]
