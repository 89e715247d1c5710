namespace MetaNotebooks

open System
open System.Globalization
open Deedle

/// Deedle's frames as tables to draw tasks from.
[<RequireQualifiedAccess>]
module Frames =

    let private written (cell: obj) =
        match Convert.ToString(cell, CultureInfo.InvariantCulture) with
        | null -> ""
        | text -> text

    let private number place (cell: obj) =
        match cell with
        | :? string
        | :? bool
        | :? char
        | :? DateTime -> invalidArg "frame" $"{place}: '{written cell}' is not a number."
        | :? IConvertible as value ->
            let number = value.ToDouble CultureInfo.InvariantCulture

            match TableCell.NumberProblem(number, written cell) with
            | null -> number
            | problem -> invalidArg "frame" $"{place}: {problem}."
        | _ -> invalidArg "frame" $"{place}: '{written cell}' is not a number."

    // Only what is written as it is: two dates or two lists may have one text.
    let private text place (cell: obj) =
        let label =
            match cell with
            | :? DateTime as date -> date.ToString("o", CultureInfo.InvariantCulture)
            | :? DateTimeOffset as date -> date.ToString("o", CultureInfo.InvariantCulture)
            | :? IConvertible -> written cell
            | _ ->
                invalidArg
                    "frame"
                    $"{place}: the label is a {cell.GetType().Name}; expected a text or a number."

        match TableCell.LabelProblem label with
        | null -> label
        | problem -> invalidArg "frame" $"{place}: {problem}."

    /// The frame with one column as labels; every other column must be of numbers that are finite in float32.
    /// An error names the row's key and the column. Of a file with a header twice, Deedle's own reader makes
    /// two columns, "x" and "x2", which cannot be told from any others here; <c>LabelledTable.Read</c>
    /// refuses it.
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

        let names = columns |> Array.filter ((<>) label)

        if names.Length = 0 then
            invalidArg "frame" $"the frame has no column but '{label}'; expected one of numbers."

        let values = names |> Array.map (fun name -> cells name number)
        LabelledTable(names, Array.transpose values, cells label text)

    /// The frame's rows grouped by label, to draw episodes from.
    let toSet label frame = (toTable label frame).ToSet()
