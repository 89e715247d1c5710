namespace MetaNotebooks.Charts

open System
open System.Globalization
open Deedle
open MetaNotebooks

/// Deedle's frames as tables to draw tasks from.
[<RequireQualifiedAccess>]
module Frames =

    let private number place (cell: obj) =
        match cell with
        | :? string
        | :? bool
        | :? DateTime -> invalidArg "frame" $"{place}: '{cell}' is not a number."
        | :? IConvertible as value ->
            let number = value.ToDouble CultureInfo.InvariantCulture

            if Double.IsFinite number then
                number
            else
                invalidArg "frame" $"{place}: '{cell}' is not a finite number."
        | _ -> invalidArg "frame" $"{place}: '{cell}' is not a number."

    /// The frame with one column as labels; every other column must be of finite numbers.
    /// An error names the row's key and the column.
    let toTable (label: string) (frame: Frame<'R, string>) =
        let columns = frame.ColumnKeys |> Array.ofSeq

        if not (Array.contains label columns) then
            let known = String.Join("', '", columns)
            invalidArg "label" $"no column '{label}'; the frame's columns are '{known}'."

        if frame.RowCount = 0 then
            invalidArg "frame" "the frame has no rows; expected at least one."

        let cells (column: string) (convert: string -> obj -> 'T) =
            frame.Columns[column].ObservationsAll
            |> Seq.map (fun cell ->
                let place = $"row {cell.Key}, column '{column}'"

                if not cell.Value.HasValue then
                    invalidArg "frame" $"{place}: the cell is missing or NaN."

                convert place cell.Value.Value)
            |> Array.ofSeq

        let text place (cell: obj) =
            match Convert.ToString(cell, CultureInfo.InvariantCulture) with
            | null
            | "" -> invalidArg "frame" $"{place}: the label is empty."
            | label -> label

        let names = columns |> Array.filter ((<>) label)

        if names.Length = 0 then
            invalidArg "frame" $"the frame has no column but '{label}'; expected one of numbers."

        let values = names |> Array.map (fun name -> cells name number)
        LabelledTable(names, Array.transpose values, cells label text)

    /// The frame's rows grouped by label, to draw episodes from.
    let toSet label frame = (toTable label frame).ToSet()
