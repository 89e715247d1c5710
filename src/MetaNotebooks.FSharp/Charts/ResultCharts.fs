namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects

/// Results side by side.
[<AutoOpen>]
module ResultCharts =

    type Draw with

        /// Named values with the half widths of their confidence intervals as horizontal bars, the first at
        /// the top. Published values (name, value) are diamonds on the bars of the same names. Where the names
        /// are those of families or settings and the values all of one learner, its name gives the colour.
        static member barWithError
            (
                bars: seq<string * float * float>,
                ?Published: seq<string * float>,
                ?Learner: string,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let bars = List.ofSeq bars |> Lines.notEmpty (nameof bars)

            let bar (look: Look) (name: string, value: float, margin: float) =
                Chart.Bar(
                    values = [ value ],
                    Keys = [ name ],
                    Name = name,
                    ShowLegend = false,
                    MultiText = [ $"{Text.number value} ± {Text.number margin}" ],
                    TextPosition = StyleParam.TextPosition.None,
                    MarkerColor = Theme.color look.Hex,
                    UseDefaults = false
                )
                |> Chart.withXError (
                    Error.init (
                        Type = StyleParam.ErrorType.Data,
                        Array = [ margin ],
                        Color = Theme.color Theme.ink,
                        Thickness = 1.5
                    )
                )
                |> GenericChart.mapTrace (Trace2DStyle.Bar(HoverTemplate = "%{y}: %{text}<extra></extra>"))

            let published =
                match List.ofSeq (defaultArg Published Seq.empty) with
                | [] -> []
                | values ->
                    [
                        Chart.Point(
                            x = List.map snd values,
                            y = List.map fst values,
                            Name = "published",
                            MultiText = [ for _, value in values -> Text.number value ],
                            Marker =
                                Marker.init (
                                    Color = Theme.color "#FFFFFF",
                                    Symbol = StyleParam.MarkerSymbol.Diamond,
                                    Size = 11,
                                    Outline = Line.init (Color = Theme.color "#000000", Width = 2.)
                                ),
                            UseDefaults = false
                        )
                        |> GenericChart.mapTrace (
                            Trace2DStyle.Scatter(HoverTemplate = "%{y}, published: %{text}<extra></extra>")
                        )
                    ]

            let names = [ for name, _, _ in bars -> name ]

            let looks =
                match Learner with
                | Some learner -> List.replicate bars.Length (List.head (Theme.looks [ learner ]))
                | None -> Theme.looks names

            List.map2 bar looks bars @ published
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Results")
                (defaultArg XTitle "Value, with 95% confidence interval")
                (defaultArg YTitle "")
            |> Chart.withLayoutStyle (BarMode = StyleParam.BarMode.Overlay, BarGap = 0.35)
            |> Chart.withYAxis (
                LinearAxis.init (
                    AutoRange = StyleParam.AutoRange.Reversed,
                    CategoryOrder = StyleParam.CategoryOrder.Array,
                    CategoryArray = names,
                    ShowGrid = false
                )
            )
            |> Drawing

        /// How often values fall into bins; the bins of all groups (name, values) are the same. Marks (name,
        /// value) are upright lines, and stay in view however far from the values they lie.
        static member histogram
            (
                groups: seq<string * #seq<float>>,
                ?Marks: seq<string * float>,
                ?Bins: int,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let groups =
                [
                    for name, values in groups -> name, values |> Seq.filter Double.IsFinite |> Array.ofSeq
                ]
                |> Lines.notEmpty (nameof groups)

            let all = groups |> List.map snd |> Array.concat

            if all.Length = 0 then
                raise (ArgumentException($"'{nameof groups}' hold no finite value.", nameof groups))

            let low, high = Array.min all, Array.max all
            let size = (max (high - low) 1e-9) / float (defaultArg Bins 30)

            let bins () =
                TraceObjects.Bins.init (Start = low, End = high + size, Size = size)

            let group (look: Look) (name: string, values: float[]) =
                Chart.Histogram(
                    X = values,
                    Name = name,
                    Opacity = (if groups.Length > 1 then 0.6 else 0.9),
                    XBins = bins (),
                    MarkerColor = Theme.color look.Hex,
                    UseDefaults = false
                )
                |> GenericChart.mapTrace (
                    Trace2DStyle.Histogram(HoverTemplate = "%{x}: %{y}<extra>%{fullData.name}</extra>")
                )

            let highest =
                [
                    for _, values in groups do
                        for _, inBin in Array.countBy (fun value -> floor ((value - low) / size)) values ->
                            inBin
                ]
                |> List.max
                |> float

            let mark (name: string, value: float) =
                Curve.ofPoints name [ value; value ] [ 0.; highest ]
                |> Lines.line (List.head (Theme.looks [ "truth" ])) false

            (List.map2 group (groups |> List.map fst |> Theme.looks) groups
             @ (defaultArg Marks Seq.empty |> Seq.map mark |> List.ofSeq))
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title "Distribution")
                (defaultArg XTitle "Value")
                (defaultArg YTitle "Count")
            |> Chart.withLayoutStyle (BarMode = StyleParam.BarMode.Overlay, BarGap = 0.04)
            |> Drawing

        /// How often each true class (row) was taken for each class (column).
        static member confusion
            (labels: seq<string>, counts: seq<#seq<float>>, ?Title: string, ?XTitle: string, ?YTitle: string)
            =
            let labels = List.ofSeq labels |> Lines.notEmpty (nameof labels)
            let counts = counts |> Seq.map Array.ofSeq |> List.ofSeq

            if
                counts.Length <> labels.Length
                || counts |> List.exists (fun row -> row.Length <> labels.Length)
            then
                raise (
                    ArgumentException(
                        $"'{nameof counts}' must be square with {labels.Length} rows, one for each label; it has {counts.Length} rows.",
                        nameof counts
                    )
                )

            Chart.Heatmap(
                zData = counts,
                colNames = labels,
                rowNames = labels,
                ColorScale =
                    StyleParam.Colorscale.Custom [ 0., Theme.color "#FFFFFF"; 1., Theme.color "#0072B2" ],
                XGap = 2,
                YGap = 2,
                ShowScale = false,
                UseDefaults = false
            )
            |> GenericChart.mapTrace (
                Trace2DStyle.Heatmap(
                    TextTemplate = "%{z:.3~g}",
                    HoverTemplate = "%{y} taken for %{x}: %{z}<extra></extra>"
                )
            )
            |> Theme.apply
                (defaultArg Title "What is taken for what")
                (defaultArg XTitle "Predicted class")
                (defaultArg YTitle "True class")
            |> Chart.withXAxis (LinearAxis.init (AxisType = StyleParam.AxisType.Category))
            |> Chart.withYAxis (
                LinearAxis.init (
                    AxisType = StyleParam.AxisType.Category,
                    AutoRange = StyleParam.AutoRange.Reversed
                )
            )
            |> Drawing
