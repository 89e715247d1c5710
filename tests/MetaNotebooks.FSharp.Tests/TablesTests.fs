module MetaNotebooks.FSharp.Tests.TablesTests

open System
open System.Globalization
open System.Text.RegularExpressions
open Deedle
open MetaNotebooks
open Xunit

let private texts tag (html: string) =
    [
        for found in Regex.Matches(html, $"<{tag}>(.*?)</{tag}>") -> found.Groups[1].Value
    ]

[<Theory>]
[<InlineData(0.0, "0")>]
[<InlineData(1.0, "1")>]
[<InlineData(-2.5, "-2.5")>]
[<InlineData(0.123456, "0.12346")>]
[<InlineData(123456.789, "123456.789")>]
[<InlineData(1e14, "100000000000000")>]
[<InlineData(1e-6, "1E-06")>]
[<InlineData(0.000123456, "0.00012346")>]
[<InlineData(-1.23456e-9, "-1.2346E-09")>]
[<InlineData(1e300, "1E+300")>]
[<InlineData(1.23456789e20, "1.2346E+20")>]
[<InlineData(Double.PositiveInfinity, "Infinity")>]
let ``a number has the digits that say something`` (x: float, expected: string) =
    Assert.Equal(expected, Tables.number x)

[<Fact>]
let ``a number is told to one part in twenty thousand, in a few letters`` () =
    let random = Random 1

    for _ in 1..2000 do
        let x = (random.NextDouble() - 0.5) * 10.0 ** float (random.Next(-300, 300))
        let text = Tables.number x
        let error = abs (Double.Parse(text, CultureInfo.InvariantCulture) - x)
        Assert.True(error <= 5e-5 * abs x, $"{x:R} is told as {text}")
        Assert.InRange(text.Length, 1, 24)

let private frame rows =
    Frame.ofColumns [ "x" => Series.ofValues [ for i in 1..rows -> 1e-6 * float i ] ]

[<Fact>]
let ``a frame shows its first rows and counts the others`` () =
    let html = Tables.ofFrame (frame 100)

    Assert.Equal<string list>(
        [ for i in 1 .. Tables.most -> Tables.number (1e-6 * float i) ],
        texts "td" html
    )

    Assert.Equal<string list>([ "70 more rows" ], texts "p" html)
    Assert.Empty(texts "p" (Tables.ofFrame (frame Tables.most)))

[<Fact>]
let ``a series shows as the table of its keys and values`` () =
    let html = Tables.ofSeries (series [ "a<b" => 1e300; "c" => nan; "d" => 2.5 ])
    Assert.Equal<string list>([ ""; "value"; "a&lt;b"; "c"; "d" ], texts "th" html)
    Assert.Equal<string list>([ "1E+300"; ""; "2.5" ], texts "td" html)

[<Fact>]
let ``of a million entries the first are shown`` () =
    let values = Series.ofValues (Array.init 1_000_000 float)
    let html = Tables.ofSeries values
    Assert.Equal(Tables.most, (texts "td" html).Length)
    Assert.Equal<string list>([ "999,970 more rows" ], texts "p" html)

[<Fact>]
let ``series and frames of any keys are known by what they are`` () =
    let dated = series [ DateTime(2020, 1, 2) => "x" ]
    Assert.Equal(Some(Tables.ofSeries dated), Tables.tryOf dated)
    Assert.Equal(Some(Tables.ofFrame (frame 3)), Tables.tryOf (frame 3))
    let row = (frame 3).Rows[1]
    Assert.Equal(Some(Tables.ofSeries row), Tables.tryOf row)
    Assert.Equal(None, Tables.tryOf [ 1; 2 ])
    Assert.Equal(None, Tables.tryOf "text")
