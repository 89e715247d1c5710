namespace Deedle

open System
open System.Globalization

/// What the cells of a column have in common; `Text` is what everything fits.
type internal CellKind =
    | Empty
    | Zero
    | One
    | Bit
    | Bool
    | Int
    | Int64
    | Decimal
    | Float
    | Date
    | DateOffset
    | TimeSpan
    | Guid
    | Text

/// How a CSV file is read.
type internal CsvOptions =
    {
        Culture: CultureInfo
        MissingValues: string[]
        PreferOptions: bool
    }

/// Finds the type of a column from its cells.
module internal CsvInference =
    // Each kind after what is a special case of it; the first that fits two kinds is what they have in common.
    let private wider =
        [
            Bit, [ Zero; One ]
            Bool, [ Zero; One; Bit ]
            Int, [ Zero; One; Bit ]
            Int64, [ Zero; One; Bit; Int ]
            Decimal, [ Zero; One; Bit; Int; Int64 ]
            Float, [ Zero; One; Bit; Int; Int64; Decimal ]
            Date, [ DateOffset ]
        ]

    let private dateKind (culture: CultureInfo) text =
        match CsvText.date culture text with
        | Some date when CsvText.looksLikeDate culture date text ->
            Some(
                if date.Kind = DateTimeKind.Unspecified then
                    Date
                else
                    DateOffset
            )
        | _ -> None

    let private numberKind culture text =
        match CsvText.int culture text with
        | Some 0 -> Some Zero
        | Some 1 -> Some One
        | Some _ -> Some Int
        | None when (CsvText.int64 culture text).IsSome -> Some Int64
        | None -> None

    let private kindOf options (text: string) =
        let culture = options.Culture

        let parses parse kind text =
            parse text |> Option.map (fun _ -> kind)

        if Array.contains (text.Trim()) options.MissingValues then
            if options.PreferOptions then Empty else Float
        elif String.IsNullOrWhiteSpace text then
            Empty
        else
            [
                numberKind culture
                parses CsvText.bool Bool
                parses (CsvText.timeSpan culture) TimeSpan
                dateKind culture
                parses (CsvText.decimal culture) Decimal
                parses (CsvText.float culture) Float
                parses CsvText.guid Guid
            ]
            |> List.tryPick (fun recognise -> recognise text)
            |> Option.defaultValue Text

    let private common first second =
        let fits wide (narrow, kind) =
            kind = wide || List.contains kind narrow

        if first = second || second = Empty then
            first
        elif first = Empty then
            second
        else
            wider
            |> List.tryFind (fun (wide, narrow) -> fits wide (narrow, first) && fits wide (narrow, second))
            |> Option.map fst
            |> Option.defaultValue Text

    /// The type of a column with these cells.
    let typeOf options (cells: seq<string>) : Type =
        let kinds = cells |> Seq.map (kindOf options) |> Seq.cache

        match kinds |> Seq.fold common Empty with
        | Zero
        | One
        | Int -> typeof<int>
        | Bit
        | Bool -> typeof<bool>
        | Int64 -> typeof<int64>
        | Decimal when Seq.contains Empty kinds && not options.PreferOptions -> typeof<float>
        | Decimal -> typeof<decimal>
        | Float -> typeof<float>
        | Date -> typeof<DateTime>
        | Guid -> typeof<System.Guid>
        | Empty
        | DateOffset
        | TimeSpan
        | Text -> typeof<string>

    /// A column of a type; cells that are not of the type are missing.
    let column options (elementType: Type) (cells: string[]) : Column =
        let culture = options.Culture

        let isMissing (text: string) =
            options.MissingValues
            |> Array.exists (fun missing -> missing.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))

        let parsed (parse: string -> 'T option) : Column =
            cells |> Array.map (parse >> OptionalValue.ofOption) |> ColumnOf.Optional :> Column

        if elementType = typeof<bool> then
            parsed CsvText.bool
        elif elementType = typeof<int> then
            parsed (CsvText.int culture)
        elif elementType = typeof<int64> then
            parsed (CsvText.int64 culture)
        elif elementType = typeof<decimal> then
            parsed (CsvText.decimal culture)
        elif elementType = typeof<float> then
            parsed (fun text -> if isMissing text then None else CsvText.float culture text)
        elif elementType = typeof<DateTime> then
            parsed (CsvText.localDate culture)
        elif elementType = typeof<System.Guid> then
            parsed CsvText.guid
        else
            parsed Some
