namespace Plotly.NET.LayoutObjects

open System
open DynamicObj
open Plotly.NET

/// A text in the chart, with or without an arrow.
type Annotation() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?X: #IConvertible,
            ?Y: #IConvertible,
            ?ArrowColor: Color,
            ?ArrowSize: float,
            ?AX: #IConvertible,
            ?AXRef: #IConvertible,
            ?AY: #IConvertible,
            ?AYRef: #IConvertible,
            ?BGColor: Color,
            ?BorderColor: Color,
            ?BorderPad: int,
            ?BorderWidth: int,
            ?Font: Font,
            ?HoverText: string,
            ?Name: string,
            ?Opacity: float,
            ?ShowArrow: bool,
            ?StandOff: int,
            ?Text: string,
            ?TextAngle: float,
            ?Visible: bool,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?XRef: #IConvertible,
            ?XShift: int,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: #IConvertible,
            ?YShift: int
        ) =
        Annotation()
        |> Annotation.style (
            ?X = X,
            ?Y = Y,
            ?ArrowColor = ArrowColor,
            ?ArrowSize = ArrowSize,
            ?AX = AX,
            ?AXRef = AXRef,
            ?AY = AY,
            ?AYRef = AYRef,
            ?BGColor = BGColor,
            ?BorderColor = BorderColor,
            ?BorderPad = BorderPad,
            ?BorderWidth = BorderWidth,
            ?Font = Font,
            ?HoverText = HoverText,
            ?Name = Name,
            ?Opacity = Opacity,
            ?ShowArrow = ShowArrow,
            ?StandOff = StandOff,
            ?Text = Text,
            ?TextAngle = TextAngle,
            ?Visible = Visible,
            ?XAnchor = XAnchor,
            ?XRef = XRef,
            ?XShift = XShift,
            ?YAnchor = YAnchor,
            ?YRef = YRef,
            ?YShift = YShift
        )

    /// Sets the given properties.
    static member style
        (
            ?X: #IConvertible,
            ?Y: #IConvertible,
            ?ArrowColor: Color,
            ?ArrowSize: float,
            ?AX: #IConvertible,
            ?AXRef: #IConvertible,
            ?AY: #IConvertible,
            ?AYRef: #IConvertible,
            ?BGColor: Color,
            ?BorderColor: Color,
            ?BorderPad: int,
            ?BorderWidth: int,
            ?Font: Font,
            ?HoverText: string,
            ?Name: string,
            ?Opacity: float,
            ?ShowArrow: bool,
            ?StandOff: int,
            ?Text: string,
            ?TextAngle: float,
            ?Visible: bool,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?XRef: #IConvertible,
            ?XShift: int,
            ?YAnchor: StyleParam.YAnchorPosition,
            ?YRef: #IConvertible,
            ?YShift: int
        ) =
        fun (annotation: Annotation) ->
            annotation
            |> Dyn.style
                [
                    "x", Dyn.opt X
                    "y", Dyn.opt Y
                    "arrowcolor", Dyn.opt ArrowColor
                    "arrowsize", Dyn.opt ArrowSize
                    "ax", Dyn.opt AX
                    "axref", Dyn.opt AXRef
                    "ay", Dyn.opt AY
                    "ayref", Dyn.opt AYRef
                    "bgcolor", Dyn.opt BGColor
                    "bordercolor", Dyn.opt BorderColor
                    "borderpad", Dyn.opt BorderPad
                    "borderwidth", Dyn.opt BorderWidth
                    "font", Dyn.opt Font
                    "hovertext", Dyn.opt HoverText
                    "name", Dyn.opt Name
                    "opacity", Dyn.opt Opacity
                    "showarrow", Dyn.opt ShowArrow
                    "standoff", Dyn.opt StandOff
                    "text", Dyn.opt Text
                    "textangle", Dyn.opt TextAngle
                    "visible", Dyn.opt Visible
                    "xanchor", Dyn.opt XAnchor
                    "xref", Dyn.opt XRef
                    "xshift", Dyn.opt XShift
                    "yanchor", Dyn.opt YAnchor
                    "yref", Dyn.opt YRef
                    "yshift", Dyn.opt YShift
                ]
