namespace Plotly.NET.TraceObjects

open DynamicObj
open Plotly.NET

/// The levels of a contour chart.
type Contours() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Coloring: StyleParam.ContourColoring,
            ?End: float,
            ?LabelFont: Font,
            ?LabelFormat: string,
            ?ShowLabels: bool,
            ?ShowLines: bool,
            ?Size: float,
            ?Start: float
        ) =
        Contours()
        |> Contours.style (
            ?Coloring = Coloring,
            ?End = End,
            ?LabelFont = LabelFont,
            ?LabelFormat = LabelFormat,
            ?ShowLabels = ShowLabels,
            ?ShowLines = ShowLines,
            ?Size = Size,
            ?Start = Start
        )

    /// Sets the given properties.
    static member style
        (
            ?Coloring: StyleParam.ContourColoring,
            ?End: float,
            ?LabelFont: Font,
            ?LabelFormat: string,
            ?ShowLabels: bool,
            ?ShowLines: bool,
            ?Size: float,
            ?Start: float
        ) =
        fun (contours: Contours) ->
            contours
            |> Dyn.style
                [
                    "coloring", Dyn.opt Coloring
                    "end", Dyn.opt End
                    "labelfont", Dyn.opt LabelFont
                    "labelformat", Dyn.opt LabelFormat
                    "showlabels", Dyn.opt ShowLabels
                    "showlines", Dyn.opt ShowLines
                    "size", Dyn.opt Size
                    "start", Dyn.opt Start
                ]
