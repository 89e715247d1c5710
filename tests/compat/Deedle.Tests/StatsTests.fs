module Deedle.Tests.StatsTests

open Deedle
open Xunit

// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared deviations 9+1+1+1+0+0+4+16 = 32.
let private eight = Series.ofValues [ 2.0; 4.0; 4.0; 4.0; 5.0; 5.0; 7.0; 9.0 ]

[<Fact>]
let ``moments are those worked out by hand`` () =
    Expect.close 40.0 (Stats.sum eight)
    Expect.close 5.0 (Stats.mean eight)
    Expect.close (32.0 / 7.0) (Stats.variance eight)
    Expect.close (sqrt (32.0 / 7.0)) (Stats.stdDev eight)
    Expect.close 4.5 (Stats.median eight)
    Expect.equal 2.0 (Stats.min eight)
    Expect.equal 9.0 (Stats.max eight)
    Expect.equal 8 (Stats.count eight)
    Expect.equal 5 (Stats.uniqueCount eight)

[<Fact>]
let ``missing values are left out`` () =
    let gappy = series [ 1 => 1.0; 2 => nan; 3 => 3.0 ]
    Expect.close 2.0 (Stats.mean gappy)
    Expect.close 2.0 (Stats.variance gappy)
    Expect.equal 2 (Stats.count gappy)
    Expect.close 2.0 (Stats.median gappy)

[<Fact>]
let ``nothing has no mean, no extremes and no sum`` () =
    let nothing = series [ 1 => nan ]
    let isNaN (value: float) = Assert.True(System.Double.IsNaN value)
    isNaN (Stats.mean nothing)
    isNaN (Stats.min nothing)
    isNaN (Stats.sum nothing)
    isNaN (Stats.median nothing)
    isNaN (Stats.stdDev (series [ 1 => 3.0 ]))
    Expect.equal None (Stats.tryMax nothing)

[<Fact>]
let ``statistics of integers are numbers`` () =
    let ints = Series.ofValues [ 1; 2; 3; 4 ]
    Expect.close 2.5 (Stats.mean ints)
    Expect.close 2.5 (Stats.median ints)
    Expect.close (5.0 / 3.0) (Stats.variance ints)
    Expect.equal (Some 4) (Stats.tryMax ints)

[<Fact>]
let ``quantiles lie between the two nearest values`` () =
    // Places 0.9, 2 and 4 in 10, 20, 30, 40, 50.
    let quantiles =
        Stats.quantile ([| 0.225; 0.5; 1.0 |], Series.ofValues [ 50.0; 10.0; 40.0; 20.0; 30.0 ])

    Expect.sameSeq [ "0.225"; "0.5"; "1" ] quantiles.Keys
    Expect.close 19.0 quantiles["0.225"]
    Expect.close 30.0 quantiles["0.5"]
    Expect.close 50.0 quantiles["1"]

[<Fact>]
let ``describe`` () =
    let described = Stats.describe eight
    Expect.sameSeq [ "unique"; "mean"; "std"; "min"; "0.25"; "0.5"; "0.75"; "max" ] described.Keys
    Expect.close 5.0 described["unique"]
    Expect.close 4.0 described["0.25"]
    Expect.close 5.5 described["0.75"]

[<Fact>]
let ``extremes by a function`` () =
    Expect.equal (Some(7, 9.0)) (eight |> Stats.maxBy id)
    Expect.equal (Some(4, 5.0)) (eight |> Stats.minBy (fun v -> abs (v - 5.2)))

[<Fact>]
let ``correlation and covariance`` () =
    // x − 2: −1, 0, 1; y − 4: −2, −1, 3: products 2 + 0 + 3, squares 2 and 14.
    let x = series [ "a" => 1.0; "b" => 2.0; "c" => 3.0 ]
    let y = series [ "a" => 2.0; "b" => 3.0; "c" => 7.0; "d" => 99.0 ]
    Expect.close 2.5 (Stats.cov x y)
    Expect.close (5.0 / sqrt 28.0) (Stats.corr x y)
    let table = frame [ "x" => x; "y" => -x ] |> Stats.corrFrame
    Expect.close -1.0 (table.GetColumn<float>("x")["y"])

[<Fact>]
let ``moving statistics start at the first full window`` () =
    let moving = series [ for i in 1..4 -> i => float (i * i) ] |> Stats.movingMean 2
    Expect.equal false (moving.TryGet 1).HasValue
    Expect.close 2.5 moving[2]
    Expect.close 12.5 moving[4]
    let spread = series [ 1 => 1.0; 2 => 3.0; 3 => 5.0 ] |> Stats.movingStdDev 3
    Expect.close 2.0 spread[3]

[<Fact>]
let ``statistics by a part of the key`` () =
    let runs =
        series
            [
                ("maml", 1) => 1.0
                ("maml", 2) => 3.0
                ("sgd", 1) => 10.0
                ("sgd", 2) => 20.0
            ]

    runs |> Stats.levelMean fst |> Expect.observations [ "maml", 2.0; "sgd", 15.0 ]
    runs |> Stats.levelCount fst |> Expect.observations [ "maml", 2; "sgd", 2 ]
    runs |> Stats.levelMax fst |> Expect.observations [ "maml", 3.0; "sgd", 20.0 ]
    Expect.close (sqrt 50.0) (runs |> Stats.levelStdDev fst |> Series.get "sgd")

[<Fact>]
let ``statistics of a frame are those of its numeric columns`` () =
    let mixed =
        frame [ "n" =?> series [ 1 => 1; 2 => 3 ]; "t" =?> series [ 1 => "a"; 2 => "b" ] ]

    mixed |> Stats.mean |> Series.dropMissing |> Expect.observations [ "n", 2.0 ]
    Expect.close 3.0 (Stats.max mixed |> Series.get "n")

[<Fact>]
let ``a column of texts keeps its place among the statistics, without values`` () =
    let mixed =
        frame
            [
                "t" =?> Series.ofValues [ "a"; "b" ]
                "x" =?> Series.ofValues [ 1.0; 3.0 ]
                "n" =?> Series.ofValues [ 1; 2 ]
            ]

    let described = Stats.describe mixed
    Expect.sameSeq [ "t"; "x"; "n" ] described.ColumnKeys
    Expect.close 2.0 (described?x |> Series.get "mean")
    Expect.equal 0 (described.Columns["t"]).ValueCount
    Expect.sameSeq [ "x"; "n" ] (Stats.corrFrame mixed).ColumnKeys
