namespace Deedle

open System
open System.Text.RegularExpressions

/// A column's name, and its type where the schema or the heading says it.
type internal CsvColumn = { Name: string; Type: Type option }

/// Reads schemas: `type`, `name (type)`, `name=type`, `name->new`, `name->new=type`, separated by commas.
module internal CsvSchema =
    let private types =
        dict
            [
                "int", typeof<int>
                "int64", typeof<int64>
                "bool", typeof<bool>
                "float", typeof<float>
                "decimal", typeof<decimal>
                "date", typeof<DateTime>
                "timespan", typeof<TimeSpan>
                "guid", typeof<Guid>
                "string", typeof<string>
            ]

    let private known (text: string) =
        // `int?` and `int option` say that values may be missing, as they always may in a frame.
        let plain = Regex.Replace(text.Trim().ToLowerInvariant(), @"(\?| option)$", "")

        match types.TryGetValue plain with
        | true, found -> Some found
        | _ -> None

    let private expected (text: string) =
        match known text with
        | Some found -> Some found
        | None ->
            let names = String.Join(", ", types.Keys)
            failwith $"Invalid type: '{text}' in the schema; expected one of {names}."

    let private (|Override|_|) (item: string) =
        match
            Regex.Match(
                item,
                @"^(?<name>.+?)\s*(->\s*(?<new>[^=]+?)\s*(=\s*(?<type>.+))?|=\s*(?<type>[^=]+))$"
            )
        with
        | parts when parts.Success ->
            Some(parts.Groups["name"].Value, parts.Groups["new"].Value, parts.Groups["type"].Value)
        | _ -> None

    let private (|NameAndType|_|) (item: string) =
        let parts = Regex.Match(item, @"^(?<name>.+?)\s*\((?<type>[^()]+)\)$")

        if parts.Success then
            known parts.Groups["type"].Value |> Option.map (fun found -> parts.Groups["name"].Value, found)
        else
            None

    let private unique (columns: CsvColumn[]) =
        let taken = Collections.Generic.HashSet<string>()

        // A name that is taken gets the next number: x, x2, x3.
        let rec free (name: string) =
            let number = Regex.Match(name, @"(?<=.)\d+$")

            if taken.Add name then
                name
            elif number.Success then
                free (name.Substring(0, number.Index) + string (1I + bigint.Parse number.Value))
            elif name.Contains ' ' then
                free (name + " 2")
            else
                free (name + "2")

        columns |> Array.map (fun column -> { column with Name = free column.Name })

    /// Names for headings that have none.
    let headings (given: string[]) =
        given
        |> Array.mapi (fun position heading ->
            if String.IsNullOrWhiteSpace heading then
                $"Column{position + 1}"
            else
                heading)

    /// The columns that headings and schema together describe.
    let columns (headings: string[]) (schema: string) (resolve: string -> string option) : CsvColumn[] =
        let items =
            if String.IsNullOrWhiteSpace schema then
                [||]
            else
                schema.Split ',' |> Array.map _.Trim()

        if items.Length > headings.Length then
            failwith
                $"The provided schema contains {items.Length} columns, the inference found {headings.Length} columns - please check the number of columns and the separator"

        let position (name: string) =
            match
                headings
                |> Array.tryFindIndex (fun heading ->
                    heading.Equals(name, StringComparison.OrdinalIgnoreCase))
            with
            | Some found -> found
            | None ->
                let all = String.Join(",", headings)
                failwith $"Column '{name}' not found in '{all}'"

        let columns =
            headings
            |> Array.map (function
                | NameAndType(name, found) -> { Name = name; Type = Some found }
                | heading ->
                    {
                        Name = heading
                        Type = resolve heading |> Option.bind expected
                    })

        let change at (name: string) found =
            columns[at] <-
                {
                    Name = (if name = "" then columns[at].Name else name)
                    Type = found |> Option.orElse columns[at].Type
                }

        items
        |> Array.iteri (fun index item ->
            match item with
            | "" -> ()
            | Override(name, newName, typeName) ->
                change (position name) newName (if typeName = "" then None else expected typeName)
            | NameAndType(name, found) -> change index name (Some found)
            | other ->
                match known other with
                | Some found -> change index "" (Some found)
                | None -> change index other None)

        unique columns
