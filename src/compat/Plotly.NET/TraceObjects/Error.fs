namespace Plotly.NET.TraceObjects

open System
open DynamicObj
open Plotly.NET

/// Error bars.
type Error() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Visible: bool,
            ?Type: StyleParam.ErrorType,
            ?Symmetric: bool,
            ?Array: seq<#IConvertible>,
            ?Arrayminus: seq<#IConvertible>,
            ?Value: float,
            ?Valueminus: float,
            ?Color: Color,
            ?Thickness: float,
            ?Width: float
        ) =
        Error()
        |> Error.style (
            ?Visible = Visible,
            ?Type = Type,
            ?Symmetric = Symmetric,
            ?Array = Array,
            ?Arrayminus = Arrayminus,
            ?Value = Value,
            ?Valueminus = Valueminus,
            ?Color = Color,
            ?Thickness = Thickness,
            ?Width = Width
        )

    /// Sets the given properties.
    static member style
        (
            ?Visible: bool,
            ?Type: StyleParam.ErrorType,
            ?Symmetric: bool,
            ?Array: seq<#IConvertible>,
            ?Arrayminus: seq<#IConvertible>,
            ?Value: float,
            ?Valueminus: float,
            ?Color: Color,
            ?Thickness: float,
            ?Width: float
        ) =
        fun (error: Error) ->
            error
            |> Dyn.style
                [
                    "visible", Dyn.opt Visible
                    "type", Dyn.opt Type
                    "symmetric", Dyn.opt Symmetric
                    "array", Dyn.opt Array
                    "arrayminus", Dyn.opt Arrayminus
                    "value", Dyn.opt Value
                    "valueminus", Dyn.opt Valueminus
                    "color", Dyn.opt Color
                    "thickness", Dyn.opt Thickness
                    "width", Dyn.opt Width
                ]
