module Deedle.Tests.FormatTests

open Deedle
open Xunit

let private table =
    frame [ "name" =?> series [ 1 => "a"; 2 => "bb" ]; "n" =?> series [ 1 => 5; 2 => 7 ] ]

let private lines (text: string) =
    text.TrimEnd().Split '\n' |> Array.map _.TrimEnd() |> List.ofArray

[<Fact>]
let ``a frame as a table of texts`` () =
    Expect.equal
        [|
            [| ""; ""; "name"; "n" |]
            [| ""; ""; "(string)"; "(int)" |]
            [| "1"; "->"; "a"; "5" |]
            [| "2"; "->"; "bb"; "7" |]
        |]
        (table.FormatStrings(5, 5, 5, 5, true))

[<Fact>]
let ``a frame as text`` () =
    Expect.equal [ "     name n"; "1 -> a    5"; "2 -> bb   7" ] (lines (table.Format()))

    Expect.equal
        [ "2 rows x 2 columns"; "0 missing values" ]
        (lines (table.Format(false, true)) |> List.skip 4)

[<Fact>]
let ``missing values are marked`` () =
    let gappy = frame [ "x" => series [ 1 => 1.5; 2 => nan ] ]
    Expect.equal [ "     x"; "1 -> 1.5"; "2 -> <missing>" ] (lines (gappy.Format()))

[<Fact>]
let ``rows in the middle are left out`` () =
    let long = frame [ "x" => series [ for i in 1..9 -> i => i ] ]
    Expect.equal [ "     x"; "1 -> 1"; "2 -> 2"; ":    ..."; "8 -> 8"; "9 -> 9" ] (lines (long.Format(4, 10)))

[<Fact>]
let ``a sorted key of two parts says its first part once`` () =
    let grouped = Frame.indexRowsWith [ "a", 1; "a", 2 ] table

    Expect.equal
        [ [ "a"; "1"; "->" ]; [ ""; "2"; "->" ] ]
        [
            for row in grouped.FormatStrings(5, 5, 5, 5, false) |> Array.skip 1 ->
                row |> Array.take 3 |> List.ofArray
        ]

[<Fact>]
let ``a series as text`` () =
    let numbers = series [ "a" => 1.5; "b" => nan ]
    Expect.equal "series [ a => 1.5; b => <missing>]" (string numbers)
    Expect.equal [ "a -> 1.5"; "b -> <missing>" ] (lines (numbers.Format()))
    Expect.equal [| [| "a"; "->"; "1.5" |]; [| "b"; "->"; "<missing>" |] |] (numbers.FormatStrings(5, 5))
    let long = series [ for i in 1..9 -> i => i ]
    Expect.equal "series [ 1 => 1; 2 => 2; 3 => 3; 4 => 4; 5 => 5;  ... ; 9 => 9]" (string long)

[<Fact>]
let ``an operation reaches a frame whatever its keys are`` () =
    let width =
        { new IFrameOperation<int> with
            member _.Invoke(frame: Frame<'R, 'C>) = frame.ColumnCount
        }

    Expect.equal 2 ((table :> IFrame).Apply width)
