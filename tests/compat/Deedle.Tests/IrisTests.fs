/// The flowers against the figures that Fisher (1936, Tables I and II) and the UCI repository published.
module Deedle.Tests.IrisTests

open Deedle
open Xunit

let private iris = Frame.ReadCsv(Expect.path "data/iris.csv", inferRows = 0)

let private features =
    [ "sepal_length"; "sepal_width"; "petal_length"; "petal_width" ]

[<Fact>]
let ``150 flowers with four measures and a species`` () =
    Expect.equal 150 iris.RowCount
    Expect.sameSeq (features @ [ "species" ]) iris.ColumnKeys
    let species = iris.GetColumn<string> "species"

    let counts =
        species |> Series.groupBy (fun _ name -> name) |> Series.mapValues Stats.count

    counts |> Expect.observations [ "setosa", 50; "versicolor", 50; "virginica", 50 ]

[<Theory>]
[<InlineData("setosa", 5.006, 3.428, 1.462, 0.246)>]
[<InlineData("versicolor", 5.936, 2.770, 4.260, 1.326)>]
[<InlineData("virginica", 6.588, 2.974, 5.552, 2.026)>]
let ``means of each species (Fisher, Table II)`` (species: string, a: float, b: float, c: float, d: float) =
    let grouped = iris |> Frame.groupRowsByString "species"

    for feature, expected in List.zip features [ a; b; c; d ] do
        Expect.close expected (grouped[feature] |> Stats.levelMean fst |> Series.get species)

    let table =
        iris |> Frame.aggregateRowsBy [ "species" ] features Stats.mean |> Frame.indexRowsString "species"

    Expect.close a (table?sepal_length |> Series.get species)

[<Theory>]
[<InlineData("sepal_length", 4.3, 7.9, 5.84, 0.83)>]
[<InlineData("petal_length", 1.0, 6.9, 3.76, 1.76)>]
[<InlineData("petal_width", 0.1, 2.5, 1.20, 0.76)>]
let ``minimum, maximum, mean and deviation of all flowers (UCI)``
    (column: string, least, greatest, mean: float, deviation: float)
    =
    let values = iris.GetColumn<float> column
    Expect.equal least (Stats.min values)
    Expect.equal greatest (Stats.max values)
    Assert.Equal(mean, Stats.mean values, 0.006)
    Assert.Equal(deviation, Stats.stdDev values, 0.006)

[<Fact>]
let ``rows 35 and 38 are Fisher's, not the two that UCI's file has wrong`` () =
    let row number =
        [ for feature in features -> iris.Rows[number - 1].GetAs<float> feature ]

    Expect.equal [ 4.9; 3.1; 1.5; 0.2 ] (row 35)
    Expect.equal [ 4.9; 3.6; 1.4; 0.1 ] (row 38)
