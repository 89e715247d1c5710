namespace MetaNotebooks

open System
open TorchSharp

/// Families of tasks of one's own.
[<AbstractClass; Sealed>]
type Family private () =

    static let drawn (x: torch.Tensor) (y: torch.Tensor) =
        let points = x.shape[0]

        if y.dim () <> 2L || y.shape[0] <> points then
            let given = String.Join(", ", y.shape)

            invalidArg
                "task"
                $"A task's function gives [{given}] for inputs [{points}, {x.shape[1]}]; expected [{points}, d]."

        y

    /// A family from what draws its tasks: a seed and how many, to the batch.
    static member create(sample: Seed -> int -> TaskBatch) : ITaskSampler =
        { new ITaskSampler with
            member _.Sample(seed, tasks) = (sample seed tasks).DrawnWith seed
        }

    /// Regression on functions: give the method's result what draws one task, a generator to the task's function of
    /// inputs [n, d] to targets [n, out]. The i-th task is the same however many are drawn.
    ///
    /// shots, queries: points a task, default 10. inputs: d, default 1. x: range of the inputs, uniform, default (−5, 5).
    /// noise: deviation of normal noise on the support targets, default 0. dtype: default float32.
    static member regression
        (?shots: int, ?queries: int, ?inputs: int, ?x: float * float, ?noise: float, ?dtype: torch.ScalarType)
        : (Random -> torch.Tensor -> torch.Tensor) -> ITaskSampler =
        let shots, queries = defaultArg shots 10, defaultArg queries 10
        let inputs, noise = defaultArg inputs 1, defaultArg noise 0.0
        let low, high = defaultArg x (-5.0, 5.0)
        let dtype = defaultArg dtype torch.ScalarType.Float32

        fun task ->
            Family.create (fun seed tasks ->
                let each =
                    [
                        for i in 0 .. tasks - 1 do
                            let random = seed.At(int64 i).Generator()
                            let f = task random

                            let points count =
                                random.Uniform(low, high, [| int64 count; int64 inputs |], dtype)

                            let supportX, queryX = points shots, points queries
                            let supportY, queryY = drawn supportX (f supportX), drawn queryX (f queryX)

                            let supportY =
                                if noise > 0.0 then
                                    supportY + random.Normal(0.0, noise, supportY.shape, dtype)
                                else
                                    supportY

                            f, supportX, supportY, queryX, queryY
                    ]

                let stack (part: _ -> torch.Tensor) =
                    let parts = [| for one in each -> part one |]
                    let all = torch.stack parts
                    GC.KeepAlive parts
                    all

                let truth (x: torch.Tensor) =
                    let parts =
                        [|
                            for i, (f, _, _, _, _) in List.indexed each ->
                                f (x[if x.shape[0] = 1L then 0L else int64 i])
                        |]

                    let all = torch.stack parts
                    GC.KeepAlive parts
                    all

                TaskBatch(
                    stack (fun (_, x, _, _, _) -> x),
                    stack (fun (_, _, y, _, _) -> y),
                    stack (fun (_, _, _, x, _) -> x),
                    stack (fun (_, _, _, _, y) -> y),
                    truth
                ))
