namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// Matrices of numbers around zero.
[<AutoOpen>]
module MatrixCharts =

    let private colours =
        StyleParam.Colorscale.Custom
            [
                0., Theme.color "#D55E00"
                0.5, Theme.color "#FFFFFF"
                1., Theme.color "#0072B2"
            ]

    type Draw with

        /// A square matrix of numbers of either sign: zero is white, blue is above it, orange below. The first
        /// row is at the top, as a matrix is written.
        static member signedMatrix
            (labels: seq<string>, values: seq<#seq<float>>, ?Title: string, ?XTitle: string, ?YTitle: string)
            =
            let labels = List.ofSeq labels |> Lines.notEmpty (nameof labels)
            let values = values |> Seq.map Array.ofSeq |> List.ofSeq

            if
                values.Length <> labels.Length
                || values |> List.exists (fun row -> row.Length <> labels.Length)
            then
                raise (
                    ArgumentException(
                        $"'{nameof values}' must be square with {labels.Length} rows, one for each label; it has {values.Length} rows.",
                        nameof values
                    )
                )

            let largest = values |> Seq.collect id |> Seq.map abs |> Seq.max

            Chart.Heatmap(
                zData = values,
                colNames = labels,
                rowNames = labels,
                ColorScale = colours,
                UseDefaults = false
            )
            |> GenericChart.mapTrace (
                Trace2DStyle.Heatmap(
                    ZMin = -largest,
                    ZMax = largest,
                    HoverTemplate = "row %{y}, column %{x}: %{z:.3~g}<extra></extra>"
                )
            )
            |> Theme.apply (defaultArg Title "Matrix") (defaultArg XTitle "column") (defaultArg YTitle "row")
            |> Chart.withXAxis (LinearAxis.init (AxisType = StyleParam.AxisType.Category))
            |> Chart.withYAxis (
                LinearAxis.init (
                    AxisType = StyleParam.AxisType.Category,
                    AutoRange = StyleParam.AutoRange.Reversed
                )
            )
            |> Drawing

        /// Square matrices of numbers of either sign over the same two axes, such as kernels, side by side under their
        /// names and on one scale: zero is white, blue is above it, orange below.
        static member signedMaps
            (
                at: seq<float>,
                maps: seq<string * #seq<#seq<float>>>,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let at = Array.ofSeq at

            let maps =
                [
                    for name, values in maps -> name, values |> Seq.map Array.ofSeq |> Array.ofSeq
                ]
                |> Lines.notEmpty (nameof maps)

            for name, values in maps do
                if
                    values.Length <> at.Length || values |> Array.exists (fun row -> row.Length <> at.Length)
                then
                    raise (
                        ArgumentException(
                            $"'{name}' must be square with {at.Length} rows, one for each place; it has {values.Length} rows.",
                            nameof maps
                        )
                    )

            let largest = maps |> Seq.collect snd |> Seq.collect id |> Seq.map abs |> Seq.max

            let map (values: float[][]) =
                Chart.Heatmap(zData = values, X = at, Y = at, ShowScale = false, UseDefaults = false)
                |> GenericChart.mapTrace (
                    Trace2DStyle.Heatmap(
                        ColorAxis = StyleParam.SubPlotId.ColorAxis 1,
                        HoverTemplate = "%{x:.2f}, %{y:.2f}: %{z:.3~g}<extra></extra>"
                    )
                )
                |> Chart.withXAxisStyle (TitleText = defaultArg XTitle "x")

            let heading i (name: string) =
                let axis = if i = 0 then "" else string (i + 1)

                Annotation.init (
                    X = 0.5,
                    Y = 1.02,
                    XRef = $"x{axis} domain",
                    YRef = "paper",
                    YAnchor = StyleParam.YAnchorPosition.Bottom,
                    Text = name,
                    ShowArrow = false
                )

            maps
            |> List.map (snd >> map)
            |> Chart.Grid(1, maps.Length, Pattern = StyleParam.LayoutGridPattern.Coupled, XGap = 0.06)
            |> Theme.apply (defaultArg Title "Matrices") (defaultArg XTitle "x") (defaultArg YTitle "x")
            |> Chart.withColorAxis (
                ColorAxis.init (
                    ColorScale = colours,
                    CMin = -largest,
                    CMax = largest,
                    ColorBar = ColorBar.init (Thickness = 12., OutlineWidth = 0.)
                )
            )
            // The names stand between the title and the maps.
            |> Chart.withMarginSize (Top = 96)
            |> Chart.withAnnotations (maps |> List.mapi (fun i (name, _) -> heading i name))
            |> Drawing
