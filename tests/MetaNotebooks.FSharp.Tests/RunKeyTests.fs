module MetaNotebooks.FSharp.Tests.RunKeyTests

open System
open System.IO
open MetaNotebooks
open TorchSharp
open Xunit

// As in a notebook: a value of the file, which an object expression reads without holding it.
let mutable private most = 2.0

let private family =
    { new ITaskSampler with
        member _.Sample(seed, tasks) =
            Sinusoids(Amplitude = Uniform(0.1, most)).Sample(seed, tasks)
    }

let private learner (loss: TaskLoss) = Maml.Create(Mlp(1, 4, 1), loss, 0.01)

let private train (key: string | null) (learner: AdaptiveLearner) (tasks: ITaskSampler) =
    let path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors")

    try
        let kept = CheckpointOptions(path, Key = key)
        let options = TrainingOptions(Iterations = 1, MetaBatch = 2, Checkpoint = kept)
        use scope = torch.NewDisposeScope()
        Trainer.Train(learner, tasks, options).History.Count
    finally
        File.Delete path

[<Fact>]
let ``an object expression and a function of F# need a key`` () =
    let needs (found: string) learner tasks =
        let error =
            Assert.ThrowsAny<ArgumentException>(fun () -> train null learner tasks |> ignore)

        Assert.StartsWith($"{found}, which the kit cannot compare", error.Message)
        Assert.Equal(1, train "a key" learner tasks)

    let scale = Map [ "by", 0.5 ]

    let scaled = TaskLoss(fun p t -> scale["by"] * Losses.MeanSquaredError.Of(p, t))

    needs "tasks is an object without a name" (learner Losses.MeanSquaredError) family
    needs "learner.Loss is a function" (learner scaled) (Sinusoids())
    Assert.Equal(1, train null (learner Losses.MeanSquaredError) (Sinusoids()))
