namespace Deedle

open System

/// Lays out a frame as a table of texts.
module internal FrameText =
    let private typeName (elementType: Type) =
        if elementType = typeof<obj> then "obj"
        elif elementType = typeof<float> then "float"
        elif elementType = typeof<int> then "int"
        elif elementType = typeof<string> then "string"
        else elementType.Name

    let private levelCount (keys: Keys<'K>) =
        if keys.Count = 0 then
            1
        else
            Formatting.levels(box keys.All[0]).Length

    let strings (table: Table<'R, 'C>) (starts, ends) (columnStarts, columnEnds) types =
        let rows, columns, data = table.Rows, table.Columns, table.Data
        let rowLevels, columnLevels = levelCount rows, levelCount columns
        let columnStarts = columnStarts + rowLevels + 1

        // A row that is too long keeps its keys and the arrow beside its first columns.
        let shorten (row: string[]) =
            if data.Length <= columnStarts + columnEnds then
                row
            else
                [|
                    yield! Array.truncate columnStarts row
                    yield "..."
                    yield! Array.skip (row.Length - columnEnds) row
                |]

        let line first cells =
            shorten [| yield! Array.create rowLevels first; yield ""; yield! cells |]

        let headings =
            columns.All |> Array.map (box >> Formatting.keyParts columns.IsOrdered columnLevels)

        let rowParts = Formatting.keyParts rows.IsOrdered rowLevels

        [|
            for level in 0 .. columnLevels - 1 do
                yield line "" (headings |> Array.map (Array.item level))
            if types then
                yield line "" (data |> Array.map (fun column -> $"({typeName column.ElementType})"))
            for printed in Formatting.printed starts ends rows.Count do
                match printed with
                | None -> yield line ":" (Array.create data.Length "...")
                | Some row ->
                    yield
                        shorten
                            [|
                                yield! rowParts rows.All[row]
                                yield "->"
                                yield! data |> Array.map (fun column -> column.GetObject(row).ToString())
                            |]
        |]
