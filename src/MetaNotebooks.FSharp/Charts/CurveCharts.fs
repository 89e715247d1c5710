namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// Curves over training and adaptation.
[<AutoOpen>]
module CurveCharts =

    type Draw with

        /// How something changes during training; margins are drawn as bands.
        static member learningCurve
            (series: seq<Curve>, ?Title: string, ?XTitle: string, ?YTitle: string, ?LogY: bool, ?LogX: bool)
            =
            let logY = defaultArg LogY false
            let series = List.ofSeq series |> Lines.notEmpty (nameof series)

            Lines.bandsAndLines false logY series
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Learning curve")
                (defaultArg XTitle "Training step")
                (defaultArg YTitle "Loss")
            |> Chart.withLayoutStyle (HoverMode = StyleParam.HoverMode.XUnified)
            |> if logY then Chart.withYAxis (Lines.logY series) else id
            |> if defaultArg LogX false then
                   Chart.withXAxis (Lines.logX series)
               else
                   id
            |> Drawing

        /// How well each algorithm does after 0, 1, 2, … inner steps. Published values are points (name of
        /// the algorithm, step, value).
        static member adaptationCurve
            (
                series: seq<Curve>,
                ?Published: seq<string * float * float>,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string,
                ?LogY: bool
            ) =
            let logY = defaultArg LogY false
            let series = List.ofSeq series |> Lines.notEmpty (nameof series)

            let published =
                [
                    for name, points in
                        defaultArg Published Seq.empty |> Seq.groupBy (fun (name, _, _) -> name) do
                        let look = Theme.looks [ name ] |> List.head
                        let steps, values = [| for _, step, value in points -> step, value |] |> Array.unzip
                        let text = [ for value in values -> Text.number value ]
                        let symbol = StyleParam.MarkerSymbol.Star
                        Lines.points $"{name}, published" look.Hex symbol 14 text steps values
                ]

            Lines.bandsAndLines true logY series @ published
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Adaptation to a new task")
                (defaultArg XTitle "Inner gradient steps")
                (defaultArg YTitle "Query loss")
            |> if logY then Chart.withYAxis (Lines.logY series) else id
            |> Drawing

        /// The loss after some steps against the learning rate, both logarithmic. A loss that is not finite
        /// is drawn as a cross at the top; beyond the stable limit the background is shaded.
        static member rateSweep
            (series: seq<Curve>, ?StableLimit: float, ?Title: string, ?XTitle: string, ?YTitle: string)
            =
            let series = List.ofSeq series |> Lines.notEmpty (nameof series)

            let finite =
                series |> List.collect (fun s -> s.Y |> Array.filter Double.IsFinite |> List.ofArray)

            let top = if finite.IsEmpty then 1. else List.max finite

            let diverged =
                [
                    for series, look in List.zip series (series |> List.map _.Name |> Theme.looks) do
                        let rates =
                            Array.zip series.X series.Y
                            |> Array.filter (snd >> Double.IsFinite >> not)
                            |> Array.map fst

                        if rates.Length > 0 then
                            Lines.points
                                "diverged"
                                look.Hex
                                StyleParam.MarkerSymbol.X
                                9
                                [ for rate in rates -> $"{series.Name}, rate {Text.number rate}" ]
                                rates
                                (Array.create rates.Length top)
                ]
                |> List.mapi (fun i chart ->
                    chart |> Chart.withTraceInfo (Name = "diverged", ShowLegend = (i = 0)))

            let finiteOnly (series: Curve) =
                { series with
                    Y = series.Y |> Array.map (fun y -> if Double.IsFinite y then y else nan)
                }

            let limit (chart: GenericChart) =
                match StableLimit with
                | None -> chart
                | Some rate ->
                    let right = series |> Seq.collect _.X |> Seq.max |> max rate

                    let shape (kind, x1, line, fill) =
                        Shape.init (
                            ShapeType = kind,
                            X0 = rate,
                            X1 = x1,
                            Y0 = 0.,
                            Y1 = 1.,
                            Yref = "paper",
                            Layer = StyleParam.Layer.Below,
                            Line = line,
                            FillColor = fill
                        )

                    let line =
                        Line.init (
                            Color = Theme.color Theme.ink,
                            Width = 1.5,
                            Dash = StyleParam.DrawingStyle.Dash
                        )

                    chart
                    |> Chart.withShapes
                        [
                            shape (StyleParam.ShapeType.Line, rate, line, Theme.faded 0. Theme.ink)
                            shape (
                                StyleParam.ShapeType.Rectangle,
                                right,
                                Line.init (Width = 0.),
                                Theme.faded 0.06 Theme.ink
                            )
                        ]
                    // On a logarithmic axis plotly.js wants a shape's x itself but a text's x as its logarithm.
                    |> Chart.withAnnotation (
                        Annotation.init (
                            X = log10 rate,
                            Y = 0.,
                            YRef = "paper",
                            Text = $"stable limit {Text.number rate}",
                            ShowArrow = false,
                            XAnchor = StyleParam.XAnchorPosition.Right,
                            YAnchor = StyleParam.YAnchorPosition.Bottom
                        )
                    )

            (series |> List.map finiteOnly |> Lines.bandsAndLines true true) @ diverged
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Loss against learning rate")
                (defaultArg XTitle "Learning rate")
                (defaultArg YTitle "Loss after the last step")
            |> Chart.withXAxis (Lines.logX series)
            |> Chart.withYAxis (Lines.logY (List.map finiteOnly series))
            |> limit
            |> Drawing
