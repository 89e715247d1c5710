module Deedle.Tests.CsvWritingTests

open System.Globalization
open System.IO
open Deedle
open Xunit

let private table =
    frame
        [
            "x" =?> series [ 1 => 0.1; 2 => nan ]
            "some text" =?> series [ 1 => "plain"; 2 => "a \"b\", c" ]
            "yes" =?> series [ 1 => true; 2 => false ]
        ]

let private lines (write: TextWriter -> unit) =
    use writer = new StringWriter()
    write writer
    writer.ToString().Trim().Split '\n' |> Array.map _.TrimEnd('\r') |> List.ofArray

[<Fact>]
let ``row keys, quotes and gaps`` () =
    Expect.equal
        [ "Key,x,\"some text\",yes"; "1,0.1,plain,True"; "2,,\"a \"\"b\"\", c\",False" ]
        (lines (fun writer -> table.SaveCsv writer))

[<Fact>]
let ``names of the row keys, separator and culture`` () =
    Expect.equal
        [ "x;\"some text\";yes"; "0,1;plain;True" ]
        (lines (fun writer ->
            (Frame.take 1 table)
                .SaveCsv(writer, includeRowKeys = false, separator = ';', culture = CultureInfo "de-DE"))
         |> List.map (fun line -> line.Replace("\"0,1\"", "0,1")))

    Expect.equal
        "id,x,\"some text\",yes"
        (lines (fun writer -> table.SaveCsv(writer, keyNames = [ "id" ])) |> List.head)

    let grouped = Frame.indexRowsWith [ "a", 1; "a", 2 ] table

    Expect.equal
        "\"Key #1\",\"Key #2\",x,\"some text\",yes"
        (lines (fun writer -> grouped.SaveCsv writer) |> List.head)

    Expect.equal "a,1,0.1,plain,True" ((lines (fun writer -> grouped.SaveCsv writer))[1])

    let wrong () =
        table.SaveCsv(new StringWriter(), keyNames = [ "a"; "b" ])

    Assert.ThrowsAny<System.ArgumentException> wrong |> ignore

[<Theory>]
[<InlineData(".csv", ',')>]
[<InlineData(".tsv", '\t')>]
let ``what is written reads back`` (extension: string, separator: char) =
    Expect.withFile extension (fun file ->
        table.SaveCsv file
        Assert.Contains(separator, File.ReadAllText file)
        let back = Frame.ReadCsv<int>(file, "Key", separators = string separator)
        Expect.sameSeq table.ColumnKeys back.ColumnKeys
        Expect.sameSeq table.RowKeys back.RowKeys
        Expect.sameSeq (Series.valuesAll table?x) (Series.valuesAll back?x)
        Expect.equal (table.GetColumn<string> "some text") (back.GetColumn<string> "some text")
        Expect.equal (table.GetColumn<bool> "yes") (back.GetColumn<bool> "yes"))
