namespace Plotly.NET

open System
open DynamicObj

/// Charts without axes.
[<AutoOpen>]
module ChartDomain =

    /// Charts without axes.
    type Chart =

        /// A table; cellsValues are rows unless TransposeCells is false.
        static member Table
            (
                headerValues: seq<#seq<#IConvertible>>,
                cellsValues: seq<#seq<#IConvertible>>,
                ?TransposeCells: bool,
                ?HeaderAlign: StyleParam.HorizontalAlign,
                ?HeaderFillColor: Color,
                ?HeaderHeight: int,
                ?CellsAlign: StyleParam.HorizontalAlign,
                ?CellsFillColor: Color,
                ?CellsHeight: int,
                ?Name: string,
                ?ColumnWidth: float,
                ?UseDefaults: bool
            ) =
            let columns =
                let rows = cellsValues |> Seq.map (Seq.map (fun cell -> cell :> IConvertible))

                if defaultArg TransposeCells true then
                    Seq.transpose rows
                else
                    rows

            let part values align height fill =
                DynamicObj()
                |> Dyn.style
                    [
                        "values", Some(box values)
                        "align", Dyn.opt align
                        "height", Dyn.opt height
                        "fill", fill |> Option.map (fun color -> box (dict [ "color", box color ]))
                    ]
                |> box

            TraceDomain.initTable id
            |> Dyn.style
                [
                    "header", Some(part headerValues HeaderAlign HeaderHeight HeaderFillColor)
                    "cells", Some(part columns CellsAlign CellsHeight CellsFillColor)
                    "name", Dyn.opt Name
                    "columnwidth", Dyn.opt ColumnWidth
                ]
            |> GenericChart.ofTraceObject (defaultArg UseDefaults true)
