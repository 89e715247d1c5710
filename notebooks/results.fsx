// What full runs (META_FULL=1) gave: one small file a notebook in ../data/results, with what made each figure.
#load "../artifacts/references.fsx"

open System
open System.Diagnostics
open System.IO
open System.Runtime.InteropServices
open Deedle
open MetaNotebooks

/// One figure of a full run.
type FullFigure =
    {
        learner: string
        figure: string
        mean: float
        half_width: float
        seed: string
        seconds: float
        commit: string
        machine: string
    }

let private file (name: string) =
    Path.Combine("..", "data", "results", name + ".csv")

let private commit () =
    try
        use git =
            Process.Start(ProcessStartInfo("git", "rev-parse --short HEAD", RedirectStandardOutput = true))

        git.StandardOutput.ReadToEnd().Trim()
    with _ ->
        "unknown"

/// Keeps the figures of a full run, (learner, figure, interval) each; the time is that of the clock.
let keep (name: string) (seed: int) (clock: Stopwatch) (figures: seq<string * string * Interval>) : unit =
    let seconds = Math.Round clock.Elapsed.TotalSeconds
    let commit = commit ()

    let machine =
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}"

    let made =
        [
            for learner, figure, interval in figures ->
                {
                    learner = learner
                    figure = figure
                    mean = Math.Round(interval.Mean, 6)
                    half_width = Math.Round(interval.HalfWidth, 6)
                    seed = string seed
                    seconds = seconds
                    commit = commit
                    machine = machine
                }
        ]

    Directory.CreateDirectory(Path.GetDirectoryName(file name)) |> ignore
    (Frame.ofRecords made).SaveCsv(file name)

let private schema =
    "learner=string,figure=string,mean=float,half_width=float,seed=string,seconds=float,commit=string,machine=string"

/// The figures of the full run kept under this name, with what made them; none where no full run was kept.
let kept (name: string) : FullFigure list =
    if not (File.Exists(file name)) then
        []
    else
        let table = Frame.ReadCsv(file name, hasHeaders = true, schema = schema)

        let text (key: string) =
            table.GetColumn<string>(key).Values |> Array.ofSeq

        let number (key: string) =
            table.GetColumn<float>(key).Values |> Array.ofSeq

        let learners, figures, seeds = text "learner", text "figure", text "seed"

        let means, halfWidths, seconds =
            number "mean", number "half_width", number "seconds"

        let commits, machines = text "commit", text "machine"

        [
            for i in 0 .. learners.Length - 1 ->
                {
                    learner = learners[i]
                    figure = figures[i]
                    mean = means[i]
                    half_width = halfWidths[i]
                    seed = seeds[i]
                    seconds = seconds[i]
                    commit = commits[i]
                    machine = machines[i]
                }
        ]

/// The kept figures as a table, a row a learner, with a caption that says what made them.
let table (name: string) : string =
    match kept name with
    | [] -> "<p>No full run has been kept; META_FULL=1 makes one.</p>"
    | first :: _ as all ->
        let cell tag (text: string) =
            $"<{tag}>{Net.WebUtility.HtmlEncode text}</{tag}>"

        let columns = all |> List.map _.figure |> List.distinct

        let show (f: FullFigure) = string (Interval(f.mean, f.half_width))

        let row learner =
            let at column =
                all |> List.tryFind (fun f -> f.learner = learner && f.figure = column)

            let cells =
                [
                    for column in columns ->
                        cell "td" (at column |> Option.map show |> Option.defaultValue "")
                ]

            "<tr>" + cell "th" learner + String.concat "" cells + "</tr>"

        let head = String.concat "" (List.map (cell "th") columns)

        let body =
            all |> List.map _.learner |> List.distinct |> List.map row |> String.concat ""

        let caption =
            $"Full run (META_FULL=1): seed {first.seed}, {first.seconds:N0} s, commit {first.commit}, "
            + $"{first.machine}."

        cell "p" caption + $"<table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>"
