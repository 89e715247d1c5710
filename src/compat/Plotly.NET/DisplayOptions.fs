namespace Plotly.NET

open DynamicObj

/// Where a page gets plotly.js from.
type PlotlyJSReference =
    | CDN of string
    | NoReference

/// How a chart's own page looks.
type DisplayOptions() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?DocumentTitle: string,
            ?DocumentCharset: string,
            ?DocumentDescription: string,
            ?PlotlyJSReference: PlotlyJSReference
        ) =
        DisplayOptions()
        |> DisplayOptions.style (
            ?DocumentTitle = DocumentTitle,
            ?DocumentCharset = DocumentCharset,
            ?DocumentDescription = DocumentDescription,
            ?PlotlyJSReference = PlotlyJSReference
        )

    /// Sets the given properties.
    static member style
        (
            ?DocumentTitle: string,
            ?DocumentCharset: string,
            ?DocumentDescription: string,
            ?PlotlyJSReference: PlotlyJSReference
        ) =
        fun (displayOpts: DisplayOptions) ->
            displayOpts
            |> Dyn.style
                [
                    "DocumentTitle", Dyn.opt DocumentTitle
                    "DocumentCharset", Dyn.opt DocumentCharset
                    "DocumentDescription", Dyn.opt DocumentDescription
                    "PlotlyJSReference", Dyn.opt PlotlyJSReference
                ]

    /// Only says where plotly.js comes from.
    static member initCDNOnly() =
        DisplayOptions.init (PlotlyJSReference = CDN "https://cdn.plot.ly/plotly-2.35.3.min.js")

    /// Merges the second options into the first, which are changed.
    static member combine (first: DisplayOptions) (second: DisplayOptions) : DisplayOptions =
        Dyn.combine first second

    /// Where the page gets plotly.js from.
    static member getPlotlyReference(displayOpts: DisplayOptions) =
        displayOpts.TryGetTypedValue<PlotlyJSReference> "PlotlyJSReference"
        |> Option.defaultValue NoReference

    /// The title of the page.
    static member getDocumentTitle(displayOpts: DisplayOptions) =
        displayOpts.TryGetTypedValue<string> "DocumentTitle" |> Option.defaultValue ""
