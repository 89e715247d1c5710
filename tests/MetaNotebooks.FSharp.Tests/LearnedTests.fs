module MetaNotebooks.FSharp.Tests.LearnedTests

open System
open System.IO
open MetaNotebooks
open Xunit

let private learner = Maml.Create(Mlp(1, 3, 1), Losses.MeanSquaredError, 0.01)

let private fit =
    learner |> train (Sinusoids(), iterations = 3, metaBatch = 2, seeds = [ 4; 7 ], quiet = true)

let private inFile (work: string -> unit) =
    let path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv")

    try
        work path
    finally
        File.Delete path

let private numbers (fit: Fit) =
    [
        for seed, run in fit.Runs -> seed, [ for one in run.Meta -> List.ofArray (floats one) ]
    ]

[<Fact>]
let ``what is kept as text is read again, bit for bit and seed by seed`` () =
    inFile (fun path ->
        Learned.keepAt path fit
        Assert.Equal<(int * float list list) list>(numbers fit, numbers (Learned.keptAt path learner)))

[<Fact>]
let ``what another learner learned is refused, by the file, the seed and the name`` () =
    inFile (fun path ->
        Learned.keepAt path fit
        let wider = Maml.Create(Mlp(1, 4, 1), Losses.MeanSquaredError, 0.01)

        let error =
            Assert.Throws<BadFileException>(fun () -> Learned.keptAt path wider |> ignore)

        Assert.Contains(
            $"{path}, seed 4: body.0.weight is 1 3; MAML learns it with sizes 1 4.",
            error.Message
        )

        File.AppendAllText(path, "4,head\n")

        let error =
            Assert.Throws<BadFileException>(fun () -> Learned.keptAt path learner |> ignore)

        Assert.Contains("2 columns; expected seed,name,sizes,numbers.", error.Message))
