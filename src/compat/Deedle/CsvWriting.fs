namespace Deedle

open System
open System.Globalization
open System.IO
open CsvHelper
open CsvHelper.Configuration

/// Writes a frame as CSV.
module internal CsvWriting =
    let private format (culture: CultureInfo) (value: obj) =
        match value with
        | null -> ""
        | :? DateTime as date when date.TimeOfDay = TimeSpan.Zero -> date.ToString("d", culture)
        | :? DateTime as date -> date.ToString culture
        | :? DateTimeOffset as date -> date.ToString("yyyy-MM-ddTHH\\:mm\\:ss.fffffffzzz", culture)
        | :? IFormattable as formattable -> formattable.ToString(null, culture)
        | other -> other.ToString()

    let private keyNames (frame: Frame<'R, 'C>) (given: seq<string> option) =
        let count =
            if frame.RowCount = 0 then
                1
            else
                Formatting.levels(box (frame.GetRowKeyAt 0)).Length

        match given |> Option.map Array.ofSeq with
        | Some names when names.Length <> count ->
            invalidArg
                "keyNames"
                $"Expected {count} names, one for each part of a row's key; got {names.Length}."
        | Some names -> names
        | None when count = 1 -> [| "Key" |]
        | None -> Array.init count (fun part -> $"Key #{part + 1}")

    let write
        (writer: TextWriter)
        includeRowKeys
        (names: seq<string> option)
        separator
        culture
        (frame: Frame<'R, 'C>)
        =
        let culture = defaultArg culture CultureInfo.InvariantCulture
        let separator: char = defaultArg separator ','
        let special = [| '"'; ','; ';'; '\t'; ' '; '\r'; '\n'; separator |]

        let settings = CsvConfiguration culture
        settings.Delimiter <- string separator
        settings.NewLine <- Environment.NewLine
        settings.ShouldQuote <- fun given -> not (isNull given.Field) && given.Field.IndexOfAny special >= 0

        use csv = new CsvWriter(writer, settings, leaveOpen = true)

        let line (keys: string[]) (cells: string[]) =
            let all =
                if defaultArg includeRowKeys true then
                    Array.append keys cells
                else
                    cells

            all |> Array.iter csv.WriteField
            csv.NextRecord()

        let heading key =
            Formatting.levels (box key) |> Array.map string |> String.concat " - "

        line (keyNames frame names) (frame.Table.Columns.All |> Array.map heading)

        frame.Table.Rows.All
        |> Array.iteri (fun row key ->
            line
                (Formatting.levels (box key) |> Array.map (format culture))
                (frame.Table.Data
                 |> Array.map (fun column -> format culture (column.GetObject(row).ValueOrDefault))))

    /// Tabs separate the columns of a `.tsv` file.
    let separatorOf (path: string) (given: char option) =
        if path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) then
            given |> Option.orElse (Some '\t')
        else
            given
