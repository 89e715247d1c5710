namespace Plotly.NET

open DynamicObj

/// How the chart behaves in the page.
type Config() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?StaticPlot: bool,
            ?TypesetMath: bool,
            ?Editable: bool,
            ?Autosizable: bool,
            ?Responsive: bool,
            ?DisplayModeBar: bool,
            ?Displaylogo: bool,
            ?Locale: string
        ) =
        Config()
        |> Config.style (
            ?StaticPlot = StaticPlot,
            ?TypesetMath = TypesetMath,
            ?Editable = Editable,
            ?Autosizable = Autosizable,
            ?Responsive = Responsive,
            ?DisplayModeBar = DisplayModeBar,
            ?Displaylogo = Displaylogo,
            ?Locale = Locale
        )

    /// Sets the given properties.
    static member style
        (
            ?StaticPlot: bool,
            ?TypesetMath: bool,
            ?Editable: bool,
            ?Autosizable: bool,
            ?Responsive: bool,
            ?DisplayModeBar: bool,
            ?Displaylogo: bool,
            ?Locale: string
        ) =
        fun (config: Config) ->
            config
            |> Dyn.style
                [
                    "staticPlot", Dyn.opt StaticPlot
                    "typesetMath", Dyn.opt TypesetMath
                    "editable", Dyn.opt Editable
                    "autosizable", Dyn.opt Autosizable
                    "responsive", Dyn.opt Responsive
                    "displayModeBar", Dyn.opt DisplayModeBar
                    "displaylogo", Dyn.opt Displaylogo
                    "locale", Dyn.opt Locale
                ]

    /// Merges the second configuration into the first, which is changed.
    static member combine (first: Config) (second: Config) : Config = Dyn.combine first second
