/// Plotly.NET's charts are mutable, and which function changes its input is part of what it means.
module MetaNotebooks.FSharp.Tests.MutationTests

open Plotly.NET
open Plotly.NET.LayoutObjects
open Xunit

let private json = Json.figure

[<Fact>]
let ``withTitle changes its input`` () =
    let chart = Samples.point ()
    chart |> Chart.withTitle "T" |> ignore
    Assert.Equal("T", chart |> json |> Json.text "layout.title.text")

[<Fact>]
let ``withXAxisStyle changes its input`` () =
    let chart = Samples.point ()
    chart |> Chart.withXAxisStyle "x" |> ignore
    Assert.Equal("x", chart |> json |> Json.text "layout.xaxis.title.text")

[<Fact>]
let ``withMarkerStyle changes the traces of its input`` () =
    let chart = Samples.point ()
    chart |> Chart.withMarkerStyle (Size = 12) |> ignore
    Assert.Equal(12., chart |> json |> Json.number "data.0.marker.size")

[<Fact>]
let ``withConfigStyle changes its input`` () =
    let chart = Samples.point ()
    chart |> Chart.withConfigStyle (StaticPlot = true) |> ignore
    Assert.True(chart |> json |> Json.truth "config.staticPlot")

[<Fact>]
let ``combine changes the layout of the first chart only`` () =
    let first, second = Samples.point (), Samples.point () |> Chart.withTitle "second"
    second |> Chart.withYAxisStyle "y" |> ignore
    let both = Chart.combine [ first; second ]
    Assert.Equal(2, both |> json |> Json.count "data")
    Assert.Equal("second", first |> json |> Json.text "layout.title.text")
    Assert.Equal(1, first |> json |> Json.count "data")
    Assert.Equal(1, second |> json |> Json.count "data")

[<Fact>]
let ``combine appends annotations and shapes`` () =
    let noted text =
        Samples.point () |> Chart.withAnnotation (Annotation.init (X = 1, Y = 1, Text = text))

    let both = Chart.combine [ noted "a"; noted "b" ] |> json
    Assert.Equal(2, Json.count "layout.annotations" both)
    Assert.Equal("a", Json.text "layout.annotations.0.text" both)

[<Fact>]
let ``setLayout makes a new chart`` () =
    let chart = Samples.point ()
    let other = chart |> Chart.setLayout (Layout.init (Width = 100))
    Assert.Equal(100., other |> json |> Json.number "layout.width")
    Assert.Equal(600., chart |> json |> Json.number "layout.width")

[<Fact>]
let ``withTraceInfo numbers the second and later names`` () =
    let json =
        Chart.combine [ Samples.point (); Samples.point (); Samples.point () ]
        |> Chart.withTraceInfo (Name = "a")
        |> json

    Assert.Equal<string list>(
        [ "a"; "a_1"; "a_2" ],
        [ for i in 0..2 -> string (Json.text $"data.{i}.name" json) ]
    )

[<Fact>]
let ``charts do not share their layouts and configurations`` () =
    let first, second = Samples.point (), Samples.point ()
    first |> Chart.withConfigStyle (Editable = true) |> Chart.withTitle "first" |> ignore
    Assert.False(second |> json |> Json.has "layout.title")
    Assert.False(second |> json |> Json.has "config.editable")

[<Fact>]
let ``the traces and the layout of a chart can be had`` () =
    let chart = Chart.combine [ Samples.point (); Chart.Heatmap Samples.z ]

    Assert.Equal<string list>(
        [ "scatter"; "heatmap" ],
        [ for trace in GenericChart.getTraces chart -> trace.``type`` ]
    )

    Assert.Equal(2, GenericChart.countTrace chart)
    Assert.Equal((Some 600, Some 600), GenericChart.tryGetLayoutSize chart)
    Assert.True(chart |> GenericChart.existsTrace (fun trace -> trace :? Trace2D))
