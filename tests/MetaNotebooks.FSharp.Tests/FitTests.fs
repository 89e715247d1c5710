module MetaNotebooks.FSharp.Tests.FitTests

open System
open System.IO
open MetaNotebooks
open TorchSharp
open Xunit

let private mse = Losses.MeanSquaredError
let private family = Sinusoids(Shots = 5, Queries = 5)
let private maml = Maml.Create(Mlp(1, 8, 1), mse, 0.01)

let private trained seeds =
    maml |> train (family, iterations = 5, metaBatch = 4, seeds = seeds, quiet = true)

let private inFolder (work: string -> unit) =
    let folder = Directory.CreateTempSubdirectory "fits"

    try
        work folder.FullName
    finally
        folder.Delete true

let private same (a: Parameters) (b: Parameters) =
    Seq.forall2 (fun (x: torch.Tensor) (y: torch.Tensor) -> x.equal(y).all().ToBoolean()) a b

[<Fact>]
let ``each seed is the trainer's own run`` () =
    let fit = trained [ 3; 7 ]

    for seed, run in fit.Runs do
        let options = TrainingOptions(Iterations = 5, MetaBatch = 4, Seed = Seed seed)
        Assert.True(same run.Meta (Trainer.Train(maml, family, options).Meta))

    Assert.Equal<int list>([ 3; 7 ], List.map fst fit.Runs)
    Assert.True(same fit.Meta (snd fit.Runs.Head).Meta)
    Assert.Throws<ArgumentException>(fun () -> trained [] |> ignore) |> ignore

[<Fact>]
let ``intervals are over seeds, by Student's t, and over tasks where there is one seed`` () =
    let judging fit =
        fit |> judge (family, mse, tasks = 20, steps = 2)

    let three = judging (trained [ 1; 2; 3 ])
    let means = [| for _, one in three.PerSeed -> one.PerStep[1].Mean |]
    let mean = Array.average means
    let deviation = sqrt (Array.sumBy (fun m -> (m - mean) ** 2.0) means / 2.0)
    Assert.Equal(mean, three.PerStep[1].Mean, 12)
    // Student's t with two degrees of freedom.
    Assert.Equal(4.302652729696142 * deviation / sqrt 3.0, three.PerStep[1].HalfWidth, 9)
    let one = judging (trained [ 1 ])
    Assert.Equal<Interval list>(List.ofSeq (snd one.PerSeed.Head).PerStep, one.PerStep)
    Assert.Equal(3, (curve one).Y.Length)

[<Fact>]
let ``new tasks are not those of training`` () =
    let error =
        Assert.Throws<ArgumentException>(fun () ->
            trained [ 4 ] |> judge (family, mse, tasks = 20, seed = 4) |> ignore)

    Assert.Contains("seed is 4, which MAML was trained with", error.Message)

[<Fact>]
let ``a saving is paired, seed by seed`` () =
    let evaluation name values =
        Evaluation(name, [| [| for v in values -> v |] |])

    let judged name values =
        {
            Learner = name
            PerSeed =
                [
                    for seed, v in List.indexed values -> seed, evaluation name [ v - 1.0; v + 1.0 ]
                ]
        }

    let gain = saving 0 (judged "a" [ 5.0; 7.0; 9.0 ]) (judged "b" [ 4.0; 6.0; 8.0 ])
    Assert.Equal(Interval(1.0, 0.0), gain)

    let single name values =
        {
            Learner = name
            PerSeed = [ 1, evaluation name values ]
        }

    Assert.Equal(Interval(2.0, 0.0), saving 0 (single "a" [ 3.0; 5.0 ]) (single "b" [ 1.0; 3.0 ]))

    let error =
        Assert.Throws<ArgumentException>(fun () ->
            saving 0 (judged "a" [ 5.0; 7.0 ]) (judged "b" [ 4.0; 6.0; 8.0 ]) |> ignore)

    Assert.Contains("b has the seeds [0; 1; 2]; expected [0; 1], those of a", error.Message)

[<Fact>]
let ``what is saved is loaded, one file a seed`` () =
    inFolder (fun folder ->
        let path = Path.Combine(folder, "maml.safetensors")
        let fit = trained [ 1; 2 ]
        fit |> save path

        let names =
            [ for file in Directory.GetFiles folder -> string (Path.GetFileName file) ]

        Assert.Equal<string list>([ "maml-1.safetensors"; "maml-2.safetensors" ], List.sort names)

        let second = maml |> load (Path.Combine(folder, "maml-2.safetensors"))
        Assert.True(same second.Meta (snd fit.Runs[1]).Meta)
        trained [ 5 ] |> save path
        Assert.True(File.Exists path)

        let other = Maml.Create(Mlp(1, 9, 1), mse, 0.01)
        Assert.Throws<BadFileException>(fun () -> other |> load path |> ignore) |> ignore)

[<Fact>]
let ``a run goes on from its checkpoint, each seed from its own`` () =
    inFolder (fun folder ->
        let path = Path.Combine(folder, "run.safetensors")

        let go iterations =
            maml
            |> train (
                family,
                iterations = iterations,
                metaBatch = 4,
                seeds = [ 1; 2 ],
                checkpoint = path,
                quiet = true
            )

        go 3 |> ignore
        Assert.True(File.Exists(Path.Combine(folder, "run-2.safetensors")))

        Assert.True(
            Seq.forall2
                (fun (_, a: TrainingResult) (_, b: TrainingResult) -> same a.Meta b.Meta)
                (go 5).Runs
                (trained [ 1; 2 ]).Runs
        ))

[<Fact>]
let ``a table has a row a learner and a column for each number of steps`` () =
    let judged = trained [ 1; 2 ] |> judge (family, mse, tasks = 10, steps = 2)
    let shown = table [ 0; 1; 2 ] [ judged; { judged with Learner = "again" } ]
    let frame = shown.Frame :?> Deedle.Frame<string, string>
    Assert.Equal<string seq>([ "before"; "1 step"; "2 steps" ], frame.ColumnKeys)
    Assert.Equal<string seq>([ "MAML"; "again" ], frame.RowKeys)

let private withLines (line: string -> string -> bool -> unit) (work: unit -> unit) =
    let before = Host.Line
    Host.Line <- line

    try
        work ()
    finally
        Host.Line <- before

[<Fact>]
let ``progress is a line that changes, as often as is read`` () =
    let lines = ResizeArray<string>()

    let add line =
        lines.Add line
        fun changed _ -> lines.Add changed

    withLines add (fun () ->
        maml |> train (family, iterations = 200, metaBatch = 1) |> ignore
        Assert.Equal("MAML", lines[0])
        Assert.Equal(51, lines.Count)
        Assert.StartsWith("MAML: 200 of 200 iterations, loss ", lines[50]))

[<Fact>]
let ``several seeds share a line, which is printed once`` () =
    let printed = ResizeArray<string>()

    let print _ =
        fun line isLast ->
            if isLast then
                printed.Add line

    withLines print (fun () ->
        maml |> train (family, iterations = 5, metaBatch = 1, seeds = [ 1..3 ]) |> ignore

        let line = Assert.Single printed
        Assert.StartsWith("MAML: 5 of 5 iterations, loss ", line))

[<Fact>]
let ``a run of no iterations shows no line`` () =
    let begun = ResizeArray<string>()

    let count name =
        begun.Add name
        fun _ _ -> ()

    withLines count (fun () -> maml |> train (family, iterations = 0) |> ignore)
    Assert.Empty begun

[<Fact>]
let ``quantiles are of the tasks of all seeds, and a task that explodes moves no median`` () =
    let one (values: float list) =
        Evaluation("MAML", [ List.toArray values ])

    let judged =
        {
            Learner = "MAML"
            PerSeed = [ 1, one [ 5.; 1.; nan ]; 2, one [ 3.; 2.; 4.; infinity ] ]
        }

    // In order: 1, 2, 3, 4, 5, ∞ and what is not a number, above all.
    let curve = quantiles 0.0 0.5 judged
    Assert.Equal<float[]>([| 4. |], curve.Y)
    Assert.Equal<(float * float)[]>([| 1., 4. |], curve.Bounds)
