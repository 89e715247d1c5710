namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// Pictures of functions: tasks and what is fitted to them.
[<AutoOpen>]
module FunctionCharts =

    let private black = StyleParam.MarkerSymbol.Circle

    let private supportPoints (points: (float * float) list) =
        let x, y = points |> List.toArray |> Array.unzip
        let text = [ for x, y in points -> $"({Text.number x}, {Text.number y})" ]
        Lines.points "support" "#000000" black 10 text x y

    let private plain hex width dash (series: Curve) =
        Lines.line
            {
                Hex = hex
                Dash = dash
                Symbol = black
            }
            false
            series
        |> Chart.withLineStyle (Width = width)

    // What is behind stays; of the steps' traces, all with one name, a slider shows one.
    let private chosenBySlider (name: string) (behind: GenericChart list) (steps: GenericChart list) =
        let visible i =
            if i = 0 then
                StyleParam.Visible.True
            else
                StyleParam.Visible.False

        let show chosen =
            [|
                for _ in behind -> true
                for i in 0 .. steps.Length - 1 -> i = chosen
            |]

        let slider =
            Slider.init (
                Active = 0,
                Padding = Padding.init (T = 46),
                CurrentValue = SliderCurrentValue.init (Prefix = "inner steps: "),
                Steps =
                    [
                        for i in 0 .. steps.Length - 1 ->
                            SliderStep.init (
                                Label = string i,
                                Method = StyleParam.Method.Update,
                                Args = [ ("visible", (show i :> obj)) ]
                            )
                    ]
            )

        [
            yield! behind
            for i, step in List.indexed steps ->
                step |> Chart.withTraceInfo (Name = name, Visible = visible i)
        ]
        |> Chart.combine
        |> Chart.withSlider slider

    type Draw with

        /// Points and lines, such as data and what is fitted to them.
        static member scatterFit
            (
                points: seq<float * float>,
                lines: seq<Curve>,
                ?PointsName: string,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let lines = List.ofSeq lines
            let name = defaultArg PointsName "data"

            [
                yield! Lines.bandsAndLines false false lines

                supportPoints (List.ofSeq points) |> Chart.withTraceInfo (Name = name, LegendGroup = name)
            ]
            |> Chart.combine
            |> Theme.apply (defaultArg Title "Data and fit") (defaultArg XTitle "x") (defaultArg YTitle "y")
            |> Drawing

        /// Many tasks, thin, and one of them looked at: tasks holds the y of each task at the given x, and
        /// lookedAt is the number of the one, from 0.
        static member taskGallery
            (
                x: seq<float>,
                tasks: seq<#seq<float>>,
                lookedAt: int,
                ?Support: seq<float * float>,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let x = Array.ofSeq x

            let tasks =
                tasks |> Seq.map Array.ofSeq |> List.ofSeq |> Lines.notEmpty (nameof tasks)

            if lookedAt < 0 || lookedAt >= tasks.Length then
                raise (
                    ArgumentException(
                        $"'{nameof lookedAt}' is {lookedAt}, but there are {tasks.Length} tasks, numbered from 0.",
                        nameof lookedAt
                    )
                )

            let others =
                [
                    for i, y in List.indexed tasks do
                        if i <> lookedAt then
                            Curve.ofPoints $"task {i}" x y
                            |> plain "#C4C4C4" 1. StyleParam.DrawingStyle.Solid
                            |> Chart.withTraceInfo (
                                Name = "other tasks",
                                LegendGroup = "other tasks",
                                ShowLegend = (i = (if lookedAt = 0 then 1 else 0))
                            )
                ]

            let one =
                Curve.ofPoints $"task {lookedAt}" x tasks[lookedAt]
                |> plain "#D55E00" 3.5 StyleParam.DrawingStyle.Solid

            [
                yield! others
                one

                match List.ofSeq (defaultArg Support Seq.empty) with
                | [] -> ()
                | points -> supportPoints points
            ]
            |> Chart.combine
            |> Theme.apply
                (defaultArg Title $"{tasks.Length} tasks, one looked at")
                (defaultArg XTitle "x")
                (defaultArg YTitle "y")
            |> Drawing

        /// The fitted function after 0, 1, 2, … steps, chosen with a slider, beside the support points and
        /// the true function. The axes stay still while the slider moves.
        static member adaptationSlider
            (
                x: seq<float>,
                steps: seq<#seq<float>>,
                support: seq<float * float>,
                truth: seq<float>,
                ?Name: string,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let x, points = Array.ofSeq x, List.ofSeq support

            let steps =
                steps |> Seq.map Array.ofSeq |> List.ofSeq |> Lines.notEmpty (nameof steps)

            let name = defaultArg Name "MAML"
            let look = Theme.looks [ name ] |> List.head
            let truth = Curve.ofPoints "true function" x truth

            let fitted = [ for y in steps -> Lines.line look false (Curve.ofPoints name x y) ]

            let low, high =
                let all =
                    [
                        yield! truth.Y
                        yield! List.map snd points
                        for y in steps do
                            yield! y
                    ]
                    |> List.filter Double.IsFinite

                List.min all, List.max all

            let space = 0.05 * max (high - low) 1e-9

            fitted
            |> chosenBySlider
                name
                [ plain "#000000" 1.5 StyleParam.DrawingStyle.Dash truth; supportPoints points ]
            |> Theme.apply
                (defaultArg Title $"What {name} fits after each inner step")
                (defaultArg XTitle "x")
                (defaultArg YTitle "y")
            |> Chart.withYAxisStyle (TitleText = defaultArg YTitle "y", MinMax = (low - space, high + space))
            |> Theme.legendAbove
            |> Chart.withSize (Height = Theme.height + 80)
            |> Drawing

        /// The path predicted after 0, 1, 2, … steps, chosen with a slider, beside the true one and the points
        /// adapted on, all in a plane with equal scales. An arm, its joints from the base to the hand, is drawn
        /// behind them.
        static member pathSlider
            (
                steps: seq<#seq<float * float>>,
                support: seq<float * float>,
                truth: seq<float * float>,
                ?Arm: seq<float * float>,
                ?Name: string,
                ?Title: string,
                ?XTitle: string,
                ?YTitle: string
            ) =
            let steps =
                steps |> Seq.map List.ofSeq |> List.ofSeq |> Lines.notEmpty (nameof steps)

            let name = defaultArg Name "MAML"
            let look = Theme.looks [ name ] |> List.head

            let curve name (points: seq<float * float>) =
                Curve.ofPoints name (Seq.map fst points) (Seq.map snd points)

            let arm =
                match List.ofSeq (defaultArg Arm Seq.empty) with
                | [] -> []
                | joints ->
                    [
                        Lines.line
                            {
                                Hex = "#B8B8B8"
                                Dash = StyleParam.DrawingStyle.Solid
                                Symbol = black
                            }
                            true
                            (curve "the arm" joints)
                        |> Chart.withLineStyle (Width = 9.)
                        |> Chart.withMarkerStyle (Size = 17)
                    ]

            let support, truth = List.ofSeq support, curve "true path" truth

            let low, high =
                let all =
                    List.ofArray truth.Y @ List.map snd (support @ List.concat steps)
                    |> List.filter Double.IsFinite

                List.min all, List.max all

            let space = 0.05 * max (high - low) 1e-9

            [ for points in steps -> Lines.line look false (curve name points) ]
            |> chosenBySlider
                name
                [
                    yield! arm
                    plain "#000000" 1.5 StyleParam.DrawingStyle.Dash truth
                    supportPoints support
                ]
            |> Theme.apply
                (defaultArg Title $"What {name} predicts after each inner step")
                (defaultArg XTitle "x")
                (defaultArg YTitle "y")
            |> Chart.withXAxis (LinearAxis.init (ScaleAnchor = StyleParam.ScaleAnchor.Y 1))
            |> Chart.withYAxisStyle (TitleText = defaultArg YTitle "y", MinMax = (low - space, high + space))
            |> Theme.legendAbove
            |> Chart.withSize (Height = Theme.height + 120)
            |> Drawing
