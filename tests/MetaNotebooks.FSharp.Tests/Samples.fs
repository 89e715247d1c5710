/// One chart for every constructor and every function that changes a chart.
module MetaNotebooks.FSharp.Tests.Samples

open System
open Plotly.NET
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects
open MetaNotebooks

let x = [ 1.; 2.; 3. ]
let y = [ 2.; nan; 5. ]
let xy = [ 1, 2.; 2, 4. ]
let xyz = [ 1., 2., 3.; 2., 1., 4. ]
let z = [ [ 1.; 2.; 3. ]; [ 4.; 5.; 6. ] ]
let red = Color.fromHex "#D55E00"
let point () = Chart.Point(x, y)

let series name =
    Curve.ofPoints name x [ 3.; 2.; 1. ] |> Curve.withMargin [ 0.1; 0.2; 0.3 ]

let private marker () =
    Marker.init (Color = red, Size = 9, Symbol = StyleParam.MarkerSymbol.Diamond, Opacity = 0.5)

let private line () =
    Line.init (Color = red, Width = 2., Dash = StyleParam.DrawingStyle.DashDot)

let constructors: (string * (unit -> GenericChart)) list =
    [
        "Scatter", fun () -> Chart.Scatter(x = x, y = y, mode = StyleParam.Mode.Lines_Markers_Text)
        "Scatter of pairs", fun () -> Chart.Scatter(xy, StyleParam.Mode.None, Name = "a", ShowLegend = true)
        "Scatter by name",
        fun () -> Chart.Scatter(X = x, Y = y, Mode = StyleParam.Mode.Markers, Opacity = 0.5)
        "Point", fun () -> Chart.Point(x, y, MultiText = [ "a"; "b"; "c" ], Marker = marker ())
        "Point with texts",
        fun () -> Chart.Point(xy, MultiText = [ "a"; "b" ], TextPosition = StyleParam.TextPosition.TopCenter)
        "Line", fun () -> Chart.Line(x, y, ShowMarkers = true, Line = line (), Marker = marker ())
        "Line of pairs",
        fun () ->
            Chart.Line(xy, LineDash = StyleParam.DrawingStyle.User [ 3; 5 ], Fill = StyleParam.Fill.ToZero_y)
        "Spline", fun () -> Chart.Spline(x, y, Smoothing = 0.7, LineColor = red)
        "Bubble", fun () -> Chart.Bubble(x, y, [ 5; 10; 15 ], MarkerColor = red)
        "Area", fun () -> Chart.Area(x, y, FillColor = red)
        "Range",
        fun () -> Chart.Range(x, y, [ 3.; 4.; 6. ], [ 1.; 2.; 4. ], StyleParam.Mode.Lines, RangeColor = red)
        "Bar", fun () -> Chart.Bar(values = [ 1; 2 ], Keys = [ "a"; "b" ], MarkerColor = red)
        "Bar of pairs", fun () -> Chart.Bar([ "a", 1.; "b", 2. ], TextPosition = StyleParam.TextPosition.Auto)
        "Column", fun () -> Chart.Column(values = [ 1; 2 ], Keys = [ "a"; "b" ], Width = 0.5)
        "StackedBar", fun () -> Chart.StackedBar([ "a", 1.; "b", 2. ])
        "StackedColumn", fun () -> Chart.StackedColumn([ "a", 1.; "b", 2. ])
        "Histogram",
        fun () ->
            Chart.Histogram(
                X = y,
                NBinsX = 5,
                HistNorm = StyleParam.HistNorm.ProbabilityDensity,
                HistFunc = StyleParam.HistFunc.Count
            )
        "Histogram of data",
        fun () ->
            Chart.Histogram(
                x,
                StyleParam.Orientation.Horizontal,
                YBins = Bins.init (Start = 0., End = 4., Size = 0.5),
                HistNorm = StyleParam.HistNorm.None
            )
        "Histogram2D",
        fun () -> Chart.Histogram2D(x = x, y = x, NBinsX = 3, ColorScale = StyleParam.Colorscale.Viridis)
        "BoxPlot",
        fun () ->
            Chart.BoxPlot(
                X = x,
                Y = y,
                BoxPoints = StyleParam.BoxPoints.All,
                BoxMean = StyleParam.BoxMean.SD,
                Notched = true
            )
        "BoxPlot of data",
        fun () ->
            Chart.BoxPlot(x, StyleParam.Orientation.Vertical, Jitter = 0.3, BoxMean = StyleParam.BoxMean.True)
        "Violin",
        fun () ->
            Chart.Violin(Y = x, MeanLine = MeanLine.init (Visible = true), Box = Box.init (Visible = true))
        "Violin of data",
        fun () -> Chart.Violin(x, StyleParam.Orientation.Horizontal, Points = StyleParam.BoxPoints.False)
        "Heatmap",
        fun () ->
            Chart.Heatmap(
                z,
                X = x,
                ColorScale = StyleParam.Colorscale.Custom [ 0., red; 1., Color.fromString "white" ],
                ZSmooth = StyleParam.SmoothAlg.Best,
                ReverseYAxis = true
            )
        "Heatmap with names", fun () -> Chart.Heatmap(z, [ "a"; "b"; "c" ], [ "r"; "s" ], XGap = 1)
        "AnnotatedHeatmap", fun () -> Chart.AnnotatedHeatmap(z, [ [ "a"; "b"; "c" ]; [ "d"; "e"; "f" ] ])
        "AnnotatedHeatmap of pairs", fun () -> Chart.AnnotatedHeatmap([ [ 1., "a"; 2., "b" ] ])
        "Contour",
        fun () ->
            Chart.Contour(
                z,
                ShowContourLines = true,
                ContourLinesWidth = 1.,
                ContoursColoring = StyleParam.ContourColoring.NoColoring,
                NContours = 5
            )
        "Contour levels",
        fun () ->
            Chart.Contour(z, Contours = Contours.init (Start = 1., End = 6., Size = 1., ShowLabels = true))
        "Image", fun () -> Chart.Image(Z = [ [ [ 255; 0; 0 ]; [ 0; 0; 255 ] ] ])
        "Scatter3D",
        fun () ->
            Chart.Scatter3D(x, x, x, StyleParam.Mode.Markers, MarkerSymbol = StyleParam.MarkerSymbol3D.Cross)
        "Point3D", fun () -> Chart.Point3D(xyz, MarkerColor = red)
        "Line3D", fun () -> Chart.Line3D(x, x, x, ShowMarkers = true, LineWidth = 3.)
        "Surface",
        fun () ->
            Chart.Surface(
                z,
                ShowScale = false,
                Camera = Camera.init (Eye = CameraEye.init (X = 1., Y = 1., Z = 1.)),
                CameraProjectionType = StyleParam.CameraProjectionType.Orthographic
            )
        "Table",
        fun () ->
            Chart.Table(
                [ [ "a" ]; [ "b" ] ],
                [ [ "1"; "2" ]; [ "3"; "4" ] ],
                CellsAlign = StyleParam.HorizontalAlign.Left,
                HeaderFillColor = red
            )
        "Invisible", fun () -> [ point (); Chart.Invisible() ] |> Chart.Grid(1, 2)
        "combine", fun () -> Chart.combine [ point (); Chart.Heatmap z; Chart.Column [ 1; 2 ] ]
        "Grid",
        fun () -> [ point (); Chart.Heatmap z; Chart.Histogram(X = x) ] |> Chart.Grid(2, 2, XGap = 0.1)
        "Grid of rows",
        fun () ->
            [ [ point (); Chart.Line(xy) ]; [ Chart.Column [ 1; 2 ] ] ]
            |> Chart.Grid(SubPlotTitles = [ "a"; "b"; "c" ], Pattern = StyleParam.LayoutGridPattern.Coupled)
        "Grid with a scene",
        fun () -> [ point (); Chart.Surface z; Chart.Table([ [ "a" ] ], [ [ "1" ] ]) ] |> Chart.Grid(1, 3)
        "SingleStack", fun () -> [ point (); Chart.Line(xy) ] |> Chart.SingleStack()
    ]

let private change name change : string * (unit -> GenericChart) = name, (fun () -> point () |> change)

let changes =
    [
        change "withTitle" (Chart.withTitle ("T", TitleFont = Font.init (Size = 20., Color = red)))
        change "withTitle of a Title" (Chart.withTitle (Title.init (Text = "T", X = 0.5)))
        change
            "withTraceInfo"
            (Chart.withTraceInfo (
                Name = "a",
                Visible = StyleParam.Visible.LegendOnly,
                LegendGroup = "g",
                LegendGroupTitle = Title.init (Text = "G")
            ))
        change
            "withXAxisStyle"
            (Chart.withXAxisStyle (
                TitleText = "x",
                AxisType = StyleParam.AxisType.Log,
                MinMax = (0.1, 3),
                Mirror = StyleParam.Mirror.AllTicks,
                Domain = (0.1, 0.9),
                ShowGrid = false
            ))
        change "withYAxisStyle" (Chart.withYAxisStyle ("y", Side = StyleParam.Side.Right, ZeroLine = false))
        change
            "withXAxis"
            (Chart.withXAxis (
                LinearAxis.init (
                    TickMode = StyleParam.TickMode.Array,
                    TickVals = [ 1.; 2. ],
                    TickText = [ "one"; "two" ],
                    ExponentFormat = StyleParam.ExponentFormat.SI,
                    Ticks = StyleParam.TickOptions.Empty,
                    TickFont = Font.init (Family = StyleParam.FontFamily.Courier_New),
                    GridDash = StyleParam.DrawingStyle.Dot,
                    AutoMargin = StyleParam.TickAutoMargin.All
                )
            ))
        change
            "withYAxis"
            (Chart.withYAxis (
                LinearAxis.init (
                    AutoRange = StyleParam.AutoRange.Reversed,
                    RangeMode = StyleParam.RangeMode.ToZero,
                    AxisType = StyleParam.AxisType.Auto
                )
            ))
        change
            "withLegendStyle"
            (Chart.withLegendStyle (
                Orientation = StyleParam.Orientation.Horizontal,
                Y = -0.2,
                YAnchor = StyleParam.YAnchorPosition.Top,
                ItemClick = StyleParam.TraceItemClickOptions.False
            ))
        change "withLegend" (Chart.withLegend (Legend.init (BGColor = red, BorderWidth = 1.)))
        change "withSize" (Chart.withSize (500., 300.))
        change "withSize by name" (Chart.withSize (Width = 500, Height = 300))
        change "withMarginSize" (Chart.withMarginSize (Left = 10, Right = 20., Top = 5))
        change "withTemplate" (Chart.withTemplate ChartTemplates.light)
        "withLayoutStyle",
        (fun () ->
            Chart.Column [ 1; 2 ]
            |> Chart.withLayoutStyle (
                HoverMode = StyleParam.HoverMode.XUnified,
                BarMode = StyleParam.BarMode.Overlay,
                Colorway = Color.fromColors [ red; red ],
                PlotBGColor = red
            ))
        "withLayout",
        (fun () -> Chart.Column [ 1; 2 ] |> Chart.withLayout (Layout.init (ShowLegend = true, BarGap = 0.1)))
        change
            "withConfigStyle"
            (Chart.withConfigStyle (Responsive = true, StaticPlot = true, DisplayModeBar = false))
        change "withLineStyle" (Chart.withLineStyle (Width = 2., Shape = StyleParam.Shape.Hvh, Color = red))
        change
            "withMarkerStyle"
            (Chart.withMarkerStyle (
                MultiSize = [ 3; 4; 5 ],
                Symbol = StyleParam.MarkerSymbol.Star,
                Outline = Line.init (Width = 1.)
            ))
        change
            "withMarkerStyle on a scale"
            (Chart.withMarkerStyle (
                Color = Color.fromColorScaleValues [ 1.; 2.; 3. ],
                Colorscale = StyleParam.Colorscale.Cividis,
                ShowScale = true
            ))
        change
            "withAnnotation"
            (Chart.withAnnotation (
                Annotation.init (
                    X = 1,
                    Y = 2.,
                    Text = "t",
                    XRef = "paper",
                    AX = 10,
                    AY = -10,
                    ShowArrow = true
                )
            ))
        change
            "withShape"
            (Chart.withShape (
                Shape.init (
                    ShapeType = StyleParam.ShapeType.Rectangle,
                    X0 = 1,
                    X1 = 2,
                    Y0 = 0.,
                    Y1 = 1.,
                    Yref = "paper",
                    Layer = StyleParam.Layer.Below,
                    FillColor = red
                )
            ))
        change
            "withLayoutImage"
            (Chart.withLayoutImage (
                LayoutImage.init (Source = "data:image/png;base64,", X = 0, Y = 1, XRef = "paper", SizeX = 1)
            ))
        change
            "withSlider"
            (Chart.withSlider (
                Slider.init (
                    Active = 0,
                    Padding = Padding.init (T = 40),
                    CurrentValue = SliderCurrentValue.init (Prefix = "step "),
                    Steps =
                        [
                            SliderStep.init (
                                Label = "0",
                                Method = StyleParam.Method.Restyle,
                                Args = [ ("visible", box [| true |] |> nonNull) ]
                            )
                        ]
                )
            ))
        change
            "withXError"
            (Chart.withXError (Error.init (Type = StyleParam.ErrorType.Data, Array = x, Arrayminus = x)))
        change "withYErrorStyle" (Chart.withYErrorStyle (Type = StyleParam.ErrorType.Constant, Value = 0.2))
        "withColorBarStyle",
        (fun () ->
            Chart.Heatmap z
            |> Chart.withColorBarStyle (
                TitleText = "loss",
                Len = 0.5,
                XAnchor = StyleParam.HorizontalAlign.Left
            ))
        "withZAxisStyle",
        (fun () ->
            Chart.Surface z
            |> Chart.withZAxisStyle "z"
            |> Chart.withXAxisStyle ("x", Id = StyleParam.SubPlotId.Scene 1)
            |> Chart.withScene (Scene.init (BGColor = red)))
        "styles of hovering",
        (fun () ->
            point ()
            |> GenericChart.mapTrace (
                Trace2DStyle.Scatter(
                    HoverTemplate = "%{y}",
                    HoverInfo = StyleParam.HoverInfo.XY,
                    ConnectGaps = true
                )
            ))
    ]

let draws: (string * (unit -> Drawing)) list =
    [
        "learningCurve", fun () -> Draw.learningCurve ([ series "MAML"; series "from scratch" ], LogY = true)
        "adaptationCurve", fun () -> Draw.adaptationCurve ([ series "MAML" ], Published = [ "MAML", 1., 2. ])
        "rateSweep",
        fun () ->
            Draw.rateSweep (
                [
                    Curve.ofPoints "MAML" x [ 3.; 1.; infinity ]
                    Curve.ofPoints "ANIL" x [ 3.; nan; 1. ]
                ],
                StableLimit = 2.
            )
        "scatterFit", fun () -> Draw.scatterFit ([ 1., 2. ], [ series "MAML" ])
        "taskGallery", fun () -> Draw.taskGallery (x, [ x; x; x ], 0, Support = [ 1., 2. ])
        "adaptationSlider", fun () -> Draw.adaptationSlider (x, [ x; x; x ], [ 1., 2. ], x)
        "pathSlider",
        fun () ->
            Draw.pathSlider ([ [ 0., 1.; 1., 2. ] ], [ 1., 2. ], [ 0., 1.; 1., 1. ], Arm = [ 0., 0.; 1., 1. ])
        "lossContour",
        fun () ->
            Draw.lossContour (x, [ 0.; 1. ], z, Paths = [ series "MAML"; series "SGD" ], Optimum = (1., 0.))
        "lossContour on a linear scale", fun () -> Draw.lossContour (x, [ 0.; 1. ], z, LogLoss = false)
        "barWithError",
        fun () -> Draw.barWithError ([ "MAML", 98.7, 0.4; "ANIL", 97., 1. ], Published = [ "MAML", 98.7 ])
        "histogram", fun () -> Draw.histogram ([ "MAML", x; "ANIL", y ])
        "marked histogram", fun () -> Draw.histogram ([ "MAML", x ], Marks = [ "claim", -5. ])
        "signed maps",
        fun () ->
            Draw.signedMaps (
                [ 0.; 1. ],
                [ "a", [ [ 1.; -2. ]; [ 0.; 0.5 ] ]; "b", [ [ 1.; 0. ]; [ 0.; 4. ] ] ]
            )
        "signed matrix", fun () -> Draw.signedMatrix ([ "a"; "b" ], [ [ 1.; -2. ]; [ 0.; 0.5 ] ])
        "episode",
        fun () ->
            let image = [| 0.; 1.; 0.5; 0. |]
            Draw.episode (2, [ [ image ]; [ image ] ], [ [ image ]; [ image ] ], Predicted = [ [ 0 ]; [ 0 ] ])
        "confusion", fun () -> Draw.confusion ([ "a"; "b" ], [ [ 1.; 2. ]; [ 3.; 4. ] ])
    ]

let all =
    constructors @ changes @ [ for name, draw in draws -> name, (fun () -> draw().Chart) ]
