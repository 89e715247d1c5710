namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// Few-shot tasks of images.
[<AutoOpen>]
module EpisodeCharts =

    // Pixels between two images, and between the support images and the queries, as shares of an image's side.
    let private gap, aisle = 0.14, 0.5

    let private square (side: int) (image: float[]) =
        if image.Length <> side * side then
            raise (
                ArgumentException(
                    $"An image has {image.Length} pixels; expected {side * side}, the square of 'side'."
                )
            )

        image

    type Draw with

        /// An episode as a grid of images, a row a class: its support images, then its queries. Images are rows
        /// of pixels, ink = 1. A query that was predicted (the number of its class, from 0) is framed: blue if
        /// right, orange and with the predicted class below it if wrong.
        static member episode
            (
                side: int,
                support: seq<#seq<float[]>>,
                query: seq<#seq<float[]>>,
                ?Predicted: seq<#seq<int>>,
                ?Classes: seq<string>,
                ?Title: string
            ) =
            let images rows =
                rows |> Seq.map (Seq.map (square side) >> Array.ofSeq) |> List.ofSeq

            let support, query =
                images support |> Lines.notEmpty (nameof support),
                images query |> Lines.notEmpty (nameof query)

            let classes =
                match Classes with
                | Some names -> List.ofSeq names
                | None -> [ for c in 1 .. support.Length -> $"class {c}" ]

            if query.Length <> support.Length || classes.Length <> support.Length then
                raise (
                    ArgumentException(
                        $"There are {support.Length} classes in 'support', {query.Length} in 'query' and {classes.Length} names; they must be as many.",
                        nameof query
                    )
                )

            let predicted =
                match Predicted with
                | Some rows -> rows |> Seq.map (Seq.map Some >> Array.ofSeq) |> List.ofSeq
                | None -> query |> List.map (Array.map (fun _ -> None))

            if List.map Array.length predicted <> List.map Array.length query then
                raise (
                    ArgumentException(
                        "'Predicted' must have a class for each query of each row.",
                        nameof Predicted
                    )
                )

            let shots = support |> List.map Array.length |> List.max
            let queries = query |> List.map Array.length |> List.max
            let step = side + int (Math.Ceiling(gap * float side))
            // Below a row there is room for what a wrong query was taken for.
            let rowStep =
                if Predicted.IsSome then
                    side + 2 * int (Math.Ceiling(gap * float side))
                else
                    step

            let shift = int (Math.Ceiling(aisle * float side))

            /// Where an image's first column is: support images stand first.
            let column isQuery i =
                if isQuery then (shots + i) * step + shift else i * step

            let width, height =
                column true (queries - 1) + side, (support.Length - 1) * rowStep + side

            let pixels = Array.init height (fun _ -> Array.create width nan)

            let paint row left (image: float[]) =
                for y in 0 .. side - 1 do
                    for x in 0 .. side - 1 do
                        pixels[row * rowStep + y][left + x] <- Math.Round(image[y * side + x], 2)

            for row in 0 .. support.Length - 1 do
                support[row] |> Array.iteri (fun i -> paint row (column false i))
                query[row] |> Array.iteri (fun i -> paint row (column true i))

            let middle start = float start + float (side - 1) / 2.

            /// What the pointer tells of each image.
            let told =
                [
                    for row in 0 .. support.Length - 1 do
                        for i in 0 .. support[row].Length - 1 do
                            middle (column false i), middle (row * rowStep), $"support of {classes[row]}"

                        for i in 0 .. query[row].Length - 1 do
                            let taken =
                                match predicted[row][i] with
                                | Some c -> $", taken for {classes[c]}"
                                | None -> ""

                            middle (column true i), middle (row * rowStep), $"query of {classes[row]}{taken}"
                ]

            let frames, notes =
                [
                    for row in 0 .. query.Length - 1 do
                        for i in 0 .. query[row].Length - 1 do
                            match predicted[row][i] with
                            | None -> ()
                            | Some c ->
                                let left, top = float (column true i) - 1., float (row * rowStep) - 1.
                                let color = Theme.color (if c = row then "#56B4E9" else "#D55E00")

                                let frame =
                                    Shape.init (
                                        ShapeType = StyleParam.ShapeType.Rectangle,
                                        X0 = left,
                                        X1 = left + float side + 1.,
                                        Y0 = top,
                                        Y1 = top + float side + 1.,
                                        Line =
                                            Line.init (Color = color, Width = (if c = row then 1.5 else 3.)),
                                        FillColor = Theme.faded 0. Theme.ink
                                    )

                                let note =
                                    if c = row then
                                        None
                                    else
                                        Annotation.init (
                                            X = left,
                                            Y = top + float side + 1.,
                                            Text = classes[c],
                                            ShowArrow = false,
                                            XAnchor = StyleParam.XAnchorPosition.Left,
                                            YAnchor = StyleParam.YAnchorPosition.Top,
                                            BorderPad = 0,
                                            Font = Font.init (Size = 11., Color = color)
                                        )
                                        |> Some

                                frame, note
                ]
                |> List.unzip

            let ink =
                Chart.Heatmap(
                    zData = pixels,
                    ColorScale =
                        StyleParam.Colorscale.Custom [ 0., Theme.color "#F4F4F4"; 1., Theme.color Theme.ink ],
                    ShowScale = false,
                    UseDefaults = false
                )
                |> GenericChart.mapTrace (
                    Trace2DStyle.Heatmap(ZMin = 0., ZMax = 1., HoverInfo = StyleParam.HoverInfo.Skip)
                )

            let pointer =
                Chart.Point(
                    x = [ for x, _, _ in told -> x ],
                    y = [ for _, y, _ in told -> y ],
                    MultiText = [ for _, _, text in told -> text ],
                    ShowLegend = false,
                    Opacity = 0.,
                    MarkerColor = Theme.color Theme.ink,
                    UseDefaults = false
                )
                |> GenericChart.mapTrace (Trace2DStyle.Scatter(HoverTemplate = "%{text}<extra></extra>"))

            let between first last = (middle first + middle last) / 2.

            [ ink; pointer ]
            |> Chart.combine
            |> Theme.apply (defaultArg Title "One episode") "" ""
            |> Chart.withXAxis (
                LinearAxis.init (
                    Title = Plotly.NET.Title.init (Text = "a row a class"),
                    TickVals =
                        [
                            between (column false 0) (column false (shots - 1))
                            between (column true 0) (column true (queries - 1))
                        ],
                    TickText = [ "support"; "query" ],
                    ShowGrid = false,
                    ShowLine = false,
                    Ticks = StyleParam.TickOptions.Empty
                )
            )
            |> Chart.withYAxis (
                LinearAxis.init (
                    TickVals = [ for row in 0 .. support.Length - 1 -> middle (row * rowStep) ],
                    TickText = classes,
                    AutoRange = StyleParam.AutoRange.Reversed,
                    ScaleAnchor = StyleParam.ScaleAnchor.X 1,
                    ShowGrid = false,
                    ShowLine = false,
                    Ticks = StyleParam.TickOptions.Empty
                )
            )
            |> Chart.withShapes frames
            |> Chart.withAnnotations (List.choose id notes)
            |> Drawing
