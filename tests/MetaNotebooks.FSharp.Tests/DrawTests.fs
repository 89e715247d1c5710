module MetaNotebooks.FSharp.Tests.DrawTests

open System
open System.Text.Json
open Plotly.NET
open MetaNotebooks
open Xunit

let private x = Samples.x
let private figure (drawing: Drawing) = Json.figure drawing.Chart
let private names = TheoryData<string>(Seq.map fst Samples.draws)

let drawings = names

[<Theory; MemberData(nameof drawings)>]
let ``every picture has a title, named axes and follows the width of the page`` (name: string) =
    let make = Samples.draws |> List.find (fun (other, _) -> other = name) |> snd
    let json = make () |> figure
    Assert.NotEqual<string | null>("", Json.text "layout.title.text" json)
    Assert.NotEqual<string | null>("", Json.text "layout.xaxis.title.text" json)
    Assert.True(Json.has "layout.yaxis.title.text" json)
    Assert.True(Json.truth "layout.autosize" json)
    Assert.False(Json.has "layout.width" json)
    Assert.True(Json.truth "config.responsive" json)

[<Theory; MemberData(nameof drawings)>]
let ``every call makes a fresh chart`` (name: string) =
    let make = Samples.draws |> List.find (fun (other, _) -> other = name) |> snd
    let before = make().Chart |> GenericChart.toJson
    make().Chart |> Chart.withTitle "changed" |> Chart.withXAxisStyle "changed" |> ignore
    Assert.Equal(before, make().Chart |> GenericChart.toJson)

[<Fact>]
let ``a learning curve has its line in its band`` () =
    let json = Draw.learningCurve [ Samples.series "MAML" ] |> figure
    // Mean 3, 2, 1 with margins 0.1, 0.2, 0.3.
    Assert.Equal<float list>([ 2.9; 1.8; 0.7 ], Json.numbers "data.0.y" json)
    Assert.Equal<float list>([ 3.1; 2.2; 1.3 ], Json.numbers "data.1.y" json)
    Assert.Equal("tonexty", Json.text "data.1.fill" json)
    Assert.Equal<float list>([ 3.; 2.; 1. ], Json.numbers "data.2.y" json)
    Assert.Equal("2 ± 0.2", (Json.texts "data.2.text" json)[1])

[<Fact>]
let ``a learning curve may have a logarithmic x and keeps its title`` () =
    let json =
        Draw.learningCurve ([ Samples.series "MAML" ], XTitle = "λ", LogX = true) |> figure

    Assert.Equal("log", Json.text "layout.xaxis.type" json)
    Assert.Equal("λ", Json.text "layout.xaxis.title.text" json)

// By itself plotly.js writes small digits 2 to 9 for each power of ten, of one or two of them.
[<Theory>]
[<InlineData(2., false)>]
[<InlineData(20., true)>]
[<InlineData(500., true)>]
[<InlineData(1e6, false)>]
let ``a logarithmic axis of few powers of ten has ticks at 1, 2 and 5`` (high: float, isFew: bool) =
    let series = Curve.ofValues "MAML" [ 1.; high; nan ]
    let json = Draw.learningCurve ([ series ], LogY = true) |> figure
    Assert.Equal(isFew, (string json).Contains "\"dtick\":\"D2\"")

[<Fact>]
let ``on a logarithmic axis no bound lies at or below zero`` () =
    let series = Curve.ofValues "MAML" [ 2.; 1. ] |> Curve.withMargin [ 3.; 0.5 ]
    let json = Draw.learningCurve ([ series ], LogY = true) |> figure
    Assert.Equal("log", Json.text "layout.yaxis.type" json)
    Assert.Equal<float list>([ 0.1; 0.5 ], Json.numbers "data.0.y" json)

[<Fact>]
let ``published values are points of the algorithm's colour`` () =
    let json =
        Draw.adaptationCurve ([ Samples.series "MAML" ], Published = [ "MAML", 1., 0.5; "MAML", 5., 0.25 ])
        |> figure

    Assert.Equal("markers", Json.text "data.3.mode" json)
    Assert.Equal<float list>([ 1.; 5. ], Json.numbers "data.3.x" json)
    Assert.Equal<float list>([ 0.5; 0.25 ], Json.numbers "data.3.y" json)
    Assert.Equal("MAML, published", Json.text "data.3.name" json)

[<Fact>]
let ``each slider position shows the truth, the support and one fit`` () =
    let json = Draw.adaptationSlider (x, [ x; x; x ], [ 1., 2. ], x) |> figure
    Assert.Equal(5, Json.count "data" json)
    Assert.Equal(3, Json.count "layout.sliders.0.steps" json)

    for step in 0..2 do
        let shown =
            (Json.at $"layout.sliders.0.steps.{step}.args.0.visible" json).EnumerateArray()

        let shown = [ for one in shown -> one.GetBoolean() ]
        Assert.Equal<bool list>([ true; true; step = 0; step = 1; step = 2 ], shown)

    Assert.True(Json.truth "data.2.visible" json)
    Assert.False(Json.truth "data.3.visible" json)

[<Fact>]
let ``each slider position shows the arm, the truth, the support and one path`` () =
    let path y = [ 0., 0.; 1., y ]

    let json =
        Draw.pathSlider ([ path 5.; path 4. ], [ 1., 2. ], path 3., Arm = [ 0., 0.; 2., 1. ]) |> figure

    Assert.Equal<float list>([ 0.; 2. ], Json.numbers "data.0.x" json)
    Assert.Equal<float list>([ 0.; 4. ], Json.numbers "data.4.y" json)
    Assert.Equal("y", Json.text "layout.xaxis.scaleanchor" json)

    for step in 0..1 do
        let shown =
            (Json.at $"layout.sliders.0.steps.{step}.args.0.visible" json).EnumerateArray()

        Assert.Equal<bool list>(
            [ true; true; true; step = 0; step = 1 ],
            [ for one in shown -> one.GetBoolean() ]
        )

[<Fact>]
let ``a loss that diverged is a cross at the largest finite loss`` () =
    let json = Draw.rateSweep [ Curve.ofPoints "MAML" x [ 3.; 7.; infinity ] ] |> figure

    Assert.True(Json.isGap (Json.at "data.0.y.2" json))
    Assert.Equal("diverged", Json.text "data.1.name" json)
    Assert.Equal<float list>([ 3. ], Json.numbers "data.1.x" json)
    Assert.Equal<float list>([ 7. ], Json.numbers "data.1.y" json)

[<Fact>]
let ``the stable limit is drawn at its rate`` () =
    let json =
        Draw.rateSweep ([ Curve.ofPoints "MAML" x x ], StableLimit = 2.) |> figure

    Assert.Equal(2., Json.number "layout.shapes.0.x0" json)
    Assert.Equal(log10 2., Json.number "layout.annotations.0.x" json, 12)

[<Fact>]
let ``a loss contour follows the logarithm of the loss`` () =
    let json =
        Draw.lossContour ([ 0.; 1. ], [ 0. ], [ [ 0.01; 100. ] ], Optimum = (0., 0.)) |> figure

    Assert.Equal<float list>([ -2.; 2. ], Json.numbers "data.0.z.0" json)
    Assert.Equal<float list>([ -2.; -1.; 0.; 1.; 2. ], Json.numbers "data.0.colorbar.tickvals" json)
    Assert.Equal<string list>([ "0.01"; "0.1"; "1"; "10"; "100" ], Json.texts "data.0.colorbar.ticktext" json)
    Assert.Equal("optimum", Json.text "data.1.name" json)

[<Fact>]
let ``bars have their margins and published values`` () =
    let json =
        Draw.barWithError ([ "a", 1., 0.1; "b", 2., 0.2 ], Published = [ "b", 2.5 ]) |> figure

    Assert.Equal<float list>([ 2. ], Json.numbers "data.1.x" json)
    Assert.Equal<float list>([ 0.2 ], Json.numbers "data.1.error_x.array" json)
    Assert.Equal<float list>([ 2.5 ], Json.numbers "data.2.x" json)
    Assert.Equal<string list>([ "b" ], Json.texts "data.2.y" json)
    Assert.Equal<string list>([ "a"; "b" ], Json.texts "layout.yaxis.categoryarray" json)

[<Fact>]
let ``bars of one learner have its colour`` () =
    let json =
        Draw.barWithError ([ "a", 1., 0.1; "b", 2., 0.2 ], Learner = "MAML") |> figure

    let color i =
        Json.color (Json.text $"data.{i}.marker.color" json)

    Assert.Equal<float list>(Json.color "#0072B2", color 0)
    Assert.Equal<float list>(color 0, color 1)

[<Fact>]
let ``all groups of a histogram have the same bins`` () =
    let json =
        Draw.histogram ([ "a", [ 0.; 1. ]; "b", [ 3.; nan ] ], Bins = 3) |> figure

    for i in 0..1 do
        Assert.Equal(0., Json.number $"data.{i}.xbins.start" json)
        Assert.Equal(1., Json.number $"data.{i}.xbins.size" json)

    Assert.Equal<float list>([ 3. ], Json.numbers "data.1.x" json)

let private message (act: unit -> obj) =
    Assert.ThrowsAny<ArgumentException>(fun () -> act () |> ignore).Message

[<Fact>]
let ``bad input is named`` () =
    Assert.Contains("'series' is empty", message (fun () -> Draw.learningCurve []))
    Assert.Contains("3 values of x but 2 values of y", message (fun () -> Curve.ofPoints "a" x [ 1.; 2. ]))
    Assert.Contains("'lookedAt' is 3", message (fun () -> Draw.taskGallery (x, [ x ], 3)))

    Assert.Contains(
        "must have 1 rows of 3 values",
        message (fun () -> Draw.lossContour (x, [ 0. ], [ [ 1. ] ]))
    )

    Assert.Contains("square with 2 rows", message (fun () -> Draw.confusion ([ "a"; "b" ], [ [ 1. ] ])))

[<Fact>]
let ``a mark of a histogram stands at its value, as high as the fullest bin`` () =
    let json =
        Draw.histogram ([ "a", [ 0.; 0.1; 0.2; 3. ] ], Bins = 3, Marks = [ "claim", -5. ]) |> figure

    Assert.Equal<float list>([ -5.; -5. ], json |> Json.numbers "data.1.x")
    Assert.Equal<float list>([ 0.; 3. ], json |> Json.numbers "data.1.y")

[<Fact>]
let ``signed maps stand side by side on one scale with zero in its middle`` () =
    let json =
        Draw.signedMaps ([ 0.; 1. ], [ "a", [ [ 1.; -2. ]; [ 0.; 0.5 ] ]; "b", [ [ 1.; 0. ]; [ 0.; 4. ] ] ])
        |> figure

    for i in 0..1 do
        Assert.Equal("coloraxis", json |> Json.text $"data.{i}.coloraxis")

    Assert.NotEqual<string | null>(json |> Json.text "data.0.xaxis", json |> Json.text "data.1.xaxis")

    Assert.Equal<float list>(
        [ -4.; 4. ],
        [
            json |> Json.number "layout.coloraxis.cmin"
            json |> Json.number "layout.coloraxis.cmax"
        ]
    )

    Assert.Contains(
        "'a' must be square",
        message (fun () -> Draw.signedMaps ([ 0.; 1. ], [ "a", [ [ 1. ] ] ]))
    )

[<Fact>]
let ``a band may have other distances to both sides`` () =
    let series =
        Curve.ofValues "MAML" [ 2.; 1. ] |> Curve.withBounds [ 1., 5.; 0.5, 2. ]

    let json = Draw.learningCurve [ series ] |> figure
    Assert.Equal<float list>([ 1.; 0.5 ], Json.numbers "data.0.y" json)
    Assert.Equal<float list>([ 5.; 2. ], Json.numbers "data.1.y" json)
    Assert.Equal("2, from 1 to 5", (Json.texts "data.2.text" json)[0])
    Assert.Contains("the bounds", message (fun () -> Curve.withBounds [] (Curve.ofValues "a" [ 1. ])))

[<Fact>]
let ``zero is in the middle of a signed matrix's colours`` () =
    let json = Draw.signedMatrix ([ "a"; "b" ], [ [ 1.; -2. ]; [ 0.; 0.5 ] ]) |> figure

    Assert.Equal<float list>(
        [ -2.; 2. ],
        [ json |> Json.number "data.0.zmin"; json |> Json.number "data.0.zmax" ]
    )

    Assert.Contains("square with 2 rows", message (fun () -> Draw.signedMatrix ([ "a"; "b" ], [ [ 1. ] ])))

[<Fact>]
let ``an episode has its images in rows of classes, and a wrong query tells what it was taken for`` () =
    let ink, paper = [| 1.; 1.; 1.; 1. |], [| 0.; 0.; 0.; 0. |]

    let json =
        Draw.episode (
            2,
            [ [ ink ]; [ paper ] ],
            [ [ ink ]; [ ink ] ],
            Predicted = [ [ 0 ]; [ 0 ] ],
            Classes = [ "a"; "b" ]
        )
        |> figure

    // Images are 2 wide, a column between images, another before the queries, two rows between classes.
    // JSON has no number for "none": Plotly.NET writes a text, for which plotly.js draws nothing.
    let row i =
        [
            for value in (Json.at $"data.0.z.{i}" json).EnumerateArray() ->
                if value.ValueKind = JsonValueKind.Number then
                    value.GetDouble()
                else
                    Assert.Equal("NaN", value.GetString())
                    nan
        ]

    Assert.Equal<float list>([ 1.; 1.; nan; nan; 1.; 1. ], row 0)
    Assert.Equal<float list>([ 0.; 0.; nan; nan; 1.; 1. ], row 4)

    Assert.Equal<string list>(
        [
            "support of a"
            "query of a, taken for a"
            "support of b"
            "query of b, taken for a"
        ],
        Json.texts "data.1.text" json
    )

    Assert.Equal(2, Json.count "layout.shapes" json)
    Assert.Equal(1, Json.count "layout.annotations" json)
    Assert.Equal("a", Json.text "layout.annotations.0.text" json)
    Assert.Equal("x", Json.text "layout.yaxis.scaleanchor" json)

    Assert.Contains("expected 4", message (fun () -> Draw.episode (2, [ [ [| 0. |] ] ], [ [ ink ] ])))
