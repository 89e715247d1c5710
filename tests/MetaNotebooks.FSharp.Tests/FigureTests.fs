/// What the figures say, read back from their JSON.
module MetaNotebooks.FSharp.Tests.FigureTests

open System
open Plotly.NET
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects
open Xunit

let private figure = Json.figure

[<Fact>]
let ``a line has its kind, mode, values and name`` () =
    let json = Chart.Line([ 1; 2 ], [ 0.5; -1e-9 ], Name = "a") |> figure
    Assert.Equal("scatter", Json.text "data.0.type" json)
    Assert.Equal("lines", Json.text "data.0.mode" json)
    Assert.Equal("a", Json.text "data.0.name" json)
    Assert.Equal<float list>([ 1.; 2. ], Json.numbers "data.0.x" json)
    Assert.Equal<float list>([ 0.5; -1e-9 ], Json.numbers "data.0.y" json)

[<Fact>]
let ``numbers survive to the last bit`` () =
    let values = [ Math.PI; 1. / 3.; 1e300; 5e-324; 0.1 + 0.2; float 0.1f ]
    Assert.Equal<float list>(values, Chart.Point(values, values) |> figure |> Json.numbers "data.0.y")

[<Fact>]
let ``values that are no numbers are gaps`` () =
    let json = Chart.Line([ 1; 2; 3 ], [ nan; 1.; nan ]) |> figure
    Assert.True(Json.isGap (Json.at "data.0.y.0" json))
    Assert.Equal(1., Json.number "data.0.y.1" json)
    Assert.True(Json.isGap (Json.at "data.0.y.2" json))

[<Fact>]
let ``showing markers and texts changes the mode`` () =
    let mode chart =
        chart |> figure |> Json.text "data.0.mode"

    let top = StyleParam.TextPosition.TopCenter
    let points = [ 1, 2 ]
    Assert.Equal("lines+markers", mode (Chart.Line(points, ShowMarkers = true)))
    Assert.Equal("lines+text", mode (Chart.Line(points, TextPosition = top)))
    Assert.Equal("lines+markers+text", mode (Chart.Line(points, ShowMarkers = true, TextPosition = top)))
    Assert.Equal("markers+text", mode (Chart.Point(points, TextPosition = top)))

[<Fact>]
let ``bars lie and columns stand`` () =
    let bar = Chart.Bar([ "a", 1; "b", 2 ]) |> figure
    Assert.Equal<string list>([ "a"; "b" ], Json.texts "data.0.y" bar)
    Assert.Equal<float list>([ 1.; 2. ], Json.numbers "data.0.x" bar)
    Assert.Equal("h", Json.text "data.0.orientation" bar)
    let column = Chart.StackedColumn([ "a", 1; "b", 2 ]) |> figure
    Assert.Equal<string list>([ "a"; "b" ], Json.texts "data.0.x" column)
    Assert.Equal<float list>([ 1.; 2. ], Json.numbers "data.0.y" column)
    Assert.Equal("v", Json.text "data.0.orientation" column)
    Assert.Equal("stack", Json.text "layout.barmode" column)

[<Fact>]
let ``a histogram of data counts along the given direction`` () =
    let along (orientation: StyleParam.Orientation) =
        Chart.Histogram([ 1.; 2. ], orientation) |> figure

    Assert.Equal<float list>([ 1.; 2. ], along StyleParam.Orientation.Vertical |> Json.numbers "data.0.x")
    Assert.Equal<float list>([ 1.; 2. ], along StyleParam.Orientation.Horizontal |> Json.numbers "data.0.y")

[<Fact>]
let ``a heat map keeps its rows and its names`` () =
    let json =
        Chart.Heatmap(Samples.z, [ "a"; "b"; "c" ], [ "r"; "s" ], ReverseYAxis = true) |> figure

    Assert.Equal<float list>([ 4.; 5.; 6. ], Json.numbers "data.0.z.1" json)
    Assert.Equal<string list>([ "a"; "b"; "c" ], Json.texts "data.0.x" json)
    Assert.Equal<string list>([ "r"; "s" ], Json.texts "data.0.y" json)
    Assert.Equal("reversed", Json.text "layout.yaxis.autorange" json)

[<Fact>]
let ``the lines of a contour chart show only when asked for`` () =
    let width show =
        Chart.Contour(Samples.z, ShowContourLines = show, ContourLinesWidth = 2.)
        |> figure
        |> Json.number "data.0.line.width"

    Assert.Equal(0., width false)
    Assert.Equal(2., width true)

[<Fact>]
let ``a band lies between its lower and upper bound`` () =
    let json =
        Chart.Range([ 1; 2 ], [ 2.; 3. ], [ 3.; 4. ], [ 1.; 2. ], StyleParam.Mode.Lines) |> figure

    Assert.Equal<float list>([ 1.; 2. ], Json.numbers "data.0.y" json)
    Assert.Equal<float list>([ 3.; 4. ], Json.numbers "data.1.y" json)
    Assert.Equal("tonexty", Json.text "data.1.fill" json)
    Assert.Equal<float list>([ 2.; 3. ], Json.numbers "data.2.y" json)

[<Fact>]
let ``a table shows its rows in order`` () =
    let json =
        Chart.Table([ [ "a" ]; [ "b" ] ], [ [ "1"; "2" ]; [ "3"; "4" ] ]) |> figure
    // plotly.js wants columns: the first holds the first cell of each row.
    Assert.Equal<string list>([ "1"; "3" ], Json.texts "data.0.cells.values.0" json)

[<Fact>]
let ``a colour has its four parts`` () =
    let marker color =
        Chart.Point([ 1, 1 ], MarkerColor = color)
        |> figure
        |> Json.text "data.0.marker.color"
        |> Json.color

    Assert.Equal<float list>([ 213.; 94.; 0.; 1. ], marker (Color.fromHex "#D55E00"))
    Assert.Equal<float list>([ 1.; 2.; 3.; 1. ], marker (Color.fromRGB 1 2 3))
    Assert.Equal<float list>([ 1.; 2.; 3.; 0. ], marker (Color.fromARGB 0 1 2 3))

[<Fact>]
let ``axes have titles, types and ranges`` () =
    let json =
        Samples.point ()
        |> Chart.withXAxisStyle ("time", MinMax = (0.5, 3))
        |> Chart.withYAxisStyle ("loss", AxisType = StyleParam.AxisType.Log)
        |> figure

    Assert.Equal("time", Json.text "layout.xaxis.title.text" json)
    Assert.Equal<float list>([ 0.5; 3. ], Json.numbers "layout.xaxis.range" json)
    Assert.Equal("loss", Json.text "layout.yaxis.title.text" json)
    Assert.Equal("log", Json.text "layout.yaxis.type" json)

[<Fact>]
let ``styling an axis keeps what it had`` () =
    let json =
        Samples.point ()
        |> Chart.withXAxis (LinearAxis.init (TickAngle = 45, Title = Title.init (Text = "old")))
        |> Chart.withXAxisStyle ("new", ShowGrid = false)
        |> figure

    Assert.Equal(45., Json.number "layout.xaxis.tickangle" json)
    Assert.Equal("new", Json.text "layout.xaxis.title.text" json)
    Assert.False(Json.truth "layout.xaxis.showgrid" json)

[<Fact>]
let ``axes of a scene lie in the scene`` () =
    let json =
        Chart.Surface Samples.z
        |> Chart.withZAxisStyle "height"
        |> Chart.withXAxisStyle ("first", Id = StyleParam.SubPlotId.Scene 1)
        |> figure

    Assert.Equal("height", Json.text "layout.scene.zaxis.title.text" json)
    Assert.Equal("first", Json.text "layout.scene.xaxis.title.text" json)
    Assert.False(Json.has "layout.xaxis" json)

[<Fact>]
let ``a new chart is 600 by 600 and responsive`` () =
    let json = Samples.point () |> figure
    Assert.Equal(600., Json.number "layout.width" json)
    Assert.Equal(600., Json.number "layout.height" json)
    Assert.True(Json.truth "config.responsive" json)

[<Fact>]
let ``a chart without defaults has an empty layout`` () =
    let json = Chart.Point([ 1, 1 ], UseDefaults = false) |> figure
    Assert.False(Json.has "layout.width" json)
    Assert.False(Json.has "layout.template" json)

[<Fact>]
let ``the traces of a grid have axes of their own`` () =
    let json =
        [ for i in 1..3 -> Chart.Point([ i, i ]) |> Chart.withXAxisStyle $"x of {i}" ]
        |> Chart.Grid(2, 2, SubPlotTitles = [ "a"; "b"; "c" ])
        |> figure

    Assert.Equal<string list>(
        [ "x"; "x2"; "x3" ],
        [ for i in 0..2 -> string (Json.text $"data.{i}.xaxis" json) ]
    )

    Assert.Equal("y3", Json.text "data.2.yaxis" json)
    Assert.Equal("x of 2", Json.text "layout.xaxis2.title.text" json)
    Assert.Equal(2., Json.number "layout.grid.rows" json)
    Assert.Equal(2., Json.number "layout.grid.columns" json)
    // Two cells of width w and a gap of 0.2 of a step: 2 w + 0.25 w = 1, so the first middle is at w / 2 = 2/9.
    Assert.Equal(2. / 9., Json.number "layout.annotations.0.x" json, 12)
    Assert.Equal(7. / 9., Json.number "layout.annotations.1.x" json, 12)
    Assert.Equal("c", Json.text "layout.annotations.2.text" json)

[<Fact>]
let ``coupled cells share the axes of their row and column`` () =
    let json =
        [ for i in 1..4 -> Chart.Point([ i, i ]) ]
        |> Chart.Grid(2, 2, Pattern = StyleParam.LayoutGridPattern.Coupled)
        |> figure

    let axes =
        [
            for i in 0..3 ->
                string (Json.text $"data.{i}.xaxis" json), string (Json.text $"data.{i}.yaxis" json)
        ]

    Assert.Equal<(string * string) list>([ "x", "y"; "x2", "y"; "x", "y2"; "x2", "y2" ], axes)

[<Fact>]
let ``a slider step restyles what it is told to`` () =
    let json =
        Samples.changes
        |> List.find (fun (name, _) -> name = "withSlider")
        |> snd
        |> (fun make -> make ())
        |> figure

    Assert.Equal("restyle", Json.text "layout.sliders.0.steps.0.method" json)
    Assert.True(Json.truth "layout.sliders.0.steps.0.args.0.visible.0" json)
    Assert.Equal(40., Json.number "layout.sliders.0.pad.t" json)

[<Fact>]
let ``error bars have their lengths`` () =
    let json =
        Samples.point () |> Chart.withYError (Error.init (Array = [ 0.1; 0.2; 0.3 ])) |> figure

    Assert.Equal<float list>([ 0.1; 0.2; 0.3 ], Json.numbers "data.0.error_y.array" json)

[<Fact>]
let ``a page of its own holds the chart and plotly.js's address`` () =
    let html = Samples.point () |> Chart.withTitle "Seen" |> GenericChart.toEmbeddedHTML
    Assert.Contains("https://cdn.plot.ly/plotly-", html)
    Assert.Contains("Plotly.newPlot", html)
    Assert.Contains("Seen", html)
