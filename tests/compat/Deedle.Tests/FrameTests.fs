module Deedle.Tests.FrameTests

open Deedle
open Xunit

type Run =
    { Name: string; Seed: int; Loss: float }

let private runs =
    Frame.ofRecords
        [
            { Name = "maml"; Seed = 1; Loss = 0.5 }
            { Name = "sgd"; Seed = 1; Loss = 2.0 }
            { Name = "maml"; Seed = 2; Loss = 0.25 }
        ]

let private numbers =
    frame [ "a" => series [ 1 => 1.0; 2 => 2.0 ]; "b" => series [ 1 => 10.0; 2 => 20.0 ] ]

[<Fact>]
let ``records become rows`` () =
    Expect.sameSeq [ "Name"; "Seed"; "Loss" ] runs.ColumnKeys
    Expect.sameSeq [ 0; 1; 2 ] runs.RowKeys
    Expect.equal 3 runs.RowCount
    Expect.equal 3 runs.ColumnCount
    Expect.sameSeq [ typeof<string>; typeof<int>; typeof<float> ] runs.ColumnTypes
    Expect.sameSeq [ "maml"; "sgd"; "maml" ] (runs.GetColumn<string> "Name").Values
    Expect.sameSeq [ 1.0; 1.0; 2.0 ] runs?Seed.Values

[<Fact>]
let ``an unknown column is an error that names it`` () =
    let error =
        Assert.ThrowsAny<System.ArgumentException>(fun () -> runs?Speed |> ignore)

    Assert.Contains("Speed", error.Message)

[<Fact>]
let ``columns and rows are reached by key`` () =
    Expect.equal 2.0 (runs.Rows[1].GetAs<float> "Loss")
    Expect.equal 2.0 runs.Rows[1]?Loss
    Expect.equal "sgd" (runs.Rows[1].GetAs<string> "Name")
    Expect.equal "sgd" (unbox<string>(runs.Columns["Name"].Get 1))
    Expect.equal (box 0.25) runs["Loss", 2]
    Expect.sameSeq [ 1.0; 10.0 ] (numbers.GetRow<float> 1).Values
    Expect.equal false (numbers.TryGetRow<float> 9).HasValue
    Expect.sameSeq [ "b" ] numbers.Columns[[ "b" ]].ColumnKeys
    Expect.sameSeq [ 2; 1 ] numbers.Rows[[ 2; 1 ]].RowKeys
    Expect.sameSeq [ 1; 2 ] runs.Rows[1..2].RowKeys

[<Fact>]
let ``columns are added, replaced, renamed and dropped`` () =
    let changed = numbers |> Frame.addCol "c" (series [ 2 => 200.0; 1 => 100.0 ])
    changed?c |> Expect.observations [ 1, 100.0; 2, 200.0 ]
    Expect.equal 2 numbers.ColumnCount
    Expect.sameSeq [ "b" ] (numbers |> Frame.dropCol "a").ColumnKeys
    Expect.sameSeq [ "x"; "b" ] (numbers |> Frame.renameCol "a" "x").ColumnKeys

    Expect.sameSeq
        [ "A"; "B" ]
        (numbers |> Frame.renameColsUsing (fun (key: string) -> key.ToUpper())).ColumnKeys

    let copy = numbers.Clone()
    copy?a <- copy?a * 2.0
    copy?d <- [ 7.0; 8.0 ]
    Expect.sameSeq [ 2.0; 4.0 ] copy?a.Values
    Expect.sameSeq [ 7.0; 8.0 ] copy?d.Values
    Expect.sameSeq [ 1.0; 2.0 ] numbers?a.Values
    copy.RenameColumns [ "p"; "q"; "r" ]
    Expect.sameSeq [ "p"; "q"; "r" ] copy.ColumnKeys
    copy.DropColumn "q"
    Expect.sameSeq [ "p"; "r" ] copy.ColumnKeys

[<Fact>]
let ``a column of another length takes no other's place`` () =
    let copy = numbers.Clone()
    Assert.Throws<System.InvalidOperationException>(fun () -> copy?a <- [ 1.0 ]) |> ignore

[<Fact>]
let ``the same column twice is an error`` () =
    let add () =
        numbers |> Frame.addCol "a" (series [ 1 => 1.0 ]) |> ignore

    Assert.Throws<System.InvalidOperationException> add |> ignore

[<Fact>]
let ``slices, rows that hold a predicate and rows in order`` () =
    Expect.sameSeq [ "b"; "a" ] (numbers |> Frame.sliceCols [ "b"; "a" ]).ColumnKeys

    Expect.sameSeq
        [ 0; 2 ]
        (runs |> Frame.filterRowValues (fun row -> row.GetAs<string> "Name" = "maml")).RowKeys

    Expect.sameSeq [ 2 ] (runs |> Frame.filterRows (fun key row -> key > 0 && row?Loss < 1.0)).RowKeys
    Expect.sameSeq [ 0; 1 ] (runs |> Frame.filterRowsBy "Seed" 1).RowKeys
    Expect.sameSeq [ 2; 0; 1 ] (runs |> Frame.sortRows "Loss").RowKeys
    Expect.sameSeq [ 1; 0; 2 ] (runs |> Frame.sortRowsBy "Loss" (fun loss -> -loss)).RowKeys
    Expect.sameSeq [ 0 ] (runs |> Frame.take 1).RowKeys
    Expect.sameSeq [ 2 ] (runs |> Frame.skip 2).RowKeys
    Expect.sameSeq [ 0; 1 ] (runs |> Frame.distinctRowsBy [ "Name" ]).RowKeys

[<Fact>]
let ``rows are mapped to values`` () =
    runs
    |> Frame.mapRowValues (fun row -> row?Loss * 2.0)
    |> Expect.observations [ 0, 1.0; 1, 4.0; 2, 0.5 ]

    runs
    |> Frame.mapRows (fun key row -> string key + " " + row.GetAs<string> "Name")
    |> Series.values
    |> Expect.sameSeq [ "0 maml"; "1 sgd"; "2 maml" ]

[<Fact>]
let ``rows are indexed anew`` () =
    Expect.sameSeq [ 0; 1 ] (runs |> Frame.filterRowsBy "Name" "maml" |> Frame.indexRowsOrdinally).RowKeys
    let bySeed = runs |> Frame.take 1 |> Frame.indexRowsInt "Seed"
    Expect.sameSeq [ 1 ] bySeed.RowKeys
    Expect.sameSeq [ "Name"; "Loss" ] bySeed.ColumnKeys
    Expect.sameSeq [ "p"; "q"; "r" ] (runs |> Frame.indexRowsWith [ "p"; "q"; "r" ]).RowKeys
    Expect.sameSeq [ 1; 2 ] (runs |> Frame.filterRowsBy "Name" "maml" |> Frame.indexRowsInt "Seed").RowKeys

[<Fact>]
let ``frames from columns, rows, values and arrays`` () =
    let rows =
        Frame.ofRows [ "r" => series [ "x" => 1.0 ]; "s" => series [ "x" => 2.0; "y" => 3.0 ] ]

    Expect.sameSeq [ "x"; "y" ] rows.ColumnKeys
    rows?x |> Expect.observations [ "r", 1.0; "s", 2.0 ]
    rows?y |> Series.dropMissing |> Expect.observations [ "s", 3.0 ]
    let columns = Frame.ofColumns [ "b" => series [ 2 => 1 ]; "a" => series [ 1 => 2 ] ]
    Expect.sameSeq [ "b"; "a" ] columns.ColumnKeys
    Expect.sameSeq [ 1; 2 ] columns.RowKeys
    let cells = Frame.ofValues [ "r", "x", 1.0; "s", "x", 2.0 ]
    cells?x |> Expect.observations [ "r", 1.0; "s", 2.0 ]
    let array = array2D [ [ 1.0; 2.0 ]; [ 3.0; 4.0 ] ]
    Expect.equal array ((Frame.ofArray2D array).ToArray2D<float>())
    Expect.equal [| [| 1.0; 10.0 |]; [| 2.0; 20.0 |] |] (Frame.toJaggedArray numbers)
    Expect.equal array (Frame.toArray2D (Frame.ofArray2D array))

[<Fact>]
let ``transposing and melting`` () =
    let turned = numbers |> Frame.transpose
    Expect.sameSeq [ 1; 2 ] turned.ColumnKeys
    Expect.sameSeq [ "a"; "b" ] turned.RowKeys
    Expect.equal 20.0 (turned.GetColumn<float>(2)["b"])
    let long = Frame.melt numbers
    Expect.sameSeq [ "Row"; "Column"; "Value" ] long.ColumnKeys
    Expect.sameSeq [ 1.0; 10.0; 2.0; 20.0 ] long?Value.Values
    Expect.sameSeq [ "a"; "b"; "a"; "b" ] (long.GetColumn<string> "Column").Values

[<Fact>]
let ``frames are joined by row and merged by rows`` () =
    let other = frame [ "c" => series [ 2 => 5.0; 3 => 6.0 ] ]
    Expect.sameSeq [ 1; 2; 3 ] (numbers.Join other).RowKeys
    Expect.sameSeq [ 2 ] (numbers |> Frame.join JoinKind.Inner <| other).RowKeys
    Expect.sameSeq [ 1; 2 ] (numbers.Join(other, JoinKind.Left)).RowKeys
    Expect.sameSeq [ 2; 3 ] (numbers.Join(other, JoinKind.Right)).RowKeys
    let below = frame [ "a" => series [ 3 => 3.0 ]; "b" => series [ 3 => 30.0 ] ]
    (numbers |> Frame.merge below)?b |> Expect.observations [ 1, 10.0; 2, 20.0; 3, 30.0 ]

[<Fact>]
let ``arithmetic and mapping reach the numeric columns`` () =
    (numbers * 2.0)?b |> Expect.observations [ 1, 20.0; 2, 40.0 ]
    (1.0 - numbers)?a |> Expect.observations [ 1, 0.0; 2, -1.0 ]
    let doubled = runs |> Frame.mapValues (fun (loss: float) -> loss * 2.0)
    Expect.sameSeq [ 1.0; 4.0; 0.5 ] doubled?Loss.Values
    Expect.sameSeq [ "maml"; "sgd"; "maml" ] (doubled.GetColumn<string> "Name").Values
