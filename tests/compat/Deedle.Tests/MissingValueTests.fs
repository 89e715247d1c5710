module Deedle.Tests.MissingValueTests

open Deedle
open Xunit

let private gappy = series [ 1 => 1.0; 2 => nan; 3 => 3.0; 4 => nan ]

[<Fact>]
let ``NaN is missing`` () =
    Expect.equal 4 gappy.KeyCount
    Expect.equal 2 gappy.ValueCount
    Expect.sameSeq [ 1.0; 3.0 ] gappy.Values
    Expect.equal false (gappy.TryGet 2).HasValue
    Expect.equal "<missing>" (string (gappy.TryGet 2))
    Expect.sameSeq [ Some 1.0; None; Some 3.0; None ] (Series.valuesAll gappy)
    Assert.Throws<MissingValueException>(fun () -> gappy.Get 2 |> ignore) |> ignore

[<Fact>]
let ``null is missing`` () =
    let texts = series [ 1 => "a"; 2 => null ]
    Expect.equal 1 texts.ValueCount

[<Fact>]
let ``a computed NaN is missing`` () =
    Expect.equal 1 (series [ 1 => 1.0; 2 => -1.0 ] |> Series.mapValues sqrt |> Series.countValues)

[<Fact>]
let ``missing values are dropped and filled`` () =
    gappy |> Series.dropMissing |> Expect.observations [ 1, 1.0; 3, 3.0 ]
    gappy |> Series.fillMissingWith 0.0 |> Expect.observations [ 1, 1.0; 2, 0.0; 3, 3.0; 4, 0.0 ]

    gappy
    |> Series.fillMissing Direction.Forward
    |> Expect.observations [ 1, 1.0; 2, 1.0; 3, 3.0; 4, 3.0 ]

    let backward = gappy |> Series.fillMissing Direction.Backward
    Expect.equal 3.0 backward[2]
    Expect.equal false (backward.TryGet 4).HasValue

    gappy
    |> Series.fillMissingUsing (fun key -> float key * 100.0)
    |> Expect.observations [ 1, 1.0; 2, 200.0; 3, 3.0; 4, 400.0 ]

[<Fact>]
let ``optional values`` () =
    Expect.equal (Some 3) (OptionalValue 3 |> OptionalValue.asOption)
    Expect.equal (OptionalValue 4) (OptionalValue 3 |> OptionalValue.map (fun v -> v + 1))
    Expect.equal 7 (OptionalValue.Missing |> OptionalValue.defaultArg 7)

    let read () =
        OptionalValue<int>.Missing.Value |> ignore

    Assert.Throws<System.InvalidOperationException> read |> ignore

    match OptionalValue "here" with
    | OptionalValue.Present text -> Expect.equal "here" text
    | OptionalValue.Missing -> Assert.Fail "expected a value"

[<Fact>]
let ``sorting puts missing values first`` () =
    Expect.sameSeq [ 2; 4; 1; 3 ] (gappy |> Series.sort |> Series.keys)

let private sparse =
    frame
        [
            "x" => series [ 1 => 1.0; 2 => 2.0; 3 => nan ]
            "y" => series [ 2 => 20.0; 3 => 30.0 ]
        ]

[<Fact>]
let ``columns of different keys leave gaps in a frame`` () =
    Expect.sameSeq [ 1; 2; 3 ] sparse.RowKeys
    Stats.count sparse |> Expect.observations [ "x", 2; "y", 2 ]
    Expect.equal false (sparse.GetColumn<float>("y").TryGet 1).HasValue

[<Fact>]
let ``rows with gaps are dropped`` () =
    Expect.sameSeq [ 2 ] (Frame.dropSparseRows sparse).RowKeys
    Expect.sameSeq [ 2; 3 ] (Frame.dropSparseRowsBy "y" sparse).RowKeys
    Expect.sameSeq [ 1; 2; 3 ] (Frame.dropEmptyRows sparse).RowKeys
    Expect.equal 0 (Frame.dropSparseCols sparse).ColumnCount
    Expect.sameSeq [ 1; 2; 3 ] (Frame.dropSparseCols sparse).RowKeys
    Expect.sameSeq [ 2 ] sparse.RowsDense.Keys

[<Fact>]
let ``gaps of a frame are filled`` () =
    let filled = sparse |> Frame.fillMissingWith 0.0
    filled?x |> Expect.observations [ 1, 1.0; 2, 2.0; 3, 0.0 ]
    filled?y |> Expect.observations [ 1, 0.0; 2, 20.0; 3, 30.0 ]
    let forward = sparse |> Frame.fillMissing Direction.Forward
    forward?x |> Expect.observations [ 1, 1.0; 2, 2.0; 3, 2.0 ]

[<Fact>]
let ``an integer fills a column of floats and leaves texts alone`` () =
    let mixed =
        frame
            [
                "x" =?> series [ 1 => 1.0; 2 => nan ]
                "t" =?> series [ 1 => "a"; 2 => null ]
            ]

    let filled = mixed |> Frame.fillMissingWith 0
    filled?x |> Expect.observations [ 1, 1.0; 2, 0.0 ]
    Expect.equal 1 (filled.GetColumn<string> "t").ValueCount

[<Fact>]
let ``gaps become NaN in an array`` () =
    let array = sparse.ToArray2D<float>()
    Expect.equal 1.0 array[0, 0]
    Assert.True(System.Double.IsNaN array[0, 1])
    let marked = sparse.ToArray2D<float> -1.0
    Expect.equal -1.0 marked[2, 0]
    let ints = frame [ "n" => series [ 1 => 1; 2 => 2 ]; "m" => series [ 1 => 5 ] ]
    Assert.Throws<System.InvalidOperationException>(fun () -> ints.ToArray2D<int>() |> ignore) |> ignore
