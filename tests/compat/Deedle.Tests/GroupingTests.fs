module Deedle.Tests.GroupingTests

open Deedle
open Xunit

let private runs =
    frame
        [
            "name" =?> Series.ofValues [ "maml"; "sgd"; "maml"; "sgd"; "maml" ]
            "shots" =?> Series.ofValues [ 1; 1; 5; 5; 5 ]
            "loss" =?> Series.ofValues [ 2.0; 4.0; 1.0; 3.0; 2.0 ]
        ]

[<Fact>]
let ``groups stand in the order of their first row`` () =
    let grouped = runs |> Frame.groupRowsByString "name"
    Expect.sameSeq [ "maml", 0; "maml", 2; "maml", 4; "sgd", 1; "sgd", 3 ] grouped.RowKeys
    Expect.sameSeq [ 2.0; 1.0; 2.0; 4.0; 3.0 ] grouped?loss.Values
    let byShots: Frame<int * int, string> = runs |> Frame.groupRowsBy "shots"
    Expect.sameSeq [ 1, 0; 1, 1; 5, 2; 5, 3; 5, 4 ] byShots.RowKeys
    let byLoss = runs |> Frame.groupRowsUsing (fun _ row -> row?loss > 2.5)
    Expect.sameSeq [ false, 0; false, 2; false, 4; true, 1; true, 3 ] byLoss.RowKeys

[<Fact>]
let ``statistics of each group`` () =
    let grouped = runs |> Frame.groupRowsByString "name"
    let means = grouped?loss |> Stats.levelMean fst
    Expect.close (5.0 / 3.0) means["maml"]
    Expect.close 3.5 means["sgd"]
    let table = grouped |> Frame.sliceCols [ "loss" ] |> Frame.applyLevel fst Stats.mean
    Expect.sameSeq [ "maml"; "sgd" ] table.RowKeys
    Expect.close 3.5 (table?loss |> Series.get "sgd")

[<Fact>]
let ``aggregates by several columns`` () =
    let table = runs |> Frame.aggregateRowsBy [ "name"; "shots" ] [ "loss" ] Stats.mean
    Expect.sameSeq [ "name"; "shots"; "loss" ] table.ColumnKeys
    Expect.sameSeq [ "maml"; "sgd"; "maml"; "sgd" ] (table.GetColumn<string> "name").Values
    Expect.sameSeq [ 1; 1; 5; 5 ] (table.GetColumn<int> "shots").Values
    Expect.sameSeq [ 2.0; 4.0; 1.5; 3.0 ] table?loss.Values

[<Fact>]
let ``a pivot table has one grouping in its rows and one in its columns`` () =
    let table =
        runs.PivotTable<string, int, float>("name", "shots", (fun part -> part?loss |> Stats.mean))

    Expect.sameSeq [ "maml"; "sgd" ] table.RowKeys
    Expect.sameSeq [ 1; 5 ] table.ColumnKeys
    Expect.close 1.5 (table.GetColumn<float>(5)["maml"])

    let counts =
        runs
        |> Frame.pivotTable
            (fun _ row -> row.GetAs<string> "name")
            (fun _ row -> row.GetAs<int> "shots")
            Frame.countRows

    Expect.equal 2 (counts.GetColumn<int>(5)["maml"])

[<Fact>]
let ``a column with gaps is no grouping`` () =
    let gappy = frame [ "k" => series [ 1 => "a"; 2 => null ] ]

    Assert.ThrowsAny<System.Exception>(fun () -> gappy |> Frame.groupRowsByString "k" |> ignore)
    |> ignore

[<Fact>]
let ``nesting takes the first part of the key apart`` () =
    let nested = runs |> Frame.groupRowsByString "name" |> Frame.nest
    Expect.sameSeq [ "maml"; "sgd" ] nested.Keys
    Expect.sameSeq [ 4.0; 3.0 ] nested["sgd"]?loss.Values
    Expect.sameSeq [ "maml", 0; "maml", 2; "maml", 4; "sgd", 1; "sgd", 3 ] (Frame.unnest nested).RowKeys
