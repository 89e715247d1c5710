module Deedle.Tests.Expect

open System.IO
open Deedle
open Xunit

let equal (expected: 'T) (actual: 'T) = Assert.Equal<'T>(expected, actual)

let close (expected: float) (actual: float) = Assert.Equal(expected, actual, 1e-9)

let sameSeq (expected: seq<'T>) (actual: seq<'T>) =
    Assert.Equal<'T[]>(Array.ofSeq expected, Array.ofSeq actual)

/// The keys and values of a series are these, in this order, none of them missing.
let observations (expected: ('K * 'V) list) (actual: Series<'K, 'V>) =
    sameSeq (expected |> List.map fst) actual.Keys
    sameSeq expected (Series.observations actual)

/// The nearest folder above the tests' that holds this path, joined with it.
let path (relative: string) =
    let rec above folder =
        let candidate = Path.Combine(folder, relative)

        if File.Exists candidate then
            candidate
        else
            above (Path.GetDirectoryName folder)

    above (Path.GetDirectoryName(typeof<Frame<int, int>>.Assembly.Location))

/// A temporary file's path; the file is gone afterwards.
let withFile (extension: string) (use': string -> unit) =
    let file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension)

    try
        use' file
    finally
        File.Delete file
