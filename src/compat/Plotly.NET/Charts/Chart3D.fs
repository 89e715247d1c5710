namespace Plotly.NET

open System
open Plotly.NET.LayoutObjects
open Plotly.NET.TraceObjects

/// The camera of a new scene.
module internal SceneCamera =

    /// A layout with one scene, seen through this camera.
    let layout (camera: Camera option) (projection: StyleParam.CameraProjectionType option) =
        let projection =
            CameraProjection.init (
                ProjectionType = defaultArg projection StyleParam.CameraProjectionType.Perspective
            )

        let camera =
            camera |> Option.defaultWith Camera |> Camera.style (Projection = projection)

        Layout.init () |> Layout.setScene (StyleParam.SubPlotId.Scene 1, Scene.init (Camera = camera))

/// Points, lines and surfaces in space.
[<AutoOpen>]
module Chart3D =

    /// Points, lines and surfaces in space.
    type Chart =

        /// Points, lines or both in space, as the mode says.
        static member Scatter3D
            (
                x: seq<#IConvertible>,
                y: seq<#IConvertible>,
                z: seq<#IConvertible>,
                mode: StyleParam.Mode,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let marker =
                Marker
                |> Option.defaultWith TraceObjects.Marker
                |> TraceObjects.Marker.style (
                    ?Color = MarkerColor,
                    ?Colorscale = MarkerColorScale,
                    ?Outline = MarkerOutline,
                    ?Symbol3D = MarkerSymbol,
                    ?MultiOpacity = MultiOpacity
                )

            let line =
                Line
                |> Option.defaultWith Plotly.NET.Line
                |> Plotly.NET.Line.style (?Color = LineColor, ?Width = LineWidth, ?Dash = LineDash)

            Trace3D.initScatter3D id
            |> Dyn.style
                [
                    "x", Some(box x)
                    "y", Some(box y)
                    "z", Some(box z)
                    "mode", Some(box mode)
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "opacity", Dyn.opt Opacity
                    "text", Dyn.oneOrMany Text MultiText
                    "textposition", Dyn.oneOrMany TextPosition MultiTextPosition
                    "marker", Some(box marker)
                    "line", Some(box line)
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)
            |> GenericChart.addLayout (SceneCamera.layout Camera CameraProjectionType)

        /// Points, lines or both in space, as the mode says.
        static member Scatter3D
            (
                xyz: seq<#IConvertible * #IConvertible * #IConvertible>,
                mode: StyleParam.Mode,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let x, y, z = Seq.unzip3 xyz

            Chart.Scatter3D(
                x = x,
                y = y,
                z = z,
                mode = mode,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?MultiOpacity = MultiOpacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?TextPosition = TextPosition,
                ?MultiTextPosition = MultiTextPosition,
                ?MarkerColor = MarkerColor,
                ?MarkerColorScale = MarkerColorScale,
                ?MarkerOutline = MarkerOutline,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?LineColor = LineColor,
                ?LineWidth = LineWidth,
                ?LineDash = LineDash,
                ?Line = Line,
                ?CameraProjectionType = CameraProjectionType,
                ?Camera = Camera,
                ?UseDefaults = UseDefaults
            )

        /// Points in space.
        static member Point3D
            (
                x: seq<#IConvertible>,
                y: seq<#IConvertible>,
                z: seq<#IConvertible>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let mode = ScatterMode.points (TextPosition.IsSome || MultiTextPosition.IsSome)

            Chart.Scatter3D(
                x = x,
                y = y,
                z = z,
                mode = mode,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?MultiOpacity = MultiOpacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?TextPosition = TextPosition,
                ?MultiTextPosition = MultiTextPosition,
                ?MarkerColor = MarkerColor,
                ?MarkerColorScale = MarkerColorScale,
                ?MarkerOutline = MarkerOutline,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?CameraProjectionType = CameraProjectionType,
                ?Camera = Camera,
                ?UseDefaults = UseDefaults
            )

        /// Points in space.
        static member Point3D
            (
                xyz: seq<#IConvertible * #IConvertible * #IConvertible>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let x, y, z = Seq.unzip3 xyz

            Chart.Point3D(
                x = x,
                y = y,
                z = z,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?MultiOpacity = MultiOpacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?TextPosition = TextPosition,
                ?MultiTextPosition = MultiTextPosition,
                ?MarkerColor = MarkerColor,
                ?MarkerColorScale = MarkerColorScale,
                ?MarkerOutline = MarkerOutline,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?CameraProjectionType = CameraProjectionType,
                ?Camera = Camera,
                ?UseDefaults = UseDefaults
            )

        /// Lines in space.
        static member Line3D
            (
                x: seq<#IConvertible>,
                y: seq<#IConvertible>,
                z: seq<#IConvertible>,
                ?ShowMarkers: bool,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let mode =
                ScatterMode.lines
                    (defaultArg ShowMarkers false)
                    (TextPosition.IsSome || MultiTextPosition.IsSome)

            Chart.Scatter3D(
                x = x,
                y = y,
                z = z,
                mode = mode,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?MultiOpacity = MultiOpacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?TextPosition = TextPosition,
                ?MultiTextPosition = MultiTextPosition,
                ?MarkerColor = MarkerColor,
                ?MarkerColorScale = MarkerColorScale,
                ?MarkerOutline = MarkerOutline,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?LineColor = LineColor,
                ?LineWidth = LineWidth,
                ?LineDash = LineDash,
                ?Line = Line,
                ?CameraProjectionType = CameraProjectionType,
                ?Camera = Camera,
                ?UseDefaults = UseDefaults
            )

        /// Lines in space.
        static member Line3D
            (
                xyz: seq<#IConvertible * #IConvertible * #IConvertible>,
                ?ShowMarkers: bool,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?TextPosition: StyleParam.TextPosition,
                ?MultiTextPosition: seq<StyleParam.TextPosition>,
                ?MarkerColor: Color,
                ?MarkerColorScale: StyleParam.Colorscale,
                ?MarkerOutline: Line,
                ?MarkerSymbol: StyleParam.MarkerSymbol3D,
                ?Marker: Marker,
                ?LineColor: Color,
                ?LineWidth: float,
                ?LineDash: StyleParam.DrawingStyle,
                ?Line: Line,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            let x, y, z = Seq.unzip3 xyz

            Chart.Line3D(
                x = x,
                y = y,
                z = z,
                ?ShowMarkers = ShowMarkers,
                ?Name = Name,
                ?ShowLegend = ShowLegend,
                ?Opacity = Opacity,
                ?MultiOpacity = MultiOpacity,
                ?Text = Text,
                ?MultiText = MultiText,
                ?TextPosition = TextPosition,
                ?MultiTextPosition = MultiTextPosition,
                ?MarkerColor = MarkerColor,
                ?MarkerColorScale = MarkerColorScale,
                ?MarkerOutline = MarkerOutline,
                ?MarkerSymbol = MarkerSymbol,
                ?Marker = Marker,
                ?LineColor = LineColor,
                ?LineWidth = LineWidth,
                ?LineDash = LineDash,
                ?Line = Line,
                ?CameraProjectionType = CameraProjectionType,
                ?Camera = Camera,
                ?UseDefaults = UseDefaults
            )

        /// A matrix as heights.
        static member Surface
            (
                zData: seq<#seq<#IConvertible>>,
                ?X: seq<#IConvertible>,
                ?Y: seq<#IConvertible>,
                ?Name: string,
                ?ShowLegend: bool,
                ?Opacity: float,
                ?Text: #IConvertible,
                ?MultiText: seq<#IConvertible>,
                ?ColorScale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?CameraProjectionType: StyleParam.CameraProjectionType,
                ?Camera: Camera,
                ?UseDefaults: bool
            ) =
            Trace3D.initSurface id
            |> Dyn.style
                [
                    "z", Some(box zData)
                    "x", Dyn.opt X
                    "y", Dyn.opt Y
                    "name", Dyn.opt Name
                    "showlegend", Dyn.opt ShowLegend
                    "opacity", Dyn.opt Opacity
                    "colorscale", Dyn.opt ColorScale
                    "showscale", Dyn.opt ShowScale
                    "text", Dyn.oneOrMany Text MultiText
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)
            |> GenericChart.addLayout (SceneCamera.layout Camera CameraProjectionType)
