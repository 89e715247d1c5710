namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// Matrices of numbers around zero.
[<AutoOpen>]
module MatrixCharts =

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
                ColorScale =
                    StyleParam.Colorscale.Custom
                        [
                            0., Theme.color "#D55E00"
                            0.5, Theme.color "#FFFFFF"
                            1., Theme.color "#0072B2"
                        ],
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
