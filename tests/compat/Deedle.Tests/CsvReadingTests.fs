module Deedle.Tests.CsvReadingTests

open System
open System.IO
open Deedle
open Xunit

let private types (csv: Frame<int, string>) = List.ofSeq csv.ColumnTypes

[<Theory>]
[<InlineData("1", "2", typeof<int>)>]
[<InlineData("0", "1", typeof<bool>)>]
[<InlineData("1", "1", typeof<int>)>]
[<InlineData("1", "true", typeof<bool>)>]
[<InlineData("no", "yes", typeof<bool>)>]
[<InlineData("1", "3000000000", typeof<int64>)>]
[<InlineData("1", "2.5", typeof<decimal>)>]
[<InlineData("1e-3", "2", typeof<decimal>)>]
[<InlineData("2.5", "", typeof<float>)>]
[<InlineData("2.5", "NaN", typeof<float>)>]
[<InlineData("1", "NA", typeof<float>)>]
[<InlineData("1e300", "2.5", typeof<float>)>]
[<InlineData("2020-01-31", "2021-02-28", typeof<DateTime>)>]
[<InlineData("a", "1", typeof<string>)>]
[<InlineData("2020-01-31", "5", typeof<string>)>]
[<InlineData("de305d54-75b4-431b-adb2-eb6b9e546014", "", typeof<Guid>)>]
let ``the type of a column is found from its cells`` (first: string, second: string, expected: Type) =
    let csv = Frame.ReadCsvString $"x,y\n{first},1\n{second},1\n"
    Expect.equal expected (Seq.head csv.ColumnTypes)

[<Fact>]
let ``cells without a value are missing`` () =
    let csv = Frame.ReadCsvString "x,y\n1.5,a\n,b\nN/A,c\n"
    Expect.equal 1 (csv.GetColumn<float> "x").ValueCount
    Expect.close 1.5 (csv?x |> Series.get 0)

[<Fact>]
let ``a schema gives types by place, by name and by new name`` () =
    let text = "a,b,c\n0,1,2\n1,0,3\n"
    Expect.equal [ typeof<bool>; typeof<bool>; typeof<int> ] (types (Frame.ReadCsvString text))

    Expect.equal
        [ typeof<int>; typeof<float>; typeof<int> ]
        (types (Frame.ReadCsvString(text, schema = "int,float")))

    let byName = Frame.ReadCsvString(text, schema = "b=float")
    Expect.equal [ typeof<bool>; typeof<float>; typeof<int> ] (types byName)
    let renamed = Frame.ReadCsvString(text, schema = "b->x=string")
    Expect.sameSeq [ "a"; "z"; "c" ] (Frame.ReadCsvString(text, schema = ",z (decimal)")).ColumnKeys
    Expect.sameSeq [ "a"; "x"; "c" ] renamed.ColumnKeys
    Expect.equal [ typeof<bool>; typeof<string>; typeof<int> ] (types renamed)

[<Fact>]
let ``a schema that cannot be is an error`` () =
    let read schema () =
        Frame.ReadCsvString("a,b\n1,2\n", schema = schema) |> ignore

    Assert.Contains("flot", Assert.ThrowsAny<Exception>(read "a=flot").Message)
    Assert.Contains("q", Assert.ThrowsAny<Exception>(read "q=int").Message)
    Assert.Contains("3 columns", Assert.ThrowsAny<Exception>(read "int,int,int").Message)

[<Fact>]
let ``headings, separators, quotes and the number of rows`` () =
    let bare = Frame.ReadCsvString("1;2\n3;4\n", hasHeaders = false, separators = ";")
    Expect.sameSeq [ "Column1"; "Column2" ] bare.ColumnKeys
    Expect.equal 2 bare.RowCount
    let quoted = Frame.ReadCsvString "name,n\n\"a, \"\"b\"\"\",5\n"
    Expect.equal "a, \"b\"" (quoted.GetColumn<string>("name")[0])
    Expect.equal 1 (Frame.ReadCsvString("x,y\n1,2\n3,4\n", maxRows = 1)).RowCount
    Expect.sameSeq [ "x"; "x2" ] (Frame.ReadCsvString "x,x\n1,2\n").ColumnKeys

[<Fact>]
let ``types are left alone, inferred from few rows, and read in a culture`` () =
    let text = "x,y\n1,a\n2.5,b\n"
    Expect.equal [ typeof<string>; typeof<string> ] (types (Frame.ReadCsvString(text, inferTypes = false)))
    let few = Frame.ReadCsvString(text, inferRows = 1)
    Expect.equal [ typeof<int>; typeof<string> ] (types few)
    Expect.equal 1 (few.GetColumn<int> "x").ValueCount

    let german =
        Frame.ReadCsvString("x;y\n1,5;2\n2,5;3\n", separators = ";", culture = "de-DE")

    Expect.sameSeq [ 1.5; 2.5 ] german?x.Values
    let marked = Frame.ReadCsvString("x,y\n1.5,2\n?,3\n", missingValues = [| "?" |])
    Expect.sameSeq [ 1.5 ] marked?x.Values

[<Fact>]
let ``files, streams and readers`` () =
    Expect.withFile ".csv" (fun file ->
        File.WriteAllText(file, "id,x\nb,1.5\na,2.5\n")
        Expect.sameSeq [ 1.5; 2.5 ] (Frame.ReadCsv file)?x.Values
        Expect.sameSeq [ "b"; "a" ] (Frame.ReadCsv<string>(file, "id")).RowKeys
        use stream = File.OpenRead file
        Expect.sameSeq [ 1.5; 2.5 ] (Frame.ReadCsv stream)?x.Values
        use reader = new StringReader "x,y\n7,8\n"
        Expect.sameSeq [ 7.0 ] (Frame.ReadCsv reader)?x.Values)

[<Fact>]
let ``a row of another width is an error`` () =
    let read () =
        Frame.ReadCsvString "a,b\n1,2\n3\n" |> ignore

    Assert.Contains("2 columns", Assert.ThrowsAny<Exception>(read).Message)

[<Fact>]
let ``an empty file is an error`` () =
    Assert.ThrowsAny<Exception>(fun () -> Frame.ReadCsvString "" |> ignore) |> ignore

[<Fact>]
let ``an error names file, line and what was expected`` () =
    let isCompat = typeof<Frame<int, int>>.Assembly.GetName().Version.Major = 0
    Assert.SkipUnless(isCompat, "Deedle's own message names neither the file nor what stands in it.")

    Expect.withFile ".csv" (fun file ->
        File.WriteAllText(file, "a,b\n1,2\n3\n")

        let error =
            Assert.Throws<InvalidDataException>(fun () -> Frame.ReadCsv file |> ignore)

        Assert.Contains(file, error.Message)
        Assert.Contains("line 3", error.Message)
        Assert.Contains("expected 2 columns; got 1", error.Message))
