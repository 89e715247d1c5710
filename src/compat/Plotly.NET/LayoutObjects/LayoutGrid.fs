namespace Plotly.NET.LayoutObjects

open DynamicObj
open Plotly.NET

/// The cells of a chart that holds several.
type LayoutGrid() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init
        (
            ?Rows: int,
            ?Columns: int,
            ?RowOrder: StyleParam.LayoutGridRowOrder,
            ?Pattern: StyleParam.LayoutGridPattern,
            ?XGap: float,
            ?YGap: float,
            ?Domain: Domain
        ) =
        LayoutGrid()
        |> LayoutGrid.style (
            ?Rows = Rows,
            ?Columns = Columns,
            ?RowOrder = RowOrder,
            ?Pattern = Pattern,
            ?XGap = XGap,
            ?YGap = YGap,
            ?Domain = Domain
        )

    /// Sets the given properties.
    static member style
        (
            ?Rows: int,
            ?Columns: int,
            ?RowOrder: StyleParam.LayoutGridRowOrder,
            ?Pattern: StyleParam.LayoutGridPattern,
            ?XGap: float,
            ?YGap: float,
            ?Domain: Domain
        ) =
        fun (layoutGrid: LayoutGrid) ->
            layoutGrid
            |> Dyn.style
                [
                    "rows", Dyn.opt Rows
                    "columns", Dyn.opt Columns
                    "roworder", Dyn.opt RowOrder
                    "pattern", Dyn.opt Pattern
                    "xgap", Dyn.opt XGap
                    "ygap", Dyn.opt YGap
                    "domain", Dyn.opt Domain
                ]
