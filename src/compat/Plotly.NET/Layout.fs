namespace Plotly.NET

open DynamicObj
open Plotly.NET.LayoutObjects

/// Everything of a chart but its data: title, axes, legend, size.
type Layout() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Title: Title,
            ?ShowLegend: bool,
            ?Margin: Margin,
            ?AutoSize: bool,
            ?Width: int,
            ?Height: int,
            ?Font: Font,
            ?PaperBGColor: Color,
            ?PlotBGColor: Color,
            ?Colorway: Color,
            ?HoverMode: StyleParam.HoverMode,
            ?HoverDistance: int,
            ?UIRevision: string,
            ?Template: DynamicObj,
            ?Grid: LayoutGrid,
            ?BarGap: float,
            ?BarGroupGap: float,
            ?BarMode: StyleParam.BarMode,
            ?Annotations: seq<Annotation>,
            ?Shapes: seq<Shape>,
            ?Images: seq<LayoutImage>,
            ?Sliders: seq<Slider>
        ) =
        Layout()
        |> Layout.style (
            ?Title = Title,
            ?ShowLegend = ShowLegend,
            ?Margin = Margin,
            ?AutoSize = AutoSize,
            ?Width = Width,
            ?Height = Height,
            ?Font = Font,
            ?PaperBGColor = PaperBGColor,
            ?PlotBGColor = PlotBGColor,
            ?Colorway = Colorway,
            ?HoverMode = HoverMode,
            ?HoverDistance = HoverDistance,
            ?UIRevision = UIRevision,
            ?Template = Template,
            ?Grid = Grid,
            ?BarGap = BarGap,
            ?BarGroupGap = BarGroupGap,
            ?BarMode = BarMode,
            ?Annotations = Annotations,
            ?Shapes = Shapes,
            ?Images = Images,
            ?Sliders = Sliders
        )

    /// Sets the given properties.
    static member style
        (
            ?Title: Title,
            ?ShowLegend: bool,
            ?Margin: Margin,
            ?AutoSize: bool,
            ?Width: int,
            ?Height: int,
            ?Font: Font,
            ?PaperBGColor: Color,
            ?PlotBGColor: Color,
            ?Colorway: Color,
            ?HoverMode: StyleParam.HoverMode,
            ?HoverDistance: int,
            ?UIRevision: string,
            ?Template: DynamicObj,
            ?Grid: LayoutGrid,
            ?BarGap: float,
            ?BarGroupGap: float,
            ?BarMode: StyleParam.BarMode,
            ?Annotations: seq<Annotation>,
            ?Shapes: seq<Shape>,
            ?Images: seq<LayoutImage>,
            ?Sliders: seq<Slider>
        ) =
        fun (layout: Layout) ->
            layout
            |> Dyn.style
                [
                    "title", Dyn.opt Title
                    "showlegend", Dyn.opt ShowLegend
                    "margin", Dyn.opt Margin
                    "autosize", Dyn.opt AutoSize
                    "width", Dyn.opt Width
                    "height", Dyn.opt Height
                    "font", Dyn.opt Font
                    "paper_bgcolor", Dyn.opt PaperBGColor
                    "plot_bgcolor", Dyn.opt PlotBGColor
                    "colorway", Dyn.opt Colorway
                    "hovermode", Dyn.opt HoverMode
                    "hoverdistance", Dyn.opt HoverDistance
                    "uirevision", Dyn.opt UIRevision
                    "template", Dyn.opt Template
                    "grid", Dyn.opt Grid
                    "bargap", Dyn.opt BarGap
                    "bargroupgap", Dyn.opt BarGroupGap
                    "barmode", Dyn.opt BarMode
                    "annotations", Dyn.opt Annotations
                    "shapes", Dyn.opt Shapes
                    "images", Dyn.opt Images
                    "sliders", Dyn.opt Sliders
                ]

    /// Merges the second layout into the first, which is changed; lists are appended.
    static member combine (first: Layout) (second: Layout) : Layout =
        let append (name: string) =
            match first.TryGetTypedValue<seq<'T>> name, second.TryGetTypedValue<seq<'T>> name with
            | Some before, Some after -> Some(Seq.append before after)
            | Some one, None
            | None, Some one -> Some one
            | None, None -> None

        let annotations: seq<Annotation> option = append "annotations"
        let shapes: seq<Shape> option = append "shapes"
        let images: seq<LayoutImage> option = append "images"
        let sliders: seq<Slider> option = append "sliders"

        Dyn.combine first second
        |> Layout.style (?Annotations = annotations, ?Shapes = shapes, ?Images = images, ?Sliders = sliders)

    /// The value of a property, if it is set and has the wanted type.
    static member tryGetTypedMember<'T> (propName: string) (layout: Layout) : 'T option =
        layout.TryGetTypedValue<'T> propName

    static member private set(name: string, value: obj) =
        fun (layout: Layout) ->
            layout.SetValue(name, value)
            layout

    static member private update(name: string, value: 'T :> DynamicObj) =
        fun (layout: Layout) ->
            let value =
                match layout.TryGetTypedValue<'T> name with
                | Some present -> Dyn.combine present value
                | None -> value

            layout |> Layout.set (name, value)

    static member private axisName(id: StyleParam.SubPlotId) =
        match id with
        | StyleParam.SubPlotId.XAxis _
        | StyleParam.SubPlotId.YAxis _ -> Json.partName id
        | _ -> failwith $"{Json.partName id} is no axis of a layout; an x or a y axis was expected."

    static member private named<'T>(isName: string -> bool) =
        fun (layout: Layout) ->
            layout.GetProperties false
            |> Seq.choose (fun property ->
                match property.Value with
                | :? 'T as value when isName property.Key -> Some(property.Key, value)
                | _ -> None)

    /// The axis of that name, if there is one.
    static member tryGetLinearAxisById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout.TryGetTypedValue<LinearAxis>(Json.partName id)

    /// The axis of that name; a new one if there is none.
    static member getLinearAxisById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout |> Layout.tryGetLinearAxisById id |> Option.defaultWith LinearAxis

    /// Merges into the axis of that name.
    static member updateLinearAxisById(id: StyleParam.SubPlotId, axis: LinearAxis) =
        Layout.update (Layout.axisName id, axis)

    /// Replaces the axis of that name.
    static member setLinearAxis(id: StyleParam.SubPlotId, axis: LinearAxis) =
        Layout.set (Layout.axisName id, axis)

    /// The scene of that name, if there is one.
    static member tryGetSceneById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout.TryGetTypedValue<Scene>(Json.partName id)

    /// The scene of that name; a new one if there is none.
    static member getSceneById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout |> Layout.tryGetSceneById id |> Option.defaultWith Scene

    /// Merges into the scene of that name.
    static member updateSceneById(id: StyleParam.SubPlotId, scene: Scene) =
        Layout.update (Json.partName id, scene)

    /// Replaces the scene of that name.
    static member setScene(id: StyleParam.SubPlotId, scene: Scene) = Layout.set (Json.partName id, scene)

    /// The legend of that name, if there is one.
    static member tryGetLegendById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout.TryGetTypedValue<Legend>(Json.partName id)

    /// The legend of that name; a new one if there is none.
    static member getLegendById(id: StyleParam.SubPlotId) =
        fun (layout: Layout) -> layout |> Layout.tryGetLegendById id |> Option.defaultWith Legend

    /// Merges into the legend of that name.
    static member updateLegendById(id: StyleParam.SubPlotId, legend: Legend) =
        Layout.update (Json.partName id, legend)

    /// Replaces the legend of that name.
    static member setLegend(id: StyleParam.SubPlotId, legend: Legend) = Layout.set (Json.partName id, legend)

    /// All x axes with their names.
    static member getXAxes(layout: Layout) : seq<string * LinearAxis> =
        layout |> Layout.named (fun name -> name.StartsWith "xaxis")

    /// All y axes with their names.
    static member getYAxes(layout: Layout) : seq<string * LinearAxis> =
        layout |> Layout.named (fun name -> name.StartsWith "yaxis")

    /// All scenes with their names.
    static member getScenes(layout: Layout) : seq<string * Scene> =
        layout |> Layout.named (fun name -> name.StartsWith "scene")

    /// Replaces the grid.
    static member setLayoutGrid(layoutGrid: LayoutGrid) = Layout.set ("grid", layoutGrid)

    /// Merges into the grid.
    static member updateLayoutGrid(layoutGrid: LayoutGrid) = Layout.update ("grid", layoutGrid)
