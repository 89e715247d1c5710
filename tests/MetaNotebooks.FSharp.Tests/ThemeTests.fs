module MetaNotebooks.FSharp.Tests.ThemeTests

open Plotly.NET
open MetaNotebooks
open Xunit

[<Theory>]
[<InlineData("MAML", "#0072B2")>]
[<InlineData("maml, 5 steps", "#0072B2")>]
[<InlineData("First-order MAML", "#56B4E9")>]
[<InlineData("FOMAML", "#56B4E9")>]
[<InlineData("gradient descent", "#D55E00")>]
[<InlineData("Meta-SGD", "#8A4F7D")>]
[<InlineData("Meta-LSTM", "#6B4A00")>]
[<InlineData("LSTM optimiser", "#A6761D")>]
[<InlineData("LSTM without memory", "#00797A")>]
let ``an algorithm is known by the beginning of its name`` (name: string, hex: string) =
    Assert.Equal(Some hex, Theme.tryLook name |> Option.map _.Hex)

[<Fact>]
let ``the fifteen algorithms have fifteen colours`` () =
    let names =
        [
            "gradient descent"
            "joint training"
            "MAML"
            "first-order MAML"
            "from scratch"
            "ANIL"
            "Reptile"
            "Meta-SGD"
            "ProtoNet"
            "Matching Nets"
            "LSTM optimiser"
            "Meta-LSTM"
            "MANN"
            "transfer"
            "truth"
        ]

    Assert.Equal(15, names |> List.choose Theme.tryLook |> List.map _.Hex |> List.distinct |> List.length)

[<Fact>]
let ``two series of one algorithm keep its colour and differ in dash`` () =
    match Theme.looks [ "MAML, 1 step"; "ProtoNet"; "MAML, 5 steps" ] with
    | [ one; _; five ] ->
        Assert.Equal(one.Hex, five.Hex)
        Assert.NotEqual(one.Dash, five.Dash)
    | looks -> failwith $"{looks.Length} looks for three names"

[<Theory>]
[<InlineData("R2-D2; LR-D2")>]
[<InlineData("LR-D2; R2-D2")>]
[<InlineData("least squares; word profiles")>]
[<InlineData("MAML; MAML, truncated; MAML, 1 step; MAML, 5 steps")>]
let ``what has one colour is dashed differently, up to four`` (names: string) =
    let looks = names.Split "; " |> Theme.looks
    Assert.Single(looks |> List.map _.Hex |> List.distinct) |> ignore
    Assert.Equal(looks.Length, looks |> List.map (_.Dash >> string) |> List.distinct |> List.length)

[<Fact>]
let ``unknown names get different colours`` () =
    let looks = Theme.looks [ "a"; "b"; "c" ]
    Assert.Equal(3, looks |> List.map _.Hex |> List.distinct |> List.length)

[<Fact>]
let ``the same algorithm has the same colour in every chart`` () =
    let blue = [ 0.; 114.; 178.; 1. ]

    let colorOf path (drawing: Drawing) =
        drawing.Chart |> Json.figure |> Json.text path |> Json.color

    let series = [ Curve.ofValues "MAML" [ 1.; 2. ] ]
    Assert.Equal<float list>(blue, Draw.learningCurve series |> colorOf "data.0.line.color")
    Assert.Equal<float list>(blue, Draw.rateSweep series |> colorOf "data.0.line.color")
    Assert.Equal<float list>(blue, Draw.histogram [ "MAML", [ 1. ] ] |> colorOf "data.0.marker.color")
    Assert.Equal<float list>(blue, Draw.barWithError [ "MAML", 1., 1. ] |> colorOf "data.0.marker.color")
