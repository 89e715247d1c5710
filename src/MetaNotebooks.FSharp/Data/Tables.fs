namespace MetaNotebooks

open System
open System.Globalization
open System.Net
open Deedle

/// Deedle's frames and series as HTML tables of their first rows.
[<RequireQualifiedAccess>]
module Tables =

    /// The rows that are shown.
    let most = 30

    /// A number to five decimals, or to five significant digits where those would say less, or where all
    /// digits before the point would be too many.
    let number (x: float) =
        let size = abs x
        let isPlain = x = 0.0 || 0.1 <= size && size < 1e15 || not (Double.IsFinite x)
        x.ToString((if isPlain then "0.#####" else "G5"), CultureInfo.InvariantCulture)

    let private text (value: objnull) =
        match value with
        | :? float as x -> number x
        | :? float32 as x -> number (float x)
        | other -> string other

    let private show (value: OptionalValue<obj>) =
        if value.HasValue then text value.Value else ""

    let private cell tag (text: string) =
        $"<{tag}>{WebUtility.HtmlEncode text}</{tag}>"

    let private table (columns: seq<string>) (rows: seq<objnull * seq<OptionalValue<obj>>>) (count: int64) =
        let row (key: objnull, values: seq<OptionalValue<obj>>) =
            let cells = values |> Seq.map (show >> cell "td") |> String.concat ""
            $"""<tr>{cell "th" (text key)}{cells}</tr>"""

        let head = columns |> Seq.map (cell "th") |> String.concat ""
        let body = rows |> Seq.truncate most |> Seq.map row |> String.concat ""

        let rest =
            if count > int64 most then
                $"<p>{count - int64 most:N0} more rows</p>"
            else
                ""

        $"<table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"

    /// A frame, each column under its key.
    let ofFrame (frame: Frame<'R, 'C>) : string =
        let row (key: 'R) =
            let values = frame.Rows[key]
            box key, frame.ColumnKeys |> Seq.map values.TryGet

        let columns = frame.ColumnKeys |> Seq.map (fun key -> text (box key))
        table columns (frame.RowKeys |> Seq.map row) (int64 frame.RowCount)

    /// A series, each value beside its key; an empty cell where it is missing.
    let ofSeries (series: ISeries<'K>) : string =
        let rows =
            series.Index.Mappings
            |> Seq.map (fun entry -> box entry.Key, Seq.singleton (series.Vector.GetObject entry.Value))

        table [ "value" ] rows series.Index.KeyCount

    // A series whose keys are of a type that is known only when it runs.
    type private IAny =
        abstract Html: obj -> string

    type private Typed<'K when 'K: equality>() =
        interface IAny with
            member _.Html series = ofSeries (series :?> ISeries<'K>)

    let private isSeries (face: Type) =
        face.IsGenericType && face.GetGenericTypeDefinition() = typedefof<ISeries<_>>

    /// A frame of whatever keys.
    let ofAny (frame: IFrame) : string =
        frame.Apply
            { new IFrameOperation<string> with
                member _.Invoke frame = ofFrame frame
            }

    /// What shows as a table here, of whatever keys: a frame or a series; none for other values.
    let tryOf (value: obj) : string option =
        match value with
        | :? IFrame as frame -> Some(ofAny frame)
        | value ->
            value.GetType().GetInterfaces()
            |> Array.tryFind isSeries
            |> Option.map (fun face ->
                let typed = typedefof<Typed<_>>.MakeGenericType(face.GetGenericArguments())

                match Activator.CreateInstance(typed, nonPublic = true) with
                | :? IAny as any -> any.Html value
                | other -> invalidOp $"{typed} gave {other}")
