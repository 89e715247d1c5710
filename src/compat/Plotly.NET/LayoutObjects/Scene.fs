namespace Plotly.NET.LayoutObjects

open DynamicObj
open Plotly.NET

/// The point that a camera looks at.
type CameraCenter() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?X: float, ?Y: float, ?Z: float) =
        CameraCenter() |> CameraCenter.style (?X = X, ?Y = Y, ?Z = Z)

    /// Sets the given properties.
    static member style(?X: float, ?Y: float, ?Z: float) =
        fun (center: CameraCenter) -> center |> Dyn.style [ "x", Dyn.opt X; "y", Dyn.opt Y; "z", Dyn.opt Z ]


/// The point that a camera stands at.
type CameraEye() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?X: float, ?Y: float, ?Z: float) =
        CameraEye() |> CameraEye.style (?X = X, ?Y = Y, ?Z = Z)

    /// Sets the given properties.
    static member style(?X: float, ?Y: float, ?Z: float) =
        fun (eye: CameraEye) -> eye |> Dyn.style [ "x", Dyn.opt X; "y", Dyn.opt Y; "z", Dyn.opt Z ]


/// The projection of a camera.
type CameraProjection() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?ProjectionType: StyleParam.CameraProjectionType) =
        CameraProjection() |> CameraProjection.style (?ProjectionType = ProjectionType)

    /// Sets the given properties.
    static member style(?ProjectionType: StyleParam.CameraProjectionType) =
        fun (projection: CameraProjection) -> projection |> Dyn.style [ "type", Dyn.opt ProjectionType ]


/// From where a scene is seen.
type Camera() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Center: CameraCenter, ?Eye: CameraEye, ?Projection: CameraProjection) =
        Camera() |> Camera.style (?Center = Center, ?Eye = Eye, ?Projection = Projection)

    /// Sets the given properties.
    static member style(?Center: CameraCenter, ?Eye: CameraEye, ?Projection: CameraProjection) =
        fun (camera: Camera) ->
            camera
            |> Dyn.style
                [
                    "center", Dyn.opt Center
                    "eye", Dyn.opt Eye
                    "projection", Dyn.opt Projection
                ]


/// The space of a chart in three dimensions.
type Scene() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?BGColor: Color,
            ?Camera: Camera,
            ?Domain: Domain,
            ?XAxis: LinearAxis,
            ?YAxis: LinearAxis,
            ?ZAxis: LinearAxis
        ) =
        Scene()
        |> Scene.style (
            ?BGColor = BGColor,
            ?Camera = Camera,
            ?Domain = Domain,
            ?XAxis = XAxis,
            ?YAxis = YAxis,
            ?ZAxis = ZAxis
        )

    /// Sets the given properties.
    static member style
        (
            ?BGColor: Color,
            ?Camera: Camera,
            ?Domain: Domain,
            ?XAxis: LinearAxis,
            ?YAxis: LinearAxis,
            ?ZAxis: LinearAxis
        ) =
        fun (scene: Scene) ->
            scene
            |> Dyn.style
                [
                    "bgcolor", Dyn.opt BGColor
                    "camera", Dyn.opt Camera
                    "domain", Dyn.opt Domain
                    "xaxis", Dyn.opt XAxis
                    "yaxis", Dyn.opt YAxis
                    "zaxis", Dyn.opt ZAxis
                ]
