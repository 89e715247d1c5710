namespace Plotly.NET.LayoutObjects

open DynamicObj
open Plotly.NET

/// The text that says where a slider stands.
type SliderCurrentValue() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Font: Font,
            ?Offset: int,
            ?Prefix: string,
            ?Suffix: string,
            ?Visible: bool,
            ?XAnchor: StyleParam.XAnchorPosition
        ) =
        SliderCurrentValue()
        |> SliderCurrentValue.style (
            ?Font = Font,
            ?Offset = Offset,
            ?Prefix = Prefix,
            ?Suffix = Suffix,
            ?Visible = Visible,
            ?XAnchor = XAnchor
        )

    /// Sets the given properties.
    static member style
        (
            ?Font: Font,
            ?Offset: int,
            ?Prefix: string,
            ?Suffix: string,
            ?Visible: bool,
            ?XAnchor: StyleParam.XAnchorPosition
        ) =
        fun (currentValue: SliderCurrentValue) ->
            currentValue
            |> Dyn.style
                [
                    "font", Dyn.opt Font
                    "offset", Dyn.opt Offset
                    "prefix", Dyn.opt Prefix
                    "suffix", Dyn.opt Suffix
                    "visible", Dyn.opt Visible
                    "xanchor", Dyn.opt XAnchor
                ]


/// One position of a slider and what it does.
type SliderStep() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Args: seq<string * obj>,
            ?Execute: bool,
            ?Label: string,
            ?Method: StyleParam.Method,
            ?Name: string,
            ?Value: string,
            ?Visible: bool
        ) =
        SliderStep()
        |> SliderStep.style (
            ?Args = Args,
            ?Execute = Execute,
            ?Label = Label,
            ?Method = Method,
            ?Name = Name,
            ?Value = Value,
            ?Visible = Visible
        )

    /// Sets the given properties.
    static member style
        (
            ?Args: seq<string * obj>,
            ?Execute: bool,
            ?Label: string,
            ?Method: StyleParam.Method,
            ?Name: string,
            ?Value: string,
            ?Visible: bool
        ) =
        fun (step: SliderStep) ->
            step
            |> Dyn.style
                [
                    "args", Dyn.opt (Option.map (Seq.map (fun argument -> dict [ argument ])) Args)
                    "execute", Dyn.opt Execute
                    "label", Dyn.opt Label
                    "method", Dyn.opt Method
                    "name", Dyn.opt Name
                    "value", Dyn.opt Value
                    "visible", Dyn.opt Visible
                ]


/// A slider under the chart.
type Slider() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Active: int,
            ?ActiveBgColor: Color,
            ?BgColor: Color,
            ?BorderColor: Color,
            ?BorderWidth: int,
            ?CurrentValue: SliderCurrentValue,
            ?Font: Font,
            ?Len: float,
            ?MinorTickLen: int,
            ?Name: string,
            ?Padding: Padding,
            ?Steps: seq<SliderStep>,
            ?TickColor: Color,
            ?TickLen: int,
            ?TickWidth: int,
            ?Visible: bool,
            ?X: int,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: int,
            ?YAnchor: StyleParam.YAnchorPosition
        ) =
        Slider()
        |> Slider.style (
            ?Active = Active,
            ?ActiveBgColor = ActiveBgColor,
            ?BgColor = BgColor,
            ?BorderColor = BorderColor,
            ?BorderWidth = BorderWidth,
            ?CurrentValue = CurrentValue,
            ?Font = Font,
            ?Len = Len,
            ?MinorTickLen = MinorTickLen,
            ?Name = Name,
            ?Padding = Padding,
            ?Steps = Steps,
            ?TickColor = TickColor,
            ?TickLen = TickLen,
            ?TickWidth = TickWidth,
            ?Visible = Visible,
            ?X = X,
            ?XAnchor = XAnchor,
            ?Y = Y,
            ?YAnchor = YAnchor
        )

    /// Sets the given properties.
    static member style
        (
            ?Active: int,
            ?ActiveBgColor: Color,
            ?BgColor: Color,
            ?BorderColor: Color,
            ?BorderWidth: int,
            ?CurrentValue: SliderCurrentValue,
            ?Font: Font,
            ?Len: float,
            ?MinorTickLen: int,
            ?Name: string,
            ?Padding: Padding,
            ?Steps: seq<SliderStep>,
            ?TickColor: Color,
            ?TickLen: int,
            ?TickWidth: int,
            ?Visible: bool,
            ?X: int,
            ?XAnchor: StyleParam.XAnchorPosition,
            ?Y: int,
            ?YAnchor: StyleParam.YAnchorPosition
        ) =
        fun (slider: Slider) ->
            slider
            |> Dyn.style
                [
                    "active", Dyn.opt Active
                    "activebgcolor", Dyn.opt ActiveBgColor
                    "bgcolor", Dyn.opt BgColor
                    "bordercolor", Dyn.opt BorderColor
                    "borderwidth", Dyn.opt BorderWidth
                    "currentvalue", Dyn.opt CurrentValue
                    "font", Dyn.opt Font
                    "len", Dyn.opt Len
                    "minorticklen", Dyn.opt MinorTickLen
                    "name", Dyn.opt Name
                    "pad", Dyn.opt Padding
                    "steps", Dyn.opt Steps
                    "tickcolor", Dyn.opt TickColor
                    "ticklen", Dyn.opt TickLen
                    "tickwidth", Dyn.opt TickWidth
                    "visible", Dyn.opt Visible
                    "x", Dyn.opt X
                    "xanchor", Dyn.opt XAnchor
                    "y", Dyn.opt Y
                    "yanchor", Dyn.opt YAnchor
                ]
