namespace Plotly.NET

open DynamicObj
open Plotly.NET.TraceObjects

/// The data of one layer of a chart and how they are drawn.
type Trace(traceTypeName: string) as this =
    inherit DynamicObj()
    do this.SetValue("type", traceTypeName)

    /// The kind of trace, by its name in plotly.js.
    member this.``type`` = this.TryGetTypedValue<string> "type" |> Option.defaultValue ""

    /// The value of a property, if it is set and has the wanted type.
    static member tryGetTypedMember<'T> (propName: string) (trace: Trace) : 'T option =
        trace.TryGetTypedValue<'T> propName

    static member internal set(name: string, value: 'V, combine: bool) =
        fun (trace: Trace) ->
            match trace.TryGetTypedValue<DynamicObj> name, box value with
            | Some present, (:? DynamicObj as update) when combine -> Dyn.combine present update |> ignore
            | _, value -> trace.SetValue(name, value)

            trace

    static member internal setMarker(marker: Marker, combine) = Trace.set ("marker", marker, combine)
    static member internal setLine(line: Line, combine) = Trace.set ("line", line, combine)

/// A trace in a plane.
type Trace2D(traceTypeName: string) =
    inherit Trace(traceTypeName)

    /// Points and lines.
    static member initScatter(applyStyle: Trace2D -> Trace2D) = Trace2D "scatter" |> applyStyle

    /// Points and lines, drawn by the graphics card.
    static member initScatterGL(applyStyle: Trace2D -> Trace2D) = Trace2D "scattergl" |> applyStyle

    /// Bars and columns.
    static member initBar(applyStyle: Trace2D -> Trace2D) = Trace2D "bar" |> applyStyle

    /// Counts of values in bins.
    static member initHistogram(applyStyle: Trace2D -> Trace2D) = Trace2D "histogram" |> applyStyle

    /// Counts of pairs of values in a grid of bins.
    static member initHistogram2D(applyStyle: Trace2D -> Trace2D) = Trace2D "histogram2d" |> applyStyle

    /// Quartiles.
    static member initBoxPlot(applyStyle: Trace2D -> Trace2D) = Trace2D "box" |> applyStyle

    /// Estimated densities.
    static member initViolin(applyStyle: Trace2D -> Trace2D) = Trace2D "violin" |> applyStyle

    /// A matrix as colours.
    static member initHeatmap(applyStyle: Trace2D -> Trace2D) = Trace2D "heatmap" |> applyStyle

    /// A matrix as lines of equal value.
    static member initContour(applyStyle: Trace2D -> Trace2D) = Trace2D "contour" |> applyStyle

    /// Pixels.
    static member initImage(applyStyle: Trace2D -> Trace2D) = Trace2D "image" |> applyStyle

/// A trace in space.
type Trace3D(traceTypeName: string) =
    inherit Trace(traceTypeName)

    /// Points and lines in space.
    static member initScatter3D(applyStyle: Trace3D -> Trace3D) = Trace3D "scatter3d" |> applyStyle

    /// A matrix as heights.
    static member initSurface(applyStyle: Trace3D -> Trace3D) = Trace3D "surface" |> applyStyle

/// A trace without axes.
type TraceDomain(traceTypeName: string) =
    inherit Trace(traceTypeName)

    /// A table.
    static member initTable(applyStyle: TraceDomain -> TraceDomain) = TraceDomain "table" |> applyStyle
