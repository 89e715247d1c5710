namespace MetaNotebooks

open System

/// How far something that takes long is.
[<AutoOpen>]
module Progress =

    // So many changes a run: a line that changes faster is not read, and each is a message to the page.
    let private changes = 50

    /// One line for training runs that follow each other, shown with the first change: what the last run reports is the
    /// last that the line says.
    let internal progressOfRuns (name: string) : bool -> Action<TrainingProgress> =
        let line = lazy (Host.Line name)

        fun isLastRun ->
            Action<TrainingProgress>(fun p ->
                let isLast = p.Iteration = p.Iterations

                if p.Iteration % max 1 (p.Iterations / changes) = 0 || isLast then
                    line.Value
                        $"{name}: {p.Iteration:N0} of {p.Iterations:N0} iterations, loss {p.Loss:F3}"
                        (isLast && isLastRun))

    /// Shows how far a training run is, in one line that is overwritten.
    let progress (name: string) : Action<TrainingProgress> = progressOfRuns name true
