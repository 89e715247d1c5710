module MetaNotebooks.FSharp.Tests.Json

open System
open System.Text.Json
open Plotly.NET

/// The whole figure, through the library's own writer.
let figure (chart: GenericChart) =
    JsonDocument.Parse(GenericChart.toJson chart).RootElement

/// The element at a path such as "layout.xaxis.title.text" or "data.0.x".
let at (path: string) (root: JsonElement) =
    (root, path.Split '.')
    ||> Array.fold (fun element key ->
        match element.ValueKind with
        | JsonValueKind.Array -> element[int key]
        | _ ->
            match element.TryGetProperty key with
            | true, found -> found
            | _ -> failwith $"There is no '{key}' (of '{path}') in {element.GetRawText()}.")

/// Whether there is something at that path.
let has (path: string) (root: JsonElement) =
    try
        at path root |> ignore
        true
    with _ ->
        false

let text path root = (at path root).GetString()
let number path root = (at path root).GetDouble()
let truth path root = (at path root).GetBoolean()

let numbers path root =
    [ for item in (at path root).EnumerateArray() -> item.GetDouble() ]

let texts path root =
    [ for item in (at path root).EnumerateArray() -> string (item.GetString()) ]

let count path root = (at path root).GetArrayLength()

/// A number that is none may stand as null or as the text NaN; plotly.js draws neither.
let isGap (element: JsonElement) =
    match element.ValueKind with
    | JsonValueKind.Null -> true
    | JsonValueKind.String -> not (fst (Double.TryParse(element.GetString()))) || element.GetString() = "NaN"
    | _ -> false

/// Red, green, blue and opacity of a colour written as rgb(…), rgba(…) or #….
let color (written: string | null) =
    let written = string written

    if written.StartsWith '#' then
        [ for i in 1..2..5 -> float (Convert.ToInt32(written.Substring(i, 2), 16)) ] @ [ 1. ]
    else
        let inside = written.Substring(written.IndexOf '(' + 1).TrimEnd ')'

        match inside.Split ',' |> Array.map float |> List.ofArray with
        | [ r; g; b ] -> [ r; g; b; 1. ]
        | parts -> parts
