namespace Plotly.NET

open DynamicObj
open Plotly.NET.LayoutObjects

/// Defaults for layouts and traces.
type Template() =
    inherit DynamicObj()

    /// A template with a layout and, by their kinds, traces.
    static member init(layoutTemplate: Layout, ?TraceTemplates: seq<#Trace>) =
        Template() |> Template.style (layoutTemplate, ?TraceTemplates = TraceTemplates)

    /// Sets the layout and the traces.
    static member style(layoutTemplate: Layout, ?TraceTemplates: seq<#Trace>) =
        fun (template: Template) ->
            let data = DynamicObj()

            for kind, traces in TraceTemplates |> Option.defaultValue Seq.empty |> Seq.groupBy _.``type`` do
                data.SetValue(kind, Seq.toArray traces)

            template |> Dyn.style [ "layout", Some(box layoutTemplate); "data", Some(box data) ]

    /// The colours that traces get in turn.
    static member withColorWay (colorway: Color) (template: Template) =
        template.TryGetTypedValue<Layout> "layout"
        |> Option.iter (Layout.style (Colorway = colorway) >> ignore)

        template

/// Ready templates.
module ChartTemplates =

    let private axis () =
        LinearAxis.init (ShowLine = true, ZeroLine = true)

    let private withAxes axis layout =
        layout
        |> Layout.setLinearAxis (StyleParam.SubPlotId.XAxis 1, axis ())
        |> Layout.setLinearAxis (StyleParam.SubPlotId.YAxis 1, axis ())
        |> Template.init

    /// White, with axis lines.
    let light =
        Layout.init (PaperBGColor = Color.fromString "white", PlotBGColor = Color.fromString "white")
        |> withAxes axis

    /// The look of plotly's own charts.
    let plotly =
        Layout.init (
            PaperBGColor = Color.fromString "white",
            PlotBGColor = Color.fromHex "#E5ECF6",
            Font = Font.init (Color = Color.fromHex "#2a3f5f")
        )
        |> withAxes (fun () ->
            LinearAxis.init (
                GridColor = Color.fromString "white",
                LineColor = Color.fromString "white",
                ZeroLineColor = Color.fromString "white"
            ))

/// What every new chart begins with.
module Defaults =

    /// The width in pixels.
    let mutable DefaultWidth = 600

    /// The height in pixels.
    let mutable DefaultHeight = 600

    /// The configuration.
    let mutable DefaultConfig = Config.init (Responsive = true)

    /// The options of the page.
    let mutable DefaultDisplayOptions = DisplayOptions.initCDNOnly ()

    /// The template.
    let mutable DefaultTemplate = ChartTemplates.plotly
