namespace Plotly.NET

open System
open Plotly.NET.LayoutObjects

/// Puts charts into the cells of a grid.
module internal GridCells =

    /// Where each of the cells in one direction begins and ends, in fractions of the whole.
    let private cells count gap =
        let step = 1. / (float count - gap)
        [| for i in 0 .. count - 1 -> step * float i, step * (float i + 1. - gap) |]

    /// The titles, each above the middle of its cell.
    let titles (rows, yGap, rowOrder) (columns, xGap) offset (font, titles: seq<string>) =
        let vertical =
            match rowOrder with
            | StyleParam.LayoutGridRowOrder.TopToBottom -> Array.rev (cells rows yGap)
            | StyleParam.LayoutGridRowOrder.BottomToTop -> cells rows yGap

        let horizontal = cells columns xGap

        [
            for i, title in titles |> Seq.truncate (rows * columns) |> Seq.indexed do
                let left, right = horizontal[i % columns]
                let _, top = vertical[i / columns]

                Annotation.init (
                    X = (left + right) / 2.,
                    XRef = "paper",
                    XAnchor = StyleParam.XAnchorPosition.Center,
                    Y = top + offset,
                    YRef = "paper",
                    YAnchor = StyleParam.YAnchorPosition.Bottom,
                    Text = title,
                    ShowArrow = false,
                    ?Font = font
                )
        ]

    let private inPlane coupled index row column chart =
        let layout = GenericChart.getLayout chart

        let take kind axes =
            let first =
                layout.TryGetTypedValue<LinearAxis> kind |> Option.defaultWith LinearAxis
            // Names of axes left here would clash with those of the other cells.
            axes layout |> Seq.toList |> List.iter (fun (name: string, _) -> layout.Remove name |> ignore)
            first

        let xAxis = take "xaxis" Layout.getXAxes
        let yAxis = take "yaxis" Layout.getYAxes

        let x, y =
            if coupled then
                column + 1, row + 1
            else
                index + 1, index + 1

        chart
        |> Chart.withAxisAnchor (X = x, Y = y)
        |> Chart.withXAxis (xAxis, StyleParam.SubPlotId.XAxis(index + 1))
        |> Chart.withYAxis (yAxis, StyleParam.SubPlotId.YAxis(index + 1))

    let private inSpace index domain chart =
        let layout = GenericChart.getLayout chart
        let scene = layout.TryGetTypedValue<Scene> "scene" |> Option.defaultWith Scene
        Layout.getScenes layout |> Seq.toList |> List.iter (fun (name, _) -> layout.Remove name |> ignore)
        let id = StyleParam.SubPlotId.Scene(index + 1)

        chart
        |> GenericChart.mapTrace (Dyn.style [ "scene", Some(box id) ])
        |> Chart.withScene (Scene.style (Domain = domain) scene, index + 1)

    /// Puts a chart into its cell.
    let place coupled index row column (chart: GenericChart) =
        let traces = GenericChart.getTraces chart
        let domain = Domain.init (Row = row, Column = column)

        if traces |> List.forall (fun trace -> trace :? Trace2D) then
            inPlane coupled index row column chart
        elif traces |> List.forall (fun trace -> trace :? Trace3D) then
            inSpace index domain chart
        elif traces |> List.forall (fun trace -> trace :? TraceDomain) then
            chart |> GenericChart.mapTrace (Dyn.style [ "domain", Some(box domain) ])
        else
            failwith $"The chart for cell ({row + 1}, {column + 1}) mixes traces with and without axes."

/// Several charts in one.
[<AutoOpen>]
module ChartGrid =

    /// Several charts in one.
    type Chart =

        /// The charts in cells, row by row; the layout of the first chart is changed.
        static member Grid
            (
                nRows: int,
                nCols: int,
                ?SubPlotTitles: #seq<string>,
                ?SubPlotTitleFont: Font,
                ?SubPlotTitleOffset: float,
                ?RowOrder: StyleParam.LayoutGridRowOrder,
                ?Pattern: StyleParam.LayoutGridPattern,
                ?XGap: float,
                ?YGap: float,
                ?Domain: Domain
            ) =
            let pattern = defaultArg Pattern StyleParam.LayoutGridPattern.Independent
            let rowOrder = defaultArg RowOrder StyleParam.LayoutGridRowOrder.TopToBottom
            let coupled = (pattern = StyleParam.LayoutGridPattern.Coupled)

            let titles =
                let gap given usual =
                    defaultArg given (if coupled then 0.1 else usual)

                match SubPlotTitles with
                | None -> []
                | Some titles ->
                    GridCells.titles
                        (nRows, gap YGap 0.3, rowOrder)
                        (nCols, gap XGap 0.2)
                        (defaultArg SubPlotTitleOffset 0.)
                        (SubPlotTitleFont, titles)

            let grid =
                LayoutGrid.init (
                    Rows = nRows,
                    Columns = nCols,
                    Pattern = pattern,
                    RowOrder = rowOrder,
                    ?XGap = XGap,
                    ?YGap = YGap,
                    ?Domain = Domain
                )

            fun (gCharts: #seq<GenericChart>) ->
                gCharts
                |> Seq.truncate (nRows * nCols)
                |> Seq.mapi (fun i chart -> GridCells.place coupled i (i / nCols) (i % nCols) chart)
                |> Chart.combine
                |> Chart.withAnnotations titles
                |> Chart.withLayoutGrid grid

        /// The charts in cells, a row for each inner sequence; shorter rows are filled up with empty cells.
        static member Grid
            (
                ?SubPlotTitles: #seq<string>,
                ?SubPlotTitleFont: Font,
                ?SubPlotTitleOffset: float,
                ?RowOrder: StyleParam.LayoutGridRowOrder,
                ?Pattern: StyleParam.LayoutGridPattern,
                ?XGap: float,
                ?YGap: float,
                ?Domain: Domain
            ) =
            fun (gCharts: #seq<#seq<GenericChart>>) ->
                let rows = gCharts |> Seq.map (Seq.map id >> Seq.toList) |> Seq.toList
                let nCols = rows |> List.map List.length |> List.max

                let cells =
                    rows
                    |> List.collect (fun row ->
                        row @ List.init (nCols - row.Length) (fun _ -> Chart.Invisible()))

                cells
                |> Chart.Grid(
                    nRows = rows.Length,
                    nCols = nCols,
                    ?SubPlotTitles = SubPlotTitles,
                    ?SubPlotTitleFont = SubPlotTitleFont,
                    ?SubPlotTitleOffset = SubPlotTitleOffset,
                    ?RowOrder = RowOrder,
                    ?Pattern = Pattern,
                    ?XGap = XGap,
                    ?YGap = YGap,
                    ?Domain = Domain
                )

        /// The charts under each other.
        [<CompiledName("SingleStack")>]
        static member SingleStack
            (
                ?SubPlotTitles: #seq<string>,
                ?SubPlotTitleFont: Font,
                ?SubPlotTitleOffset: float,
                ?RowOrder: StyleParam.LayoutGridRowOrder,
                ?Pattern: StyleParam.LayoutGridPattern,
                ?XGap: float,
                ?YGap: float,
                ?Domain: Domain
            ) =
            fun (gCharts: #seq<GenericChart>) ->
                gCharts
                |> Chart.Grid(
                    nRows = Seq.length gCharts,
                    nCols = 1,
                    ?SubPlotTitles = SubPlotTitles,
                    ?SubPlotTitleFont = SubPlotTitleFont,
                    ?SubPlotTitleOffset = SubPlotTitleOffset,
                    ?RowOrder = RowOrder,
                    ?Pattern = Pattern,
                    ?XGap = XGap,
                    ?YGap = YGap,
                    ?Domain = Domain
                )
