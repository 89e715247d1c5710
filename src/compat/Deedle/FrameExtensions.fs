namespace Deedle

open System
open System.Collections
open System.Globalization
open System.IO
open System.Runtime.CompilerServices
open System.Runtime.InteropServices
open System.Text

/// Ways to make a frame, as other .NET languages see them.
type Frame =
    /// Reads a CSV file.
    static member ReadCsv
        (
            location: string,
            [<Optional>] hasHeaders: Nullable<bool>,
            [<Optional>] inferTypes: Nullable<bool>,
            [<Optional>] inferRows: Nullable<int>,
            [<Optional>] schema: string,
            [<Optional>] separators: string,
            [<Optional>] culture: string,
            [<Optional>] maxRows: Nullable<int>,
            [<Optional>] missingValues: string[],
            [<Optional>] preferOptions: bool,
            [<Optional>] encoding: Encoding
        ) : Frame<int, string> =
        use reader =
            new StreamReader(location, (if isNull encoding then Encoding.UTF8 else encoding))

        CsvReading.read
            location
            reader
            (Option.ofNullable hasHeaders)
            (Option.ofNullable inferTypes)
            (Option.ofNullable inferRows)
            (Some schema)
            (Some separators)
            (Some culture)
            (Option.ofNullable maxRows)
            (Some missingValues)
            (Some preferOptions)
            None

    /// Reads CSV from a stream.
    static member ReadCsv
        (
            stream: Stream,
            [<Optional>] hasHeaders: Nullable<bool>,
            [<Optional>] inferTypes: Nullable<bool>,
            [<Optional>] inferRows: Nullable<int>,
            [<Optional>] schema: string,
            [<Optional>] separators: string,
            [<Optional>] culture: string,
            [<Optional>] maxRows: Nullable<int>,
            [<Optional>] missingValues: string[],
            [<Optional>] preferOptions: Nullable<bool>,
            [<Optional>] encoding: Encoding
        ) : Frame<int, string> =
        let reader =
            new StreamReader(stream, (if isNull encoding then Encoding.UTF8 else encoding))

        CsvReading.read
            "stream"
            reader
            (Option.ofNullable hasHeaders)
            (Option.ofNullable inferTypes)
            (Option.ofNullable inferRows)
            (Some schema)
            (Some separators)
            (Some culture)
            (Option.ofNullable maxRows)
            (Some missingValues)
            (Option.ofNullable preferOptions)
            None

/// Ways to make and to write frames.
[<AutoOpen>]
module ``F# Frame extensions`` =
    /// A key and its value.
    let (=>) (a: 'a) (b: 'b) = a, b

    /// A key and its series, whatever the type of its values.
    let (=?>) (a: 'a) (b: ISeries<'b>) = a, b

    /// A frame of these columns.
    let frame (columns: seq<'a * 'b :> ISeries<'c>>) : Frame<'c, 'a> = Frame<'c, 'a>.OfColumns columns

    let private readerOf (path: string) (encoding: Encoding option) =
        new StreamReader(path, defaultArg encoding Encoding.UTF8)

    type Frame with
        /// Reads a CSV file, with the values of a column as row keys.
        static member ReadCsv<'R when 'R: equality>
            (
                path: string,
                indexCol: string,
                ?hasHeaders: bool,
                ?inferTypes: bool,
                ?inferRows: int,
                ?schema: string,
                ?separators: string,
                ?culture: string,
                ?maxRows: int,
                ?missingValues: string[],
                ?preferOptions: bool,
                ?typeResolver: string -> string option,
                ?encoding: Encoding
            ) : Frame<'R, string> =
            use reader = readerOf path encoding

            CsvReading.read
                path
                reader
                hasHeaders
                inferTypes
                inferRows
                schema
                separators
                culture
                maxRows
                missingValues
                preferOptions
                typeResolver
            |> Frame.indexRows indexCol

        /// Reads a CSV file.
        static member ReadCsv
            (
                path: string,
                ?hasHeaders: bool,
                ?inferTypes: bool,
                ?inferRows: int,
                ?schema: string,
                ?separators: string,
                ?culture: string,
                ?maxRows: int,
                ?missingValues: string[],
                ?preferOptions: bool,
                ?typeResolver: string -> string option,
                ?encoding: Encoding
            ) : Frame<int, string> =
            use reader = readerOf path encoding

            CsvReading.read
                path
                reader
                hasHeaders
                inferTypes
                inferRows
                schema
                separators
                culture
                maxRows
                missingValues
                preferOptions
                typeResolver

        /// Reads CSV from a stream.
        static member ReadCsv
            (
                stream: Stream,
                ?hasHeaders: bool,
                ?inferTypes: bool,
                ?inferRows: int,
                ?schema: string,
                ?separators: string,
                ?culture: string,
                ?maxRows: int,
                ?missingValues: string[],
                ?preferOptions: bool,
                ?typeResolver: string -> string option,
                ?encoding: Encoding
            ) : Frame<int, string> =
            let reader = new StreamReader(stream, defaultArg encoding Encoding.UTF8)

            CsvReading.read
                "stream"
                reader
                hasHeaders
                inferTypes
                inferRows
                schema
                separators
                culture
                maxRows
                missingValues
                preferOptions
                typeResolver

        /// Reads CSV from a reader.
        static member ReadCsv
            (
                reader: TextReader,
                ?hasHeaders: bool,
                ?inferTypes: bool,
                ?inferRows: int,
                ?schema: string,
                ?separators: string,
                ?culture: string,
                ?maxRows: int,
                ?missingValues: string[],
                ?preferOptions: bool,
                ?typeResolver: string -> string option
            ) : Frame<int, string> =
            CsvReading.read
                "reader"
                reader
                hasHeaders
                inferTypes
                inferRows
                schema
                separators
                culture
                maxRows
                missingValues
                preferOptions
                typeResolver

        /// Reads CSV from a text.
        static member ReadCsvString
            (
                csvString: string,
                ?hasHeaders: bool,
                ?inferTypes: bool,
                ?inferRows: int,
                ?schema: string,
                ?separators: string,
                ?culture: string,
                ?maxRows: int,
                ?missingValues: string[],
                ?preferOptions: bool,
                ?typeResolver: string -> string option
            ) : Frame<int, string> =
            use reader = new StringReader(csvString)

            CsvReading.read
                "csvString"
                reader
                hasHeaders
                inferTypes
                inferRows
                schema
                separators
                culture
                maxRows
                missingValues
                preferOptions
                typeResolver

        /// A frame of these columns.
        static member ofColumns(cols: Series<'C, 'b :> ISeries<'R>>) : Frame<'R, 'C> =
            Frame<'R, 'C>(Table.ofSeries cols)

        /// A frame of these columns.
        static member ofColumns(cols: seq<'C * 'a :> ISeries<'R>>) : Frame<'R, 'C> = frame cols

        /// A frame of these rows.
        static member ofRows(rows: seq<'R * 'd :> ISeries<'C>>) : Frame<'R, 'C> =
            let rows = Array.ofSeq rows

            let series = rows |> Array.map (fun (_, row) -> row :> ISeries<'C>)
            Frame<'R, 'C>(Table.ofRows (Keys(Array.map fst rows)) series)

        /// A frame of these rows.
        static member ofRows(rows: Series<'R, 'c :> ISeries<'C>>) : Frame<'R, 'C> =
            rows |> Series.observations |> Frame.ofRows

        /// A frame without columns.
        static member ofRowKeys(keys: seq<'R>) : Frame<'R, string> =
            Frame<'R, string>(
                {
                    Rows = Keys(Array.ofSeq keys)
                    Columns = Keys [||]
                    Data = [||]
                }
            )

        /// A frame with a value at each of these rows and columns.
        static member ofValues(values: seq<'R * 'C * 'V>) : Frame<'R, 'C> =
            values
            |> Seq.groupBy (fun (_, column, _) -> column)
            |> Seq.map (fun (column, cells) -> column, series [ for row, _, value in cells -> row, value ])
            |> frame

        /// One row for each record, one column for each of its properties.
        static member ofRecords(values: seq<'T>) : Frame<int, string> =
            let records = values |> Seq.map box |> Array.ofSeq
            Records.toFrame typeof<'T> (Keys [| 0 .. records.Length - 1 |]) records

        /// One row for each record, one column for each of its properties.
        static member ofRecords(series: Series<'K, 'R>) : Frame<'K, string> =
            Records.toFrame
                typeof<'R>
                (Keys(Array.ofSeq series.Keys))
                (series.Values |> Seq.map box |> Array.ofSeq)

        /// One row for each record, with the values of a property as row keys.
        static member ofRecords<'R when 'R: equality>
            (values: IEnumerable, indexCol: string)
            : Frame<'R, string> =
            let records = Seq.cast<obj> values |> Array.ofSeq

            let recordType =
                values
                    .GetType()
                    .GetInterface("System.Collections.Generic.IEnumerable`1")
                    .GetGenericArguments()[0]

            Records.toFrame recordType (Keys [| 0 .. records.Length - 1 |]) records
            |> Frame.indexRows indexCol

        /// A frame of the numbers' rows and columns, both at 0, 1, 2, …
        static member ofArray2D(array: 'T[,]) : Frame<int, int> =
            let columns =
                Array.init (Array2D.length2 array) (fun column -> ColumnOf.Values array[*, column] :> Column)

            Frame<int, int>(
                {
                    Rows = Keys [| 0 .. Array2D.length1 array - 1 |]
                    Columns = Keys [| 0 .. Array2D.length2 array - 1 |]
                    Data = columns
                }
            )

        /// A frame of rows, all of the same length.
        static member ofJaggedArray(jArray: 'T[][]) : Frame<int, int> = Frame.ofArray2D (array2D jArray)

    type Frame<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality> with
        /// A table of aggregates by the values of two columns.
        member frame.PivotTable<'R, 'C, 'T when 'R: equality and 'C: equality>
            (r: 'TColumnKey, c: 'TColumnKey, op: Frame<'TRowKey, 'TColumnKey> -> 'T)
            : Frame<'R, 'C> =
            frame |> Frame.pivotTable (fun _ row -> row.GetAs<'R> r) (fun _ row -> row.GetAs<'C> c) op

        /// Writes the frame as CSV.
        member frame.SaveCsv
            (
                writer: TextWriter,
                ?includeRowKeys: bool,
                ?keyNames: seq<string>,
                ?separator: char,
                ?culture: CultureInfo
            ) : unit =
            CsvWriting.write writer includeRowKeys keyNames separator culture frame

        /// Writes the frame to a CSV file; a `.tsv` file is separated by tabs.
        member frame.SaveCsv
            (
                path: string,
                ?includeRowKeys: bool,
                ?keyNames: seq<string>,
                ?separator: char,
                ?culture: CultureInfo
            ) : unit =
            use writer = new StreamWriter(path)

            CsvWriting.write
                writer
                includeRowKeys
                keyNames
                (CsvWriting.separatorOf path separator)
                culture
                frame

        /// Writes the frame to a CSV file, with these names for the parts of the row keys.
        member frame.SaveCsv(path: string, keyNames: seq<string>) : unit =
            use writer = new StreamWriter(path)
            CsvWriting.write writer (Some true) (Some keyNames) (CsvWriting.separatorOf path None) None frame

/// Printing, as other .NET languages see it too.
[<Extension>]
type FrameExtensions =
    /// Prints the frame to the console.
    [<Extension>]
    static member Print(frame: Frame<'K, 'V>) : unit = FrameExtensions.Print(frame, false)

    /// Prints the frame to the console, with types when asked for.
    [<Extension>]
    static member Print(frame: Frame<'K, 'V>, printTypes: bool) : unit =
        Console.WriteLine(frame.Format printTypes)
