module MetaNotebooks.FSharp.Tests.FramesTests

open System
open System.IO
open Deedle
open MetaNotebooks
open Xunit

let private lastColumn (path: string) =
    let header = Seq.head (File.ReadLines path)
    Array.last (header.Split ',')

[<Theory>]
[<InlineData "iris.csv">]
[<InlineData "wine.csv">]
let ``a frame gives the table that its file gives`` (name: string) =
    let path = Path.Combine(Tools.root, "data", name)
    let label = lastColumn path
    let ofFile = LabelledTable.Read(path, label)
    let frame: Frame<int, string> = Frame.ReadCsv path
    let ofFrame = Frames.toTable label frame
    Assert.Equal<string>(ofFile.Columns, ofFrame.Columns)
    Assert.Equal<string>(ofFile.Labels, ofFrame.Labels)
    Assert.Equal<float[]>(ofFile.Values, ofFrame.Values)
    Assert.Equal(3, (Frames.toSet label frame).Classes.Count)

[<Theory>]
[<InlineData("x,y,kind\n1,2,a\n3,NaN,b\n", "kind", "row 1, column 'y': the cell is missing or NaN")>]
[<InlineData("x,y,kind\n1,2,a\n,4,b\n", "kind", "row 1, column 'x': the cell is missing or NaN")>]
[<InlineData("x,y,kind\n1,p,a\n3,q,b\n", "kind", "row 0, column 'y': 'p' is not a number")>]
[<InlineData("x,y,kind\n1,2,a\n", "label", "no column 'label'; the frame's columns are 'x', 'y', 'kind'")>]
[<InlineData("kind\na\n", "kind", "the frame has no column but 'kind'")>]
let ``a bad frame gives an error that names the place`` (csv: string, label: string, expected: string) =
    let frame = Frame.ReadCsvString csv

    let error =
        Assert.ThrowsAny<ArgumentException>(fun () -> Frames.toTable label frame |> ignore)

    Assert.Contains(expected, error.Message)

let private refused (frame: Frame<int, string>) =
    Assert.ThrowsAny<ArgumentException>(fun () -> Frames.toTable "kind" frame |> ignore).Message

let private ofCells (numbers: seq<'N>) (labels: seq<'L>) : Frame<int, string> =
    frame
        [
            "x" => (Series.ofValues numbers |> Series.mapValues box)
            "kind" => (Series.ofValues labels |> Series.mapValues box)
        ]

[<Fact>]
let ``numbers are those of float32`` () =
    Assert.StartsWith("row 1, column 'x': '1E+39' is too large", refused (ofCells [ 1.0; 1e39 ] [ "a"; "b" ]))

    Assert.StartsWith(
        "row 1, column 'x': '-Infinity' is not a finite",
        refused (ofCells [ 1.0; -infinity ] [ "a"; "b" ])
    )

    Assert.StartsWith("row 0, column 'x': '7' is not a number", refused (ofCells [ '7' ] [ "a" ]))
    Assert.StartsWith("row 0, column 'x': 'True' is not a number", refused (ofCells [ true ] [ "a" ]))

    Assert.StartsWith(
        "row 0, column 'x': '00:00:01' is not a number",
        refused (ofCells [ TimeSpan.FromSeconds 1.0 ] [ "a" ])
    )

[<Fact>]
let ``labels that could be one where they are two are refused`` () =
    // As Deedle reads "Café" and "Cafè" from a file in Latin-1.
    let latin = Text.Encoding.Latin1.GetBytes "x,kind\n1,Café\n2,Cafè\n"
    let read: Frame<int, string> = Frame.ReadCsv(new MemoryStream(latin))
    Assert.StartsWith("row 0, column 'kind': the label 'Caf\uFFFD' holds U+FFFD", refused read)

    Assert.StartsWith(
        "row 0, column 'kind': the label is a Int32[]",
        refused (ofCells [ 1; 2 ] [ [| 1 |]; [| 2 |] ])
    )

    Assert.StartsWith("row 1, column 'kind': the label is empty", refused (ofCells [ 1; 2 ] [ "a"; "" ]))

[<Fact>]
let ``labels of every other kind stay apart`` () =
    let classes (labels: seq<'L>) =
        (ofCells (labels |> Seq.map (fun _ -> 1)) labels |> Frames.toSet "kind").Classes.Count

    let moment = DateTime(2026, 1, 1)
    Assert.Equal(2, classes [ moment; moment.AddMilliseconds 1.0 ])
    Assert.Equal(2, classes [ 0.1; 0.1 + 2e-17 * 10.0 ])
    Assert.Equal(2, classes [ true; false ])
    Assert.Equal(2, classes [ 1L; 2L ])

// Deedle does so itself; LabelledTable.Read refuses the file.
[<Fact>]
let ``a header that is there twice is two columns, and no label`` () =
    let frame: Frame<int, string> = Frame.ReadCsvString "x,x,kind\n1,2,a\n"
    Assert.Equal<string>([ "x"; "x2" ], (Frames.toTable "kind" frame).Columns)
    let labels: Frame<int, string> = Frame.ReadCsvString "x,kind,kind\n1,a,b\n"
    Assert.StartsWith("row 0, column 'kind2': 'b' is not a number", refused labels)
