/// What the kit shows, shows itself: programs that know nothing of the kit find a public ToHtml, terminals a line.
module MetaNotebooks.FSharp.Tests.ShownTests

open Deedle
open Plotly.NET
open MetaNotebooks
open TorchSharp
open Xunit

let private drawing =
    Draw.learningCurve ([ Samples.series "MAML" ], Title = "One < two")

let private values =
    frame
        [
            "a < b" => series [ "r", 1.0; "s", 2.0 ]
            "c" => series [ "r", 3.0; "s", 4.0 ]
        ]

let private learner =
    Learner.create
        "a < b"
        (fun _ -> parameters [ "strength", torch.zeros 2L ])
        Losses.MeanSquaredError
        (fun _ _ _ x -> x)

let private fits history seeds : Fit =
    {
        Learner = learner
        Runs = [ for seed in seeds -> seed, TrainingResult(learner.Init(Seed 1), history) ]
    }

let private judged: Judgement =
    {
        Learner = "a < b"
        PerSeed = [ 1, Evaluation("a < b", [| [| 1.0; 1.0 |]; [| 0.5; 0.5 |] |]) ]
    }

let private shown: obj list =
    [
        drawing
        values |> Table
        Table(values, "A < B")
        Line "1 of 2 < 3"
        fits [| 0.5; 0.25 |] [ 3; 7 ]
        judged
    ]

/// As a program does that has never seen the type.
let private html (value: obj) =
    let found = value.GetType().GetMethod("ToHtml", [||]) |> nonNull
    string (found.Invoke(value, [||]))

[<Fact>]
let ``each has a public ToHtml, in which its text is text`` () =
    for value in shown do
        Assert.DoesNotContain(" < ", html value)
        Assert.Contains(" &lt; ", html value)

[<Fact>]
let ``each is one line in a terminal`` () =
    Assert.Equal<string list>(
        [
            "Chart: One < two"
            "Table: 2 rows of a < b, c"
            "Table: 2 rows of a < b, c"
            "1 of 2 < 3"
            "a < b, iterations 2, seeds 3, 7; it learns strength [2]"
            "a < b, after each inner step 0: 1.000 ± 0.000, 1: 0.500 ± 0.000"
        ],
        List.map string shown
    )

[<Fact>]
let ``a fit says how it was trained, and an F# session prints that line too`` () =
    Assert.Equal("a < b, iterations 1, seed 3; it learns strength [2]", string (fits [| 0.5 |] [ 3 ]))
    let control = untrained learner
    Assert.Equal("a < b, without a training; it learns strength [2]", string control)
    Assert.Equal(string control, sprintf "%A" control)
    Assert.Equal(string judged, sprintf "%A" judged)

[<Fact>]
let ``a drawing is a chart to whoever adds to it`` () =
    let sized (chart: GenericChart) = chart |> Chart.withSize (300, 200)
    let size = drawing.Chart |> sized |> GenericChart.tryGetLayoutSize
    Assert.Equal((Some 300, Some 200), size)
    Assert.Same(drawing.Chart, Drawing.op_Implicit drawing)
    Assert.Equal(ChartHtml.ofChart drawing.Chart, drawing.ToHtml())

[<Fact>]
let ``a caption stands above its table, and alone where there are no rows`` () =
    Assert.StartsWith("<p>A &lt; B</p><table>", Table(values, "A < B").ToHtml())

    let none: Frame<string, string> =
        Frame.ofColumns (Seq.empty<string * Series<string, float>>)

    Assert.Equal("<p>nothing</p>", Table(none, "nothing").ToHtml())
    Assert.Equal("nothing", string (Table(none, "nothing")))
    Assert.StartsWith("<table>", (none |> Table).ToHtml())
