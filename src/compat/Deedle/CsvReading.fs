namespace Deedle

open System.Globalization
open System.IO
open CsvHelper
open CsvHelper.Configuration

/// Reads a CSV file into a frame.
module internal CsvReading =
    let private parserFor (reader: TextReader) source (separators: string) =
        if separators.Length <> 1 then
            invalidArg "separators" $"Expected one character that separates the columns; got '{separators}'."

        let settings = CsvConfiguration CultureInfo.InvariantCulture
        settings.Delimiter <- separators

        settings.BadDataFound <-
            fun bad ->
                let line = bad.Context.Parser.RawRow

                raise (
                    InvalidDataException
                        $"{source}, line {line}: expected closed quotes around a cell; got {bad.RawRecord.Trim()}"
                )

        new CsvParser(reader, settings)

    let private records reader source separators =
        use parser = parserFor reader source separators

        [|
            while parser.Read() do
                parser.RawRow, Array.copy parser.Record
        |]

    let private checkWidth (source: string) width (line: int, cells: string[]) =
        // A row may end with one separator more.
        if cells.Length = width + 1 && cells[width] = "" then
            Array.truncate width cells
        elif cells.Length <> width then
            raise (
                InvalidDataException $"{source}, line {line}: expected {width} columns; got {cells.Length}."
            )
        else
            cells

    /// Reads all of a CSV file; `source` names it in errors.
    let read
        (source: string)
        (reader: TextReader)
        hasHeaders
        inferTypes
        inferRows
        (schema: string option)
        separators
        culture
        maxRows
        missingValues
        preferOptions
        (typeResolver: (string -> string option) option)
        : Frame<int, string> =
        let schema = schema |> Option.bind Option.ofObj |> Option.defaultValue ""

        let options =
            {
                Culture =
                    culture
                    |> Option.bind Option.ofObj
                    |> Option.defaultValue ""
                    |> CultureInfo.GetCultureInfo
                MissingValues =
                    missingValues |> Option.bind Option.ofObj |> Option.defaultValue CsvText.defaultMissing
                PreferOptions = defaultArg preferOptions false
            }

        let all =
            records reader source (separators |> Option.bind Option.ofObj |> Option.defaultValue ",")

        let hasHeaders = defaultArg hasHeaders true

        if all.Length = 0 then
            let wanted = if hasHeaders then "a header row" else "at least one row"
            raise (InvalidDataException $"{source}: expected {wanted}; the file is empty.")

        let first = snd all[0]

        let headings =
            CsvSchema.headings (if hasHeaders then first else Array.create first.Length "")

        let rows =
            (if hasHeaders then Array.tail all else all) |> Array.map (checkWidth source first.Length)

        let columns =
            if inferTypes = Some false && schema = "" && typeResolver.IsNone then
                headings
                |> Array.map (fun name ->
                    {
                        Name = name
                        Type = Some typeof<string>
                    })
            else
                try
                    CsvSchema.columns headings schema (defaultArg typeResolver (fun _ -> None))
                with Failure message ->
                    raise (InvalidDataException $"{source}, line 1: {message}")

        let sample =
            match defaultArg inferRows 100 with
            | count when count > 0 -> Array.truncate count rows
            | _ -> rows

        let kept = maxRows |> Option.fold (fun rows count -> Array.truncate count rows) rows

        let column position planned =
            let cells = Array.map (Array.item position)

            let elementType =
                planned.Type |> Option.defaultWith (fun () -> CsvInference.typeOf options (cells sample))

            CsvInference.column options elementType (cells kept)

        Frame<int, string>(
            {
                Rows = Keys [| 0 .. kept.Length - 1 |]
                Columns = Keys(columns |> Array.map _.Name)
                Data = Array.mapi column columns
            }
        )
