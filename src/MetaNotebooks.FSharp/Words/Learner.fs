namespace MetaNotebooks

open TorchSharp

/// Learners of one's own that do not iterate: they read a support set and answer.
[<RequireQualifiedAccess>]
module Learner =

    // Before the first step no example has been seen, and nothing is predicted; all later steps predict the same.
    let private adaptation steps (predict: torch.Tensor -> torch.Tensor) =
        { new IAdaptation with
            member _.Steps = steps
            member _.Repeats step = step > 1

            member _.Predict(step, x) =
                // Without history, but made with it: an answer may itself take a gradient by what it is made of.
                let answer = (predict x).detach()
                if step = 0 then torch.zeros_like answer else answer
        }

    /// A learner whose answers are a function of what it has learned, the support set and the queries, and whose loss's
    /// gradient is taken through that function.
    ///
    /// init: from a seed, what it learns at first. loss: of its answers on the query sets. predict: meta-parameters,
    /// support inputs [T, k, …], support targets [T, k, …] and query inputs [T, n, …], to answers [T, n, …].
    let create
        (name: string)
        (init: Seed -> Parameters)
        (loss: TaskLoss)
        (predict: Parameters -> torch.Tensor -> torch.Tensor -> torch.Tensor -> torch.Tensor)
        : ILearner =
        { new ILearner with
            member _.Name = name

            member _.Init(seed, dtype) =
                (init seed).Map(fun one -> one.``to`` dtype)

            member _.MetaGradient(meta, tasks) =
                Gradient.OfMean(
                    name,
                    meta,
                    int64 tasks.Tasks,
                    fun own -> loss.Of(predict own tasks.SupportX tasks.SupportY tasks.QueryX, tasks.QueryY)
                )

            member _.Adapt(meta, supportX, supportY, steps) =
                adaptation steps (predict meta supportX supportY)
        }

    /// A learner that learns nothing across tasks, such as one with a closed form.
    ///
    /// predict: support inputs [T, k, …], support targets [T, k, …] and query inputs [T, n, …], to answers [T, n, …].
    let closedForm
        (name: string)
        (loss: TaskLoss)
        (predict: torch.Tensor -> torch.Tensor -> torch.Tensor -> torch.Tensor)
        : ILearner =
        create name (fun _ -> Parameters.Empty) loss (fun _ -> predict)
