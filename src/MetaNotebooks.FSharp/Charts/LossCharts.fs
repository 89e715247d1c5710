namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects

/// The loss as a landscape.
[<AutoOpen>]
module LossCharts =

    // Light enough that every path shows on it.
    let private scale =
        StyleParam.Colorscale.Custom
            [
                0., Theme.color "#FFFFFF"
                0.5, Theme.color "#D3DCE6"
                1., Theme.color "#8DA0B6"
            ]

    type Draw with

        /// The loss over two parameters, with the paths that algorithms take over it. loss holds a row for
        /// each value of y. The colours follow the logarithm of the loss unless LogLoss is false.
        static member lossContour
            (
                x: seq<float>,
                y: seq<float>,
                loss: seq<#seq<float>>,
                ?Paths: seq<Curve>,
                ?Optimum: float * float,
                ?LogLoss: bool,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let x, y = Array.ofSeq x, Array.ofSeq y
            let loss = loss |> Seq.map Array.ofSeq |> Array.ofSeq

            if loss.Length <> y.Length || loss |> Array.exists (fun row -> row.Length <> x.Length) then
                let widths =
                    loss |> Seq.map _.Length |> Seq.distinct |> Seq.map string |> String.concat ", "

                raise (
                    ArgumentException(
                        $"'{nameof loss}' must have {y.Length} rows of {x.Length} values, one row for each y; it has {loss.Length} rows of {widths}.",
                        nameof loss
                    )
                )

            let values =
                loss |> Array.concat |> Array.filter (fun v -> Double.IsFinite v && v > 0.)

            let useLog = defaultArg LogLoss true && values.Length > 0
            let least = if useLog then log10 (Array.min values) else 0.

            let level v =
                if useLog then max least (log10 v) else v

            let z = loss |> Array.map (Array.map level)

            let colorBar =
                if useLog then
                    let powers =
                        [ ceil least .. ceil (Array.max values |> log10) ]
                        |> List.filter (fun p -> abs p < 300.)

                    ColorBar.init (
                        Title = Plotly.NET.Title.init (Text = "loss"),
                        TickMode = StyleParam.TickMode.Array,
                        TickVals = powers,
                        TickText = [ for power in powers -> Text.number (10. ** power) ],
                        Thickness = 12.,
                        OutlineWidth = 0.
                    )
                else
                    ColorBar.init (
                        Title = Plotly.NET.Title.init (Text = "loss"),
                        Thickness = 12.,
                        OutlineWidth = 0.
                    )

            let ground =
                Chart.Contour(
                    zData = z,
                    X = x,
                    Y = y,
                    Name = "loss",
                    ColorScale = scale,
                    ColorBar = colorBar,
                    ShowContourLines = true,
                    ContourLinesWidth = 0.6,
                    ContourLinesColor = Theme.color "#7F8FA3",
                    NContours = 16,
                    UseDefaults = false
                )
                |> GenericChart.mapTrace (Trace2DStyle.Contour(HoverInfo = StyleParam.HoverInfo.Skip))

            let paths = List.ofSeq (defaultArg Paths Seq.empty)

            let path (look: Look) (series: Curve) =
                let text =
                    [
                        for i in 0 .. series.X.Length - 1 ->
                            $"step {i}: ({Text.number series.X[i]}, {Text.number series.Y[i]})"
                    ]

                Lines.line look true series |> GenericChart.mapTrace (Trace2DStyle.Scatter(MultiText = text))

            let optimum =
                match Optimum with
                | None -> []
                | Some(x, y) ->
                    let text = $"optimum ({Text.number x}, {Text.number y})"

                    [
                        Lines.points
                            "optimum"
                            "#000000"
                            StyleParam.MarkerSymbol.Star
                            15
                            [ text ]
                            [| x |]
                            [| y |]
                    ]

            [
                ground
                yield! List.map2 path (paths |> List.map _.Name |> Theme.looks) paths
                yield! optimum
            ]
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Loss over two parameters")
                (defaultArg XTitle "first parameter")
                (defaultArg YTitle "second parameter")
            |> Drawing
