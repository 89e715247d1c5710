module MetaNotebooks.FSharp.Tests.Tools

open System
open System.Diagnostics
open System.IO
open Xunit

let private up start isWanted =
    let mutable folder: DirectoryInfo | null = DirectoryInfo start

    while not (isNull folder) && not (isWanted (nonNull folder)) do
        folder <- (nonNull folder).Parent

    folder

/// The folder of the solution.
let root =
    let found =
        up AppContext.BaseDirectory (fun folder ->
            File.Exists(Path.Combine(folder.FullName, "MetaNotebooks.sln")))

    (nonNull found).FullName

let plotly =
    Path.Combine(root, "node_modules", "plotly.js-dist-min", "plotly.min.js")

/// The path of a program, if it is installed.
let find (programs: string list) =
    let folders =
        match Environment.GetEnvironmentVariable "PATH" with
        | null -> [||]
        | path -> path.Split Path.PathSeparator

    Seq.allPairs programs folders
    |> Seq.map (fun (program, folder) -> Path.Combine(folder, program))
    |> Seq.tryFind File.Exists

/// Skips the test unless plotly.js and one of these programs are there.
let need programs =
    Assert.SkipUnless(File.Exists plotly, "plotly.js is not installed (npm ci).")

    match find programs with
    | Some program -> program
    | None ->
        Assert.Skip $"""{String.concat " or " programs} is not installed."""
        ""

/// What a program prints, given its standard input.
let run (program: string) (arguments: string list) (input: string) =
    let start =
        ProcessStartInfo(
            program,
            arguments,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        )

    use job = nonNull (Process.Start start)

    let output, errors =
        job.StandardOutput.ReadToEndAsync(), job.StandardError.ReadToEndAsync()

    job.StandardInput.Write input
    job.StandardInput.Close()

    if not (job.WaitForExit(TimeSpan.FromMinutes 1.)) then
        job.Kill true
        failwith $"{program} did not end within a minute."

    if job.ExitCode <> 0 then
        // A stack trace of plotly.js quotes its one line of four million letters.
        let lines = errors.Result.Split '\n' |> Array.filter (fun line -> line.Length < 200)
        failwith $"""{program} ended with {job.ExitCode}: {String.concat "\n" lines}"""

    output.Result
