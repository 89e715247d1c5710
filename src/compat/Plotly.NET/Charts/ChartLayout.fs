namespace Plotly.NET

open DynamicObj
open Plotly.NET.LayoutObjects

/// Title, size, legend, texts and shapes of a chart.
[<AutoOpen>]
module ChartLayout =

    /// Title, size, legend, texts and shapes of a chart.
    type Chart =

        /// Sets the title.
        [<CompiledName("WithTitle")>]
        static member withTitle(title: string, ?TitleFont: Font) =
            fun (ch: GenericChart) ->
                ch
                |> GenericChart.addLayout (Layout.init (Title = Title.init (Text = title, ?Font = TitleFont)))

        /// Sets the title.
        [<CompiledName("WithTitle")>]
        static member withTitle(title: Title) =
            fun (ch: GenericChart) -> ch |> GenericChart.addLayout (Layout.init (Title = title))

        /// Sets the size in pixels.
        [<CompiledName("WithSize")>]
        static member withSize(?Width: int, ?Height: int) =
            fun (ch: GenericChart) ->
                ch |> GenericChart.mapLayout (Layout.style (?Width = Width, ?Height = Height))

        /// Sets the size in pixels.
        [<CompiledName("WithSize")>]
        static member withSize(width: float, height: float) =
            Chart.withSize (Width = int width, Height = int height)

        /// Sets the margins.
        [<CompiledName("WithMargin")>]
        static member withMargin(margin: Margin) =
            fun (ch: GenericChart) -> ch |> GenericChart.mapLayout (Layout.style (Margin = margin))

        /// Sets the margins in pixels.
        [<CompiledName("WithMarginSize")>]
        static member withMarginSize
            (?Left: 'h, ?Right: 'i, ?Top: 'j, ?Bottom: 'k, ?Pad: 'l, ?Autoexpand: 'm)
            =
            Chart.withMargin (
                Margin.init (
                    ?Left = Left,
                    ?Right = Right,
                    ?Top = Top,
                    ?Bottom = Bottom,
                    ?Pad = Pad,
                    ?Autoexpand = Autoexpand
                )
            )

        /// Sets the template.
        [<CompiledName("WithTemplate")>]
        static member withTemplate(template: Template) =
            fun (ch: GenericChart) ->
                ch |> GenericChart.mapLayout (Layout.style (Template = (template :> DynamicObj)))

        /// Replaces the layout.
        [<CompiledName("SetLayout")>]
        static member setLayout(layout: Layout) =
            fun (ch: GenericChart) -> GenericChart.setLayout layout ch

        /// Merges the layout.
        [<CompiledName("WithLayout")>]
        static member withLayout(layout: Layout) =
            fun (ch: GenericChart) -> GenericChart.addLayout layout ch

        /// Merges these properties into the layout.
        [<CompiledName("WithLayoutStyle")>]
        static member withLayoutStyle
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
            Chart.withLayout (
                Layout.init (
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
            )

        /// Sets or merges a legend.
        [<CompiledName("SetLegend")>]
        static member setLegend(legend: Legend, id: StyleParam.SubPlotId, ?Combine: bool) =
            let change =
                if defaultArg Combine false then
                    Layout.updateLegendById (id, legend)
                else
                    Layout.setLegend (id, legend)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Merges a legend.
        [<CompiledName("WithLegend")>]
        static member withLegend(legend: Legend, ?Id: int) =
            Chart.setLegend (legend, StyleParam.SubPlotId.Legend(defaultArg Id 1), Combine = true)

        /// Merges these properties into the legend.
        [<CompiledName("WithLegendStyle")>]
        static member withLegendStyle
            (
                ?BGColor: Color,
                ?BorderColor: Color,
                ?BorderWidth: float,
                ?Font: Font,
                ?ItemClick: StyleParam.TraceItemClickOptions,
                ?ItemDoubleClick: StyleParam.TraceItemClickOptions,
                ?Orientation: StyleParam.Orientation,
                ?Title: Title,
                ?TraceGroupGap: float,
                ?Visible: bool,
                ?X: float,
                ?XAnchor: StyleParam.XAnchorPosition,
                ?Y: float,
                ?YAnchor: StyleParam.YAnchorPosition,
                ?YRef: string,
                ?Id: int
            ) =
            Chart.withLegend (
                Legend.init (
                    ?BGColor = BGColor,
                    ?BorderColor = BorderColor,
                    ?BorderWidth = BorderWidth,
                    ?Font = Font,
                    ?ItemClick = ItemClick,
                    ?ItemDoubleClick = ItemDoubleClick,
                    ?Orientation = Orientation,
                    ?Title = Title,
                    ?TraceGroupGap = TraceGroupGap,
                    ?Visible = Visible,
                    ?X = X,
                    ?XAnchor = XAnchor,
                    ?Y = Y,
                    ?YAnchor = YAnchor,
                    ?YRef = YRef
                ),
                ?Id = Id
            )

        /// Puts the annotations before those that the chart has, or in their place if Append is false.
        [<CompiledName("WithAnnotations")>]
        static member withAnnotations(annotations: seq<Annotation>, ?Append: bool) =
            let change (layout: Layout) =
                let present =
                    if defaultArg Append true then
                        layout.TryGetTypedValue<seq<Annotation>> "annotations"
                        |> Option.defaultValue Seq.empty
                    else
                        Seq.empty

                layout |> Layout.style (Annotations = Seq.append annotations present)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Adds a text.
        [<CompiledName("WithAnnotation")>]
        static member withAnnotation(annotation: Annotation, ?Append: bool) =
            Chart.withAnnotations ([ annotation ], ?Append = Append)

        /// Puts the shapes before those that the chart has, or in their place if Append is false.
        [<CompiledName("WithShapes")>]
        static member withShapes(shapes: seq<Shape>, ?Append: bool) =
            let change (layout: Layout) =
                let present =
                    if defaultArg Append true then
                        layout.TryGetTypedValue<seq<Shape>> "shapes" |> Option.defaultValue Seq.empty
                    else
                        Seq.empty

                layout |> Layout.style (Shapes = Seq.append shapes present)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Adds a shape.
        [<CompiledName("WithShape")>]
        static member withShape(shape: Shape, ?Append: bool) =
            Chart.withShapes ([ shape ], ?Append = Append)

        /// Puts the images before those that the chart has, or in their place if Append is false.
        [<CompiledName("WithLayoutImages")>]
        static member withLayoutImages(images: seq<LayoutImage>, ?Append: bool) =
            let change (layout: Layout) =
                let present =
                    if defaultArg Append true then
                        layout.TryGetTypedValue<seq<LayoutImage>> "images" |> Option.defaultValue Seq.empty
                    else
                        Seq.empty

                layout |> Layout.style (Images = Seq.append images present)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Adds an image.
        [<CompiledName("WithLayoutImage")>]
        static member withLayoutImage(image: LayoutImage, ?Append: bool) =
            Chart.withLayoutImages ([ image ], ?Append = Append)

        /// Sets the sliders.
        [<CompiledName("WithSliders")>]
        static member withSliders(sliders: seq<Slider>) =
            fun (ch: GenericChart) -> ch |> GenericChart.mapLayout (Layout.style (Sliders = sliders))

        /// Sets the slider.
        [<CompiledName("WithSlider")>]
        static member withSlider(slider: Slider) = Chart.withSliders [ slider ]

        /// Sets or merges a scene.
        [<CompiledName("SetScene")>]
        static member setScene(scene: Scene, id: StyleParam.SubPlotId, ?Combine: bool) =
            let change =
                if defaultArg Combine false then
                    Layout.updateSceneById (id, scene)
                else
                    Layout.setScene (id, scene)

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Merges a scene.
        [<CompiledName("WithScene")>]
        static member withScene(scene: Scene, ?Id: int) =
            Chart.setScene (scene, StyleParam.SubPlotId.Scene(defaultArg Id 1), Combine = true)

        /// Sets or merges the grid.
        [<CompiledName("SetLayoutGrid")>]
        static member setLayoutGrid(layoutGrid: LayoutGrid, ?Combine: bool) =
            let change =
                if defaultArg Combine false then
                    Layout.updateLayoutGrid layoutGrid
                else
                    Layout.setLayoutGrid layoutGrid

            fun (ch: GenericChart) -> GenericChart.mapLayout change ch

        /// Merges the grid.
        [<CompiledName("WithLayoutGrid")>]
        static member withLayoutGrid(layoutGrid: LayoutGrid) =
            Chart.setLayoutGrid (layoutGrid, Combine = true)
