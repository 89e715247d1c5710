namespace MetaNotebooks.FSharp.Tests

open System
open System.IO
open Xunit

/// Has every file that a test makes for a while lie where a user's own can: in a folder whose path has spaces and
/// letters beyond ASCII.
type TemporaryPlace() =
    do
        let folder =
            Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "Élan vital 学习")).FullName
        // As Linux and macOS, and as Windows call it.
        for variable in [ "TMPDIR"; "TMP"; "TEMP" ] do
            Environment.SetEnvironmentVariable(variable, folder)

[<assembly: AssemblyFixture(typeof<TemporaryPlace>)>]
do ()
