namespace Deedle

open System
open System.Globalization
open System.Runtime.CompilerServices
open System.Text

/// How series and frames are written as text.
module internal Formatting =
    let startCount, endCount = 15, 15
    let private inlineStart, private inlineEnd = 5, 1
    let private widestCell = 50

    /// The parts of a key: a tuple's items, where a last item that is a tuple is opened too.
    let rec levels (key: obj) : obj[] =
        match key with
        | :? ITuple as tuple ->
            let last = tuple.Length - 1
            Array.append [| for item in 0 .. last - 1 -> tuple[item] |] (levels tuple[last])
        | other -> [| other |]

    let key (key: obj) =
        match key with
        | null -> ""
        | :? DateTime as date when date.TimeOfDay = TimeSpan.Zero ->
            date.ToString("d", CultureInfo.CurrentCulture)
        | :? DateTime as date -> date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        | other -> other.ToString()

    /// The positions to print, None where some were left out.
    let printed starts ends count =
        if count <= starts + ends then
            Array.init count Some
        else
            [|
                yield! Array.init starts Some
                yield None
                yield! Array.init ends (fun position -> Some(count - ends + position))
            |]

    let printedInline count = printed inlineStart inlineEnd count

    /// Writes the parts of each key; sorted keys leave out what the line above already says.
    let keyParts ordered levelCount =
        let previous: obj[] = Array.create levelCount null

        fun (given: obj) ->
            levels given
            |> Array.mapi (fun position part ->
                if ordered && not (isNull previous[position]) && previous[position].Equals part then
                    ""
                else
                    previous[position] <- part
                    Array.fill previous (position + 1) (levelCount - position - 1) null
                    key part)

    let table (rows: string[][]) =
        let clip (cell: string) =
            if cell.Length > widestCell then
                cell.Substring(0, widestCell - 3) + "..."
            else
                cell

        let rows = rows |> Array.map (Array.map clip)
        let columnCount = if rows.Length = 0 then 0 else rows[0].Length

        let width column =
            rows |> Seq.map (fun row -> row[column].Length) |> Seq.max

        let widths = Array.init columnCount width
        let text = StringBuilder()

        for row in rows do
            Array.iter2
                (fun (cell: string) (width: int) -> text.Append(cell.PadRight(width + 1)) |> ignore)
                row
                widths

            text.AppendLine() |> ignore

        text.ToString()
