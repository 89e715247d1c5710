module Deedle.Tests.SeriesTests

open System.Collections.Generic
open Deedle
open Xunit

let private abc = series [ "a" => 1.0; "b" => 2.0; "c" => 4.0 ]

[<Fact>]
let ``a series is looked up by key and by position`` () =
    Expect.equal 2.0 abc["b"]
    Expect.equal 2.0 (abc.Get "b")
    Expect.equal 4.0 (abc.GetAt 2)
    Expect.equal "c" (abc.GetKeyAt 2)
    Expect.equal 1.0 (abc |> Series.get "a")
    Expect.equal (Some 4.0) (Series.tryGet "c" abc)
    Expect.equal None (Series.tryGet "d" abc)
    Expect.equal 2.0 abc?b

[<Fact>]
let ``an unknown key is an error that names it`` () =
    let error = Assert.Throws<KeyNotFoundException>(fun () -> abc.Get "zebra" |> ignore)
    Assert.Contains("zebra", error.Message)

[<Fact>]
let ``keys must differ`` () =
    let error =
        Assert.ThrowsAny<System.ArgumentException>(fun () -> series [ "a" => 1; "a" => 2 ] |> ignore)

    Assert.Contains("Duplicate key", error.Message)

[<Fact>]
let ``values at ordinal keys`` () =
    Series.ofValues [ 'x'; 'y' ] |> Expect.observations [ 0, 'x'; 1, 'y' ]

[<Fact>]
let ``map, filter and keys`` () =
    abc
    |> Series.mapValues (fun v -> v * 10.0)
    |> Expect.observations [ "a", 10.0; "b", 20.0; "c", 40.0 ]

    abc
    |> Series.map (fun k v -> k + string v)
    |> Expect.observations [ "a", "a1"; "b", "b2"; "c", "c4" ]

    abc |> Series.filter (fun k v -> k <> "a" && v < 3.0) |> Expect.observations [ "b", 2.0 ]
    abc |> Series.filterValues (fun v -> v > 1.0) |> Expect.observations [ "b", 2.0; "c", 4.0 ]
    abc |> Series.mapKeys (fun k -> k + k) |> Expect.observations [ "aa", 1.0; "bb", 2.0; "cc", 4.0 ]

[<Fact>]
let ``take, skip, reverse and sort`` () =
    abc |> Series.take 1 |> Expect.observations [ "a", 1.0 ]
    abc |> Series.takeLast 1 |> Expect.observations [ "c", 4.0 ]
    abc |> Series.skip 2 |> Expect.observations [ "c", 4.0 ]
    abc |> Series.skipLast 2 |> Expect.observations [ "a", 1.0 ]
    abc |> Series.rev |> Expect.observations [ "c", 4.0; "b", 2.0; "a", 1.0 ]
    abc |> Series.sortBy (fun v -> -v) |> Expect.observations [ "c", 4.0; "b", 2.0; "a", 1.0 ]
    abc |> Series.rev |> Series.sortByKey |> Expect.observations [ "a", 1.0; "b", 2.0; "c", 4.0 ]
    abc |> Series.rev |> Series.sort |> Expect.observations [ "a", 1.0; "b", 2.0; "c", 4.0 ]
    Assert.ThrowsAny<System.ArgumentException>(fun () -> abc |> Series.take 4 |> ignore) |> ignore

[<Fact>]
let ``a sorted series is sliced by key, both ends included`` () =
    let squares = series [ for i in 1..5 -> i => float (i * i) ]
    squares[2..3] |> Expect.observations [ 2, 4.0; 3, 9.0 ]
    squares.Between(4, 9) |> Expect.observations [ 4, 16.0; 5, 25.0 ]
    squares.StartAt 5 |> Expect.observations [ 5, 25.0 ]
    squares[0..1] |> Expect.observations [ 1, 1.0 ]

[<Fact>]
let ``an unsorted series is sliced between keys that it has`` () =
    let unsorted = series [ "c" => 1; "a" => 2; "b" => 3 ]
    unsorted["c" .. "a"] |> Expect.observations [ "c", 1; "a", 2 ]

    Assert.ThrowsAny<System.InvalidOperationException>(fun () -> unsorted["aa" .. "b"] |> ignore)
    |> ignore

[<Fact>]
let ``arithmetic goes by key`` () =
    abc + 1.0 |> Expect.observations [ "a", 2.0; "b", 3.0; "c", 5.0 ]
    2.0 * abc |> Expect.observations [ "a", 2.0; "b", 4.0; "c", 8.0 ]
    1.0 - abc |> Expect.observations [ "a", 0.0; "b", -1.0; "c", -3.0 ]
    -abc |> Expect.observations [ "a", -1.0; "b", -2.0; "c", -4.0 ]
    sqrt abc |> Series.take 1 |> Expect.observations [ "a", 1.0 ]
    let other = series [ "c" => 10.0; "b" => 100.0 ]
    let product = abc * other
    Expect.sameSeq [ "b", 200.0; "c", 40.0 ] (product |> Series.observations |> Seq.sort)
    Expect.equal false (product.TryGet "a").HasValue

[<Fact>]
let ``folding and scanning`` () =
    Expect.equal 7.0 (abc |> Series.reduceValues (+))
    Expect.equal "124" (abc |> Series.foldValues (fun text v -> text + string v) "")
    abc |> Series.scanValues (+) 0.0 |> Expect.observations [ "a", 1.0; "b", 3.0; "c", 7.0 ]

[<Fact>]
let ``grouping gives a series of series`` () =
    let groups =
        series [ for i in 1..6 -> i => i * i ] |> Series.groupBy (fun k _ -> k % 2 = 0)

    Expect.sameSeq [ false; true ] groups.Keys
    groups[true] |> Expect.observations [ 2, 4; 4, 16; 6, 36 ]

[<Fact>]
let ``merging joins the keys, zipping pairs the values`` () =
    Series.merge abc (series [ "d" => 8.0 ])
    |> Expect.observations [ "a", 1.0; "b", 2.0; "c", 4.0; "d", 8.0 ]

    Assert.Throws<System.InvalidOperationException>(fun () -> Series.merge abc abc |> ignore) |> ignore

    Series.zipInto (fun a b -> a + b) abc (series [ "b" => 0.5; "x" => 1.0 ])
    |> Expect.observations [ "b", 2.5 ]

[<Fact>]
let ``windows stand at their last key`` () =
    series [ for i in 1..4 -> i => float i ]
    |> Series.windowInto 2 Stats.sum
    |> Expect.observations [ 2, 3.0; 3, 5.0; 4, 7.0 ]
