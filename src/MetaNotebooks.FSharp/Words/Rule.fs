namespace MetaNotebooks

open TorchSharp

/// Inner rules of one's own: how a learner adapts. ρ holds the rule's numbers, under their names, as tensors that an outer
/// loop can learn.
[<RequireQualifiedAccess>]
module Rule =

    let private numbers (given: seq<string * float>) (dtype: torch.ScalarType) =
        Parameters.Of
            [|
                for name, number in given -> struct (name, torch.tensor (number, dtype = dtype))
            |]

    /// A rule that remembers nothing from step to step.
    ///
    /// rho: names and first values of the rule's numbers. step: ρ, θ and the support loss's gradient by θ, to θ after the
    /// step.
    let create
        (rho: seq<string * float>)
        (step: Parameters -> Parameters -> Parameters -> Parameters)
        : IInnerRule =
        { new IInnerRule with
            member _.Init(_, _, dtype) = numbers rho dtype

            member _.Step(rho, theta, support, state) =
                struct (step rho theta support.Gradients, state)
        }

    /// A rule that remembers something from step to step, such as a velocity.
    ///
    /// rho: names and first values of the rule's numbers. first: from θ, what is remembered before the first step. step:
    /// ρ, θ, the gradient and what is remembered, to θ after the step and what is remembered then.
    let stateful
        (rho: seq<string * float>)
        (first: Parameters -> Parameters)
        (step: Parameters -> Parameters -> Parameters -> Parameters -> Parameters * Parameters)
        : IInnerRule =
        { new IInnerRule with
            member _.Init(_, _, dtype) = numbers rho dtype

            member _.Begin(_, theta) = first theta

            member _.Step(rho, theta, support, state) =
                let theta, state = step rho theta support.Gradients state
                struct (theta, state)
        }
