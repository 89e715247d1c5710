module MetaNotebooks.Charts.Tests.FramesTests

open System
open System.IO
open Deedle
open MetaNotebooks
open MetaNotebooks.Charts
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
