namespace MetaNotebooks

open System.IO
open Deedle

/// The words for sweeps, which run a notebook once for each combination of its parameters.
[<AutoOpen>]
module Sweeps =

    /// Reports a figure of this run, a column of the sweep's table; outside of a sweep, nothing. Each name once.
    let report (name: string) (value: float) : unit = Job.Report(name, value)

    /// What `metanotebooks sweep collect` wrote, a row a job: from its CSV or from the sweep's folder.
    let collected (path: string) : Frame<int, string> =
        let file =
            if Directory.Exists path then
                Path.Combine(path, "collected.csv")
            else
                path

        Frame.ReadCsv(file, hasHeaders = true, inferTypes = true)
