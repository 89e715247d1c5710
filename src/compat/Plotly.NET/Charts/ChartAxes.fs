namespace Plotly.NET

open System
open Plotly.NET.LayoutObjects

/// The axes of a chart.
[<AutoOpen>]
module ChartAxes =

    /// The axes of a chart.
    type Chart =

        /// Sets or merges an axis: of the layout, or of a scene and then SceneAxis says which.
        [<CompiledName("SetAxis")>]
        static member setAxis
            (axis: LinearAxis, id: StyleParam.SubPlotId, ?SceneAxis: StyleParam.SubPlotId, ?Combine: bool)
            =
            let combine = defaultArg Combine false

            let change (layout: Layout) =
                match id with
                | StyleParam.SubPlotId.Scene _ ->
                    let sceneAxis = defaultArg SceneAxis (StyleParam.SubPlotId.XAxis 1)
                    let scene = Scene()
                    scene.SetValue(Json.partName sceneAxis, axis)

                    if not combine then
                        (Layout.getSceneById id layout).Remove(Json.partName sceneAxis) |> ignore

                    layout |> Layout.updateSceneById (id, scene)
                | _ when combine -> layout |> Layout.updateLinearAxisById (id, axis)
                | _ -> layout |> Layout.setLinearAxis (id, axis)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Merges an x axis.
        [<CompiledName("WithXAxis")>]
        static member withXAxis(xAxis: LinearAxis, ?Id: StyleParam.SubPlotId) =
            let id = defaultArg Id (StyleParam.SubPlotId.XAxis 1)
            Chart.setAxis (xAxis, id, SceneAxis = StyleParam.SubPlotId.XAxis 1, Combine = true)

        /// Merges a y axis.
        [<CompiledName("WithYAxis")>]
        static member withYAxis(yAxis: LinearAxis, ?Id: StyleParam.SubPlotId) =
            let id = defaultArg Id (StyleParam.SubPlotId.YAxis 1)
            Chart.setAxis (yAxis, id, SceneAxis = StyleParam.SubPlotId.YAxis 1, Combine = true)

        /// Merges the z axis of a scene.
        [<CompiledName("WithZAxis")>]
        static member withZAxis(zAxis: LinearAxis, ?Id: int) =
            let id = StyleParam.SubPlotId.Scene(defaultArg Id 1)
            Chart.setAxis (zAxis, id, SceneAxis = StyleParam.SubPlotId.ZAxis, Combine = true)

        /// Merges these properties into the x axis.
        [<CompiledName("WithXAxisStyle")>]
        static member withXAxisStyle
            (
                ?TitleText: string,
                ?TitleFont: Font,
                ?TitleStandoff: int,
                ?Title: Title,
                ?Color: Color,
                ?AxisType: StyleParam.AxisType,
                ?MinMax: #IConvertible * #IConvertible,
                ?Mirror: StyleParam.Mirror,
                ?ShowLine: bool,
                ?LineColor: Color,
                ?ShowGrid: bool,
                ?GridColor: Color,
                ?GridDash: StyleParam.DrawingStyle,
                ?ZeroLine: bool,
                ?ZeroLineColor: Color,
                ?Anchor: StyleParam.LinearAxisId,
                ?Side: StyleParam.Side,
                ?Overlaying: StyleParam.LinearAxisId,
                ?Domain: float * float,
                ?Position: float,
                ?CategoryOrder: StyleParam.CategoryOrder,
                ?CategoryArray: seq<#IConvertible>,
                ?BackgroundColor: Color,
                ?ShowBackground: bool,
                ?Id: StyleParam.SubPlotId
            ) =
            let title =
                Title
                |> Option.defaultWith Plotly.NET.Title
                |> Plotly.NET.Title.style (?Text = TitleText, ?Font = TitleFont, ?Standoff = TitleStandoff)

            let range = MinMax |> Option.map StyleParam.Range.ofMinMax
            let domain = Domain |> Option.map StyleParam.Range.ofMinMax

            Chart.withXAxis (
                LinearAxis.init (
                    Title = title,
                    ?Range = range,
                    ?Domain = domain,
                    ?Color = Color,
                    ?AxisType = AxisType,
                    ?Mirror = Mirror,
                    ?ShowLine = ShowLine,
                    ?LineColor = LineColor,
                    ?ShowGrid = ShowGrid,
                    ?GridColor = GridColor,
                    ?GridDash = GridDash,
                    ?ZeroLine = ZeroLine,
                    ?ZeroLineColor = ZeroLineColor,
                    ?Anchor = Anchor,
                    ?Side = Side,
                    ?Overlaying = Overlaying,
                    ?Position = Position,
                    ?CategoryOrder = CategoryOrder,
                    ?CategoryArray = CategoryArray,
                    ?BackgroundColor = BackgroundColor,
                    ?ShowBackground = ShowBackground
                ),
                ?Id = Id
            )

        /// Merges these properties into the y axis.
        [<CompiledName("WithYAxisStyle")>]
        static member withYAxisStyle
            (
                ?TitleText: string,
                ?TitleFont: Font,
                ?TitleStandoff: int,
                ?Title: Title,
                ?Color: Color,
                ?AxisType: StyleParam.AxisType,
                ?MinMax: #IConvertible * #IConvertible,
                ?Mirror: StyleParam.Mirror,
                ?ShowLine: bool,
                ?LineColor: Color,
                ?ShowGrid: bool,
                ?GridColor: Color,
                ?GridDash: StyleParam.DrawingStyle,
                ?ZeroLine: bool,
                ?ZeroLineColor: Color,
                ?Anchor: StyleParam.LinearAxisId,
                ?Side: StyleParam.Side,
                ?Overlaying: StyleParam.LinearAxisId,
                ?Domain: float * float,
                ?Position: float,
                ?CategoryOrder: StyleParam.CategoryOrder,
                ?CategoryArray: seq<#IConvertible>,
                ?BackgroundColor: Color,
                ?ShowBackground: bool,
                ?Id: StyleParam.SubPlotId
            ) =
            let title =
                Title
                |> Option.defaultWith Plotly.NET.Title
                |> Plotly.NET.Title.style (?Text = TitleText, ?Font = TitleFont, ?Standoff = TitleStandoff)

            let range = MinMax |> Option.map StyleParam.Range.ofMinMax
            let domain = Domain |> Option.map StyleParam.Range.ofMinMax

            Chart.withYAxis (
                LinearAxis.init (
                    Title = title,
                    ?Range = range,
                    ?Domain = domain,
                    ?Color = Color,
                    ?AxisType = AxisType,
                    ?Mirror = Mirror,
                    ?ShowLine = ShowLine,
                    ?LineColor = LineColor,
                    ?ShowGrid = ShowGrid,
                    ?GridColor = GridColor,
                    ?GridDash = GridDash,
                    ?ZeroLine = ZeroLine,
                    ?ZeroLineColor = ZeroLineColor,
                    ?Anchor = Anchor,
                    ?Side = Side,
                    ?Overlaying = Overlaying,
                    ?Position = Position,
                    ?CategoryOrder = CategoryOrder,
                    ?CategoryArray = CategoryArray,
                    ?BackgroundColor = BackgroundColor,
                    ?ShowBackground = ShowBackground
                ),
                ?Id = Id
            )

        /// Merges these properties into the z axis.
        [<CompiledName("WithZAxisStyle")>]
        static member withZAxisStyle
            (
                ?TitleText: string,
                ?TitleFont: Font,
                ?TitleStandoff: int,
                ?Title: Title,
                ?Color: Color,
                ?AxisType: StyleParam.AxisType,
                ?MinMax: #IConvertible * #IConvertible,
                ?Mirror: StyleParam.Mirror,
                ?ShowLine: bool,
                ?LineColor: Color,
                ?ShowGrid: bool,
                ?GridColor: Color,
                ?ZeroLine: bool,
                ?ZeroLineColor: Color,
                ?Anchor: StyleParam.LinearAxisId,
                ?Side: StyleParam.Side,
                ?Overlaying: StyleParam.LinearAxisId,
                ?Domain: float * float,
                ?Position: float,
                ?CategoryOrder: StyleParam.CategoryOrder,
                ?CategoryArray: seq<#IConvertible>,
                ?BackgroundColor: Color,
                ?ShowBackground: bool,
                ?Id: int
            ) =
            let title =
                Title
                |> Option.defaultWith Plotly.NET.Title
                |> Plotly.NET.Title.style (?Text = TitleText, ?Font = TitleFont, ?Standoff = TitleStandoff)

            let range = MinMax |> Option.map StyleParam.Range.ofMinMax
            let domain = Domain |> Option.map StyleParam.Range.ofMinMax

            Chart.withZAxis (
                LinearAxis.init (
                    Title = title,
                    ?Range = range,
                    ?Domain = domain,
                    ?Color = Color,
                    ?AxisType = AxisType,
                    ?Mirror = Mirror,
                    ?ShowLine = ShowLine,
                    ?LineColor = LineColor,
                    ?ShowGrid = ShowGrid,
                    ?GridColor = GridColor,
                    ?ZeroLine = ZeroLine,
                    ?ZeroLineColor = ZeroLineColor,
                    ?Anchor = Anchor,
                    ?Side = Side,
                    ?Overlaying = Overlaying,
                    ?Position = Position,
                    ?CategoryOrder = CategoryOrder,
                    ?CategoryArray = CategoryArray,
                    ?BackgroundColor = BackgroundColor,
                    ?ShowBackground = ShowBackground
                ),
                ?Id = Id
            )
