namespace MetaNotebooks

open System
open System.IO
open System.Net
open System.Text.Json.Serialization
open Deedle

/// A learner with what it learned, from one seed or from several. It shows itself as a line.
[<JsonConverter(typeof<AsText>); StructuredFormatDisplay("{Line}")>]
type Fit =
    {
        /// The learner.
        Learner: ILearner
        /// Each seed, as the number that it was given by, and its run.
        Runs: (int * TrainingResult) list
    }

    /// What the first run learned.
    member fit.Meta = (snd fit.Runs.Head).Meta

    /// The mean outer loss of each iteration, of the first run.
    member fit.History = (snd fit.Runs.Head).History

    /// Who learned, how long and what, in a line.
    member fit.Line =
        let seeds = fit.Runs |> List.map (fst >> string) |> String.concat ", "

        let trained =
            match fit.History.Count, fit.Runs with
            | 0, _ -> "without a training"
            | count, [ _ ] -> $"iterations {count}, seed {seeds}"
            | count, _ -> $"iterations {count}, seeds {seeds}"

        $"{fit.Learner.Name}, {trained}; it learns {fit.Meta}"

    /// The line as a paragraph.
    member fit.ToHtml() =
        $"<p>{WebUtility.HtmlEncode fit.Line}</p>"

    override fit.ToString() = fit.Line

/// A learner judged on new tasks, once for each run of its training. It shows itself as a line.
[<JsonConverter(typeof<AsText>); StructuredFormatDisplay("{Line}")>]
type Judgement =
    {
        /// The learner's name.
        Learner: string
        /// Each run's seed, and how it did.
        PerSeed: (int * Evaluation) list
    }

    /// The mean and its 95 % interval after each inner step, by Student's t: over the seeds' means, or over the tasks where
    /// there is one seed only.
    member judged.PerStep: Interval list =
        match judged.PerSeed with
        | [ _, only ] -> List.ofSeq only.PerStep
        | several ->
            [
                for step in 0 .. (snd several.Head).PerStep.Count - 1 ->
                    Interval.Of [| for _, one in several -> one.PerStep[step].Mean |]
            ]

    /// How it did after each step, in a line.
    member judged.Line =
        let steps = [ for step, found in List.indexed judged.PerStep -> $"{step}: {found}" ]
        let joined = String.concat ", " steps
        $"{judged.Learner}, after each inner step {joined}"

    /// The line as a paragraph.
    member judged.ToHtml() =
        $"<p>{WebUtility.HtmlEncode judged.Line}</p>"

    override judged.ToString() = judged.Line

module private Names =

    // "decays.safetensors" for one run, "decays-3.safetensors" for that of seed 3 among several.
    let ofSeed (several: bool) (seed: int) (path: string) =
        if several then
            let folder, name = Path.GetDirectoryName path, Path.GetFileNameWithoutExtension path
            Path.Combine(string folder, $"{name}-{seed}{Path.GetExtension path}")
        else
            path

/// Training over seeds, judging, comparing and saving, one after the other.
[<AutoOpen>]
type Pipeline =

    /// Trains a learner once for each seed.
    ///
    /// family: where its tasks come from. iterations: default 1000. metaBatch: tasks an iteration, default 25. optimiser:
    /// the outer update rule, default Adam with rate 1e-3. seeds: default 1. checkpoint: a file to go on from, with each
    /// seed's number before its ending where there are several. key: a name of the run, to be changed when a piece of
    /// one's own changes; a checkpointed run with such a piece needs one. quiet: whether to show no progress, default
    /// false.
    static member train<'L when 'L :> ILearner>
        (
            family: ITaskSampler,
            ?iterations: int,
            ?metaBatch: int,
            ?optimiser: IOptimiser,
            ?seeds: seq<int>,
            ?checkpoint: string,
            ?key: string,
            ?quiet: bool
        ) : 'L -> Fit =
        let standard = TrainingOptions()
        let iterations = defaultArg iterations standard.Iterations
        let seeds = List.ofSeq (defaultArg seeds [ 1 ])

        if seeds.IsEmpty then
            invalidArg (nameof seeds) "seeds is empty; expected at least one number."

        fun learner ->
            let shown = progressOfRuns learner.Name

            let report isLastRun =
                if defaultArg quiet false then null else shown isLastRun

            let run (seed: int) =
                let options =
                    TrainingOptions(
                        Iterations = iterations,
                        MetaBatch = defaultArg metaBatch standard.MetaBatch,
                        Optimiser = defaultArg optimiser standard.Optimiser,
                        Seed = Seed seed,
                        Progress = report (seed = List.last seeds),
                        Checkpoint =
                            (match checkpoint with
                             | Some path ->
                                 CheckpointOptions(
                                     Names.ofSeed (seeds.Length > 1) seed path,
                                     Key = Option.toObj key
                                 )
                             | None -> null)
                    )

                seed, Trainer.Train(learner, family, options)

            {
                Learner = learner
                Runs = List.map run seeds
            }

    /// Judges what was learned on new tasks, the same for every learner.
    ///
    /// family: where they come from. metric: what is measured. tasks: how many, default 600. steps: inner steps, default
    /// 10. seed: which tasks, default 100; another number than the seeds of training, or they are not new.
    static member judge
        (family: ITaskSampler, metric: TaskLoss, ?tasks: int, ?steps: int, ?seed: int)
        : Fit -> Judgement =
        let judging = defaultArg seed 100

        fun fit ->
            if fit.Runs |> List.exists (fun (trained, _) -> trained = judging) then
                invalidArg
                    (nameof seed)
                    $"seed is {judging}, which {fit.Learner.Name} was trained with; expected another, for new tasks."

            {
                Learner = fit.Learner.Name
                PerSeed =
                    [
                        for trained, run in fit.Runs ->
                            trained,
                            Evaluator.Evaluate(
                                fit.Learner,
                                run.Meta,
                                family,
                                metric,
                                Seed judging,
                                defaultArg tasks 600,
                                defaultArg steps 10
                            )
                    ]
            }

/// What is done with fits and judgements.
[<AutoOpen>]
module Fits =

    /// A learner as it starts, without training: a closed form, or a control that has learned nothing.
    let untrained (learner: #ILearner) : Fit =
        {
            Learner = learner
            Runs = [ 1, TrainingResult(learner.Init((Seed 1).Split "parameters"), [||]) ]
        }

    /// Keeps what was learned as safetensors files: one of this name or, of several seeds, one each with the seed's number
    /// before the name's ending.
    let save (path: string) (fit: Fit) : unit =
        for seed, run in fit.Runs do
            LearnerFiles.Save(fit.Learner, run.Meta, Names.ofSeed (fit.Runs.Length > 1) seed path)

    /// What was learned and kept in one file, as a fit with one run.
    let load (path: string) (learner: #ILearner) : Fit =
        let meta = LearnerFiles.Load(learner, path)

        {
            Learner = learner
            Runs = [ 1, TrainingResult(meta, [||]) ]
        }

    /// By how much one judgement's metric is lower than another's after a step, seed by seed (or task by task where there
    /// is one seed), with its interval: above 0 in the whole, it is better.
    let saving (step: int) (before: Judgement) (after: Judgement) : Interval =
        match before.PerSeed, after.PerSeed with
        | [ _, a ], [ _, b ] ->
            Interval.Of(Array.map2 (-) (Array.ofSeq a.Values[step]) (Array.ofSeq b.Values[step]))
        | several, others when List.map fst several = List.map fst others ->
            Interval.Of
                [|
                    for (_, a), (_, b) in List.zip several others ->
                        a.PerStep[step].Mean - b.PerStep[step].Mean
                |]
        | several, others ->
            let seeds = List.map fst

            invalidArg
                (nameof after)
                $"{after.Learner} has the seeds %A{seeds others}; expected %A{seeds several}, those of {before.Learner}."

    let private after =
        function
        | 0 -> "before"
        | 1 -> "1 step"
        | step -> $"{step} steps"

    /// Learners beside each other: a row each, a column for each number of inner steps.
    let table (steps: seq<int>) (judged: seq<Judgement>) : Table =
        let judged = List.ofSeq judged

        frame
            [
                for step in steps ->
                    after step => series [ for one in judged -> one.Learner => string one.PerStep[step] ]
            ]
        |> Table

    /// The mean and interval after each inner step, as a curve.
    let curve (judged: Judgement) : Curve =
        judged.PerStep
        |> List.map _.Mean
        |> Curve.ofValues judged.Learner
        |> Curve.withMargin (judged.PerStep |> List.map _.HalfWidth)

    /// The median over the tasks of all seeds after each inner step, as a curve, in a band between two quantiles, such as
    /// 0.1 and 0.9. One task that explodes ruins a mean, and moves no quantile by much.
    let quantiles (low: float) (high: float) (judged: Judgement) : Curve =
        let steps = (snd judged.PerSeed.Head).Values.Count

        let at (quantile: float) =
            [|
                for step in 0 .. steps - 1 ->
                    // The value at that place among all, in order; what is not a number is above all others.
                    let sorted =
                        [|
                            for _, one in judged.PerSeed do
                                for value in one.Values[step] ->
                                    if Double.IsNaN value then infinity else value
                        |]
                        |> Array.sort

                    sorted[int (round (quantile * float (sorted.Length - 1)))]
            |]

        at 0.5 |> Curve.ofValues judged.Learner |> Curve.withBounds (Array.zip (at low) (at high))
