namespace MetaNotebooks

open System
open Plotly.NET
open Plotly.NET.LayoutObjects

/// How one algorithm is drawn, in every chart.
type Look =
    {
        /// The colour, as # and six hexadecimal digits.
        Hex: string
        /// How its lines are dashed.
        Dash: StyleParam.DrawingStyle
        /// The shape of its markers.
        Symbol: StyleParam.MarkerSymbol
    }

/// One look for all charts: the colours of Okabe and Ito, which colour-blind readers can tell apart, with
/// darker and lighter relatives that also differ in dash and marker.
module Theme =

    let private solid = StyleParam.DrawingStyle.Solid
    let private dash = StyleParam.DrawingStyle.Dash
    let private dot = StyleParam.DrawingStyle.Dot
    let private dashDot = StyleParam.DrawingStyle.DashDot
    let private circle = StyleParam.MarkerSymbol.Circle
    let private square = StyleParam.MarkerSymbol.Square
    let private diamond = StyleParam.MarkerSymbol.Diamond
    let private triangle = StyleParam.MarkerSymbol.TriangleUp

    // The first word of each line is the name without spaces and signs; the others are other names for it.
    let private table =
        [
            "maml", "#0072B2", solid, circle
            "firstordermaml fomaml", "#56B4E9", dash, square
            "mamlouterloss", "#117733", dashDot, triangle
            "anil", "#003F6B", dashDot, diamond
            "metasgd", "#8A4F7D", dashDot, triangle
            "reptile", "#CC79A7", solid, diamond
            "jointtraining joint pretrained pretraining", "#E69F00", solid, square
            "gradientdescent sgd gd", "#D55E00", solid, triangle
            "transfer", "#8C2D04", dash, square
            "fromscratch scratch random", "#7A7A7A", dot, circle
            "protonet prototypicalnetworks prototypicalnets", "#009E73", solid, square
            "matchingnets matchingnetworks", "#5BBF9F", dash, diamond
            "lstmoptimiser lstmoptimizer learnedoptimiser", "#A6761D", solid, diamond
            "metalstm", "#6B4A00", dash, triangle
            "metaparameters", "#332288", solid, triangle
            "mann", "#B8A200", dashDot, circle
            "lstmwithoutmemory", "#00797A", dash, square
            "zeroshot", "#5E3C99", solid, diamond
            "nearestneighbour nearestdescription lookup", "#A0A0A0", dot, square
            "chance", "#D4D4D4", dot, circle
            "leastsquares logisticregression bilinearridge ridgeorlogistic", "#C2185B", solid, triangle
            "wordprofiles", "#C2185B", dash, square
            "r2d2", "#DB4325", solid, diamond
            "lrd2", "#DB4325", dashDot, square
            "cavia", "#57A300", dash, triangle
            "simpleshot", "#F0A830", dash, circle
            "learnedprior", "#00B3B3", dash, diamond
            "ripplesmomentum", "#B2182B", solid, circle
            "rippleslearnedrate", "#D6604D", dashDot, square
            "ripples", "#F4A582", dash, diamond
            "oracle stable", "#000000", dash, circle
            "gaussianprocess", "#882255", dot, diamond
            "withoutadapting", "#7F7F7F", dashDot, circle
            "truth true target data published knownchemistry", "#000000", solid, circle
        ]
        |> List.collect (fun (names, hex, dash, symbol) ->
            [
                for name in names.Split ' ' ->
                    name,
                    {
                        Hex = hex
                        Dash = dash
                        Symbol = symbol
                    }
            ])
        |> List.sortByDescending (fun (name, _) -> name.Length)

    let private spare =
        [|
            for hex in [ "#0072B2"; "#D55E00"; "#009E73"; "#CC79A7"; "#E69F00"; "#56B4E9"; "#000000" ] ->
                {
                    Hex = hex
                    Dash = solid
                    Symbol = circle
                }
        |]

    let private plain (name: string) =
        String.filter Char.IsLetterOrDigit (name.ToLowerInvariant())

    /// The look of an algorithm, if its name, or the beginning of it ("MAML, 5 steps"), is known.
    let tryLook (name: string) : Look option =
        let name = plain name
        table |> List.tryFind (fun (known, _) -> name.StartsWith known) |> Option.map snd

    /// The looks of the series of one chart. Unknown names get spare colours in turn; a second series of the
    /// same algorithm keeps its colour and is dashed differently.
    let looks (names: seq<string>) : Look list =
        let dashes = [| solid; dash; dot; dashDot |]

        let mutable unknown = 0

        let first =
            [
                for name in names do
                    match tryLook name with
                    | Some look -> look
                    | None ->
                        spare[unknown % spare.Length]
                        unknown <- unknown + 1
            ]

        // Of one colour, each takes the next dash that is free, its own first.
        let free (given: Look list) (look: Look) =
            let taken =
                [
                    for other in given do
                        if other.Hex = look.Hex then
                            other.Dash
                ]

            let own = Array.IndexOf(dashes, look.Dash)

            Seq.init dashes.Length (fun step -> dashes[(own + step) % dashes.Length])
            |> Seq.tryFind (fun one -> not (List.contains one taken))
            |> Option.defaultValue look.Dash

        ([], first)
        ||> List.fold (fun given look -> { look with Dash = free given look } :: given)
        |> List.rev

    /// A colour of the theme for Plotly.NET.
    let color (hex: string) = Color.fromHex hex

    /// The same colour, seen through: opacity is from 0 to 1.
    let faded (opacity: float) (hex: string) =
        let part i =
            Convert.ToInt32(hex.Substring(1 + 2 * i, 2), 16)

        let opacity = opacity.ToString("0.###", Globalization.CultureInfo.InvariantCulture)
        Color.fromString $"rgba({part 0}, {part 1}, {part 2}, {opacity})"

    /// The colour of texts and axes.
    let ink = "#262626"

    /// The colour of what stays in the background.
    let quiet = "#9A9A9A"

    /// The fonts, the first that the reader has.
    let font size =
        Font.init (
            Family =
                StyleParam.FontFamily.Custom
                    "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif",
            Size = size,
            Color = color ink
        )

    /// A fresh template: white, with thin grid lines.
    let template () =
        let axis () =
            LinearAxis.init (
                ShowLine = true,
                LineColor = color "#555555",
                GridColor = color "#E6E6E6",
                ZeroLine = false,
                Ticks = StyleParam.TickOptions.Outside,
                TickLen = 4,
                TickColor = color "#555555",
                AutoMargin = StyleParam.TickAutoMargin.All
            )

        Layout.init (
            Font = font 14.,
            PaperBGColor = color "#FFFFFF",
            PlotBGColor = color "#FFFFFF",
            Colorway = Color.fromColors [ for look in spare -> color look.Hex ]
        )
        |> Layout.setLinearAxis (StyleParam.SubPlotId.XAxis 1, axis ())
        |> Layout.setLinearAxis (StyleParam.SubPlotId.YAxis 1, axis ())
        |> fun layout -> Template.init (layout)

    /// The height of a chart in pixels; the width is that of the page.
    let height = 440

    /// Gives a chart the theme, its title and the titles of its axes. Fit for narrow pages: the width follows
    /// the page, long titles are broken, and the legend lies under the plot.
    let apply (title: string) (xTitle: string) (yTitle: string) (chart: GenericChart) : GenericChart =
        let lines = Text.wrap 40 title

        let title =
            Title.init (
                Text = String.Join("<br>", lines),
                Font = font 16.,
                X = 0.02,
                XAnchor = StyleParam.XAnchorPosition.Left,
                Y = 1. - 14. / float height,
                YAnchor = StyleParam.YAnchorPosition.Top
            )

        chart
        |> Chart.withTemplate (template ())
        |> Chart.withLayoutStyle (
            AutoSize = true,
            Height = height,
            Title = title,
            Margin = Margin.init (Left = 56, Right = 16, Top = 22 + 24 * lines.Length, Bottom = 48),
            HoverMode = StyleParam.HoverMode.Closest
        )
        |> Chart.withXAxisStyle (TitleText = xTitle)
        |> Chart.withYAxisStyle (TitleText = yTitle)
        |> Chart.withLegendStyle (
            Orientation = StyleParam.Orientation.Horizontal,
            X = 0.,
            XAnchor = StyleParam.XAnchorPosition.Left,
            Y = 0.,
            YAnchor = StyleParam.YAnchorPosition.Bottom,
            YRef = "container",
            Font = font 13.
        )
        |> Chart.withConfigStyle (Responsive = true, DisplayModeBar = false)

    /// Moves the legend, which must fit one line, between the title and the plot.
    let legendAbove (chart: GenericChart) : GenericChart =
        chart
        |> Chart.withLegendStyle (Y = 1.01, YAnchor = StyleParam.YAnchorPosition.Bottom, YRef = "paper")
        |> Chart.withMarginSize (Left = 56, Right = 16, Top = 72, Bottom = 48)
