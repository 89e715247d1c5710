namespace MetaNotebooks

open System.Net
open System.Text.Json.Serialization
open Deedle

/// A table that shows itself, whichever program runs the cell: as HTML where that is shown, by its size and columns
/// elsewhere.
///
/// `frame |> Table` of a Deedle frame. Caption: a sentence above it, default none; of a frame without rows it is all
/// that is shown.
[<JsonConverter(typeof<AsText>)>]
type Table(frame: IFrame, ?Caption: string) =

    let columns =
        frame.Apply
            { new IFrameOperation<string list> with
                member _.Invoke frame =
                    [ for key in frame.ColumnKeys -> string (box key) ]
            }

    let rows =
        frame.Apply
            { new IFrameOperation<int> with
                member _.Invoke frame = frame.RowCount
            }

    let caption =
        match Caption with
        | Some text -> $"<p>{WebUtility.HtmlEncode text}</p>"
        | None -> ""

    /// The frame itself.
    member _.Frame = frame

    /// The caption and the first rows as HTML.
    member _.ToHtml() =
        if rows = 0 && caption <> "" then
            caption
        else
            caption + Tables.ofAny frame

    override _.ToString() =
        match Caption with
        | Some text when rows = 0 -> text
        | _ ->
            let names = String.concat ", " columns
            $"""Table: {rows} {(if rows = 1 then "row" else "rows")} of {names}"""
