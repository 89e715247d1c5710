namespace MetaNotebooks

open System
open System.Diagnostics
open System.IO
open System.Runtime.InteropServices
open Deedle

/// One figure of a full run, a line of its file.
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

/// What full runs (META_FULL=1) gave: one small file a notebook, in data/results beside the notebooks' folder,
/// with what made each figure.
[<RequireQualifiedAccess>]
module FullRuns =

    let private results () = beside "../data/results"

    // The jobs of a sweep each keep their own.
    let private folder () =
        match Job.Folder with
        | null -> results ()
        | job -> job

    let private file (folder: string) (name: string) = Path.Combine(folder, name + ".csv")

    let private commit () =
        try
            let asked =
                ProcessStartInfo("git", "rev-parse --short HEAD", RedirectStandardOutput = true)

            match Process.Start asked with
            | null -> "unknown"
            | started ->
                use git = started
                git.StandardOutput.ReadToEnd().Trim()
        with _ ->
            "unknown"

    let internal keepIn
        (folder: string)
        (name: string)
        (seed: int)
        (time: TimeSpan)
        (figures: seq<string * string * Interval>)
        : unit =
        let seconds = Math.Round time.TotalSeconds
        let commit = commit ()

        let machine =
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}"

        let made =
            [
                for learner, figure, interval in figures ->
                    {
                        learner = learner
                        figure = figure
                        // Plus 0: what rounds to nothing is written without a sign.
                        mean = Math.Round(interval.Mean, 6) + 0.0
                        half_width = Math.Round(interval.HalfWidth, 6)
                        seed = string seed
                        seconds = seconds
                        commit = commit
                        machine = machine
                    }
            ]

        Directory.CreateDirectory folder |> ignore
        (Frame.ofRecords made).SaveCsv(file folder name)

    /// Keeps the figures of a full run, (learner, figure, interval) each; the time is that of the clock.
    let keep (name: string) (seed: int) (clock: Stopwatch) (figures: seq<string * string * Interval>) : unit =
        keepIn (folder ()) name seed clock.Elapsed figures

    let private schema =
        "learner=string,figure=string,mean=float,half_width=float,seed=string,seconds=float,commit=string,machine=string"

    let internal keptIn (folder: string) (name: string) : FullFigure list =
        if not (File.Exists(file folder name)) then
            []
        else
            let table = Frame.ReadCsv(file folder name, hasHeaders = true, schema = schema)
            let text (row: ObjectSeries<string>) (key: string) = row.GetAs<string> key

            // A frame writes what is no number as nothing.
            let number (row: ObjectSeries<string>) (key: string) =
                row.TryGetAs<float> key |> OptionalValue.asOption |> Option.defaultValue nan

            [
                for row in table.Rows.Values ->
                    {
                        learner = text row "learner"
                        figure = text row "figure"
                        mean = number row "mean"
                        half_width = number row "half_width"
                        seed = text row "seed"
                        seconds = number row "seconds"
                        commit = text row "commit"
                        machine = text row "machine"
                    }
            ]

    /// The figures of the full run kept under this name, with what made them; none where no full run was kept.
    let kept (name: string) : FullFigure list =
        match keptIn (folder ()) name with
        | [] -> keptIn (results ()) name
        | own -> own

    let internal figureOf
        (name: string)
        (figures: FullFigure list)
        (learner: string)
        (figure: string)
        : Interval =
        match figures |> List.tryFind (fun one -> one.learner = learner && one.figure = figure) with
        | Some found -> Interval(found.mean, found.half_width)
        | None ->
            invalidArg (nameof figure) $"No figure '{figure}' of '{learner}' is kept under the name {name}."

    /// One of the kept figures, by the learner's name and the figure's, with its interval: for claims that the full run is
    /// to show.
    let figure (name: string) : string -> string -> Interval = figureOf name (kept name)

    let internal tableOf (figures: FullFigure list) : Table =
        let columns = figures |> List.map _.figure |> List.distinct
        let learners = figures |> List.map _.learner |> List.distinct

        let cell column learner =
            figures
            |> List.tryFind (fun one -> one.learner = learner && one.figure = column)
            |> Option.map (fun one -> string (Interval(one.mean, one.half_width)))
            |> Option.defaultValue ""

        let made =
            match figures with
            | [] -> "No full run has been kept; META_FULL=1 makes one."
            | first :: _ ->
                $"Full run (META_FULL=1): seed {first.seed}, {first.seconds:N0} s, commit {first.commit}, "
                + $"{first.machine}."

        let column name =
            name => series [ for learner in learners -> learner => cell name learner ]

        Table(frame (List.map column columns), made)

    /// The kept figures as a table, a row a learner, with a caption that says what made them.
    let table (name: string) : Table = tableOf (kept name)

    /// Keeps the figures where this is a full run, and shows those that are kept.
    let show
        (name: string)
        (seed: int)
        (clock: Stopwatch)
        (figures: seq<string * string * Interval>)
        : Table =
        if full then
            keep name seed clock figures

        table name

/// The word for a notebook's full run.
[<AutoOpen>]
module FullRun =

    /// A full run (META_FULL=1) keeps its figures under the name, (learner, figure, interval) each, with the time since
    /// the clock was started; any run shows what was kept.
    let fullRun = FullRuns.show
