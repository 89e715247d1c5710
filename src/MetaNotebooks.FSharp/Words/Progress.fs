namespace MetaNotebooks

open System

/// How far something that takes long is.
[<AutoOpen>]
module Progress =

    // So many changes a run: a line that changes faster is not read, and each is a message to the page.
    let private changes = 50

    /// Shows how far a training run is, in one line that is overwritten.
    let progress (name: string) : Action<TrainingProgress> =
        let change = Host.Line name

        Action<TrainingProgress>(fun p ->
            let isLast = p.Iteration = p.Iterations

            if p.Iteration % max 1 (p.Iterations / changes) = 0 || isLast then
                change $"{name}: {p.Iteration:N0} of {p.Iterations:N0} iterations, loss {p.Loss:F3}" isLast)
