namespace Plotly.NET

open System
open DynamicObj
open Plotly.NET.TraceObjects

/// How the traces of a chart are drawn.
[<AutoOpen>]
module ChartTraces =

    /// How the traces of a chart are drawn.
    type Chart =

        /// Names the traces (the second and later ones get _1, _2, …) and sets what the legend shows.
        [<CompiledName("WithTraceInfo")>]
        static member withTraceInfo
            (
                ?Name: string,
                ?Visible: StyleParam.Visible,
                ?ShowLegend: bool,
                ?LegendRank: int,
                ?LegendGroup: string,
                ?LegendGroupTitle: Title
            ) =
            let change index (trace: Trace) =
                let name =
                    Name |> Option.map (fun name -> if index = 0 then name else $"{name}_{index}")

                trace
                |> Dyn.style
                    [
                        "name", Dyn.opt name
                        "visible", Dyn.opt Visible
                        "showlegend", Dyn.opt ShowLegend
                        "legendrank", Dyn.opt LegendRank
                        "legendgroup", Dyn.opt LegendGroup
                        "legendgrouptitle", Dyn.opt LegendGroupTitle
                    ]

            fun (ch: GenericChart) -> GenericChart.mapiTrace change ch

        /// Says which axes the traces belong to.
        [<CompiledName("WithAxisAnchor")>]
        static member withAxisAnchor(?X: int, ?Y: int) =
            let change (trace: Trace) =
                match trace with
                | :? Trace2D as trace ->
                    trace
                    |> Trace2DStyle.SetAxisAnchor(
                        ?X = Option.map StyleParam.LinearAxisId.X X,
                        ?Y = Option.map StyleParam.LinearAxisId.Y Y
                    )
                    :> Trace
                | trace -> trace

            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Sets or merges the markers of every trace.
        [<CompiledName("SetMarker")>]
        static member setMarker(marker: Marker, ?Combine: bool) =
            let change = Trace.set ("marker", marker, defaultArg Combine false)
            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Merges the markers of every trace.
        [<CompiledName("WithMarker")>]
        static member withMarker(marker: Marker) =
            Chart.setMarker (marker, Combine = true)

        /// Merges these properties into the markers of every trace.
        [<CompiledName("WithMarkerStyle")>]
        static member withMarkerStyle
            (
                ?CMax: float,
                ?CMid: float,
                ?CMin: float,
                ?Color: Color,
                ?ColorBar: ColorBar,
                ?Colorscale: StyleParam.Colorscale,
                ?Outline: Line,
                ?Opacity: float,
                ?MultiOpacity: seq<float>,
                ?ReverseScale: bool,
                ?ShowScale: bool,
                ?Size: int,
                ?MultiSize: seq<int>,
                ?SizeMin: int,
                ?SizeRef: int,
                ?Symbol: StyleParam.MarkerSymbol,
                ?MultiSymbol: seq<StyleParam.MarkerSymbol>,
                ?Symbol3D: StyleParam.MarkerSymbol3D
            ) =
            Chart.withMarker (
                Marker.init (
                    ?CMax = CMax,
                    ?CMid = CMid,
                    ?CMin = CMin,
                    ?Color = Color,
                    ?ColorBar = ColorBar,
                    ?Colorscale = Colorscale,
                    ?Outline = Outline,
                    ?Opacity = Opacity,
                    ?MultiOpacity = MultiOpacity,
                    ?ReverseScale = ReverseScale,
                    ?ShowScale = ShowScale,
                    ?Size = Size,
                    ?MultiSize = MultiSize,
                    ?SizeMin = SizeMin,
                    ?SizeRef = SizeRef,
                    ?Symbol = Symbol,
                    ?MultiSymbol = MultiSymbol,
                    ?Symbol3D = Symbol3D
                )
            )

        /// Sets or merges the lines of every trace.
        [<CompiledName("SetLine")>]
        static member setLine(line: Line, ?Combine: bool) =
            let change = Trace.set ("line", line, defaultArg Combine false)
            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Merges the lines of every trace.
        [<CompiledName("WithLine")>]
        static member withLine(line: Line) = Chart.setLine (line, Combine = true)

        /// Merges these properties into the lines of every trace.
        [<CompiledName("WithLineStyle")>]
        static member withLineStyle
            (
                ?CMax: float,
                ?CMid: float,
                ?CMin: float,
                ?Color: Color,
                ?Colorscale: StyleParam.Colorscale,
                ?ShowScale: bool,
                ?ColorBar: ColorBar,
                ?Dash: StyleParam.DrawingStyle,
                ?Shape: StyleParam.Shape,
                ?Smoothing: float,
                ?Width: float,
                ?MultiWidth: seq<float>
            ) =
            Chart.withLine (
                Line.init (
                    ?CMax = CMax,
                    ?CMid = CMid,
                    ?CMin = CMin,
                    ?Color = Color,
                    ?Colorscale = Colorscale,
                    ?ShowScale = ShowScale,
                    ?ColorBar = ColorBar,
                    ?Dash = Dash,
                    ?Shape = Shape,
                    ?Smoothing = Smoothing,
                    ?Width = Width,
                    ?MultiWidth = MultiWidth
                )
            )

        /// Sets or merges the x error bars of every trace.
        [<CompiledName("SetXError")>]
        static member setXError(xError: Error, ?Combine: bool) =
            let change = Trace.set ("error_x", xError, defaultArg Combine false)
            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Merges the x error bars of every trace.
        [<CompiledName("WithXError")>]
        static member withXError(xError: Error) =
            Chart.setXError (xError, Combine = true)

        /// Merges these properties into the x error bars of every trace.
        [<CompiledName("WithXErrorStyle")>]
        static member withXErrorStyle
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
            Chart.withXError (
                Error.init (
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
            )

        /// Sets or merges the y error bars of every trace.
        [<CompiledName("SetYError")>]
        static member setYError(yError: Error, ?Combine: bool) =
            let change = Trace.set ("error_y", yError, defaultArg Combine false)
            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Merges the y error bars of every trace.
        [<CompiledName("WithYError")>]
        static member withYError(yError: Error) =
            Chart.setYError (yError, Combine = true)

        /// Merges these properties into the y error bars of every trace.
        [<CompiledName("WithYErrorStyle")>]
        static member withYErrorStyle
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
            Chart.withYError (
                Error.init (
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
            )

        /// Sets or merges the colour bar of every trace.
        [<CompiledName("SetColorBar")>]
        static member setColorBar(colorBar: ColorBar, ?Combine: bool) =
            let change = Trace.set ("colorbar", colorBar, defaultArg Combine false)
            fun (ch: GenericChart) -> GenericChart.mapTrace change ch

        /// Merges the colour bar of every trace.
        [<CompiledName("WithColorBar")>]
        static member withColorBar(colorbar: ColorBar) =
            Chart.setColorBar (colorbar, Combine = true)

        /// Merges these properties into the colour bar of every trace.
        [<CompiledName("WithColorbarStyle")>]
        static member withColorBarStyle
            (
                ?TitleText: string,
                ?TitleFont: Font,
                ?Title: Title,
                ?DTick: #IConvertible,
                ?ExponentFormat: StyleParam.ExponentFormat,
                ?Len: float,
                ?NTicks: int,
                ?Orientation: StyleParam.Orientation,
                ?OutlineWidth: float,
                ?ShowTickLabels: bool,
                ?Thickness: float,
                ?Tick0: #IConvertible,
                ?TickFont: Font,
                ?TickFormat: string,
                ?TickMode: StyleParam.TickMode,
                ?TickText: seq<#IConvertible>,
                ?TickVals: seq<#IConvertible>,
                ?X: float,
                ?XAnchor: StyleParam.HorizontalAlign,
                ?Y: float,
                ?YAnchor: StyleParam.VerticalAlign
            ) =
            let title =
                Title
                |> Option.defaultWith Plotly.NET.Title
                |> Plotly.NET.Title.style (?Text = TitleText, ?Font = TitleFont)

            Chart.withColorBar (
                ColorBar.init (
                    Title = title,
                    ?DTick = DTick,
                    ?ExponentFormat = ExponentFormat,
                    ?Len = Len,
                    ?NTicks = NTicks,
                    ?Orientation = Orientation,
                    ?OutlineWidth = OutlineWidth,
                    ?ShowTickLabels = ShowTickLabels,
                    ?Thickness = Thickness,
                    ?Tick0 = Tick0,
                    ?TickFont = TickFont,
                    ?TickFormat = TickFormat,
                    ?TickMode = TickMode,
                    ?TickText = TickText,
                    ?TickVals = TickVals,
                    ?X = X,
                    ?XAnchor = XAnchor,
                    ?Y = Y,
                    ?YAnchor = YAnchor
                )
            )
