namespace MetaNotebooks

open System
open TorchSharp

/// How a parameter is drawn, given its shape and type.
type Init = Random -> int64[] -> torch.ScalarType -> torch.Tensor

/// Draws of a model's initial parameters.
[<RequireQualifiedAccess>]
module Init =

    /// Uniform from low to high.
    let uniform (low: float) (high: float) : Init =
        fun random shape dtype -> random.Uniform(low, high, shape, dtype)

    /// Normal with mean 0.
    let normal (deviation: float) : Init =
        fun random shape dtype -> random.Normal(0.0, deviation, shape, dtype)

    /// The same number everywhere.
    let constant (value: float) : Init =
        fun _ shape dtype -> torch.full (shape, torch.tensor(value).ToScalar(), dtype)

/// Models of one's own.
[<RequireQualifiedAccess>]
module Model =

    /// A model from its parameters and its prediction.
    ///
    /// parameters: of each its name, its shape without the task dimension, and how it is drawn. forward: θ and inputs
    /// [T, n, …] to predictions [T, n, …]; θ is shared by all tasks or [T, …], so that parameters of shape [1, d] serve both
    /// by broadcasting.
    let create
        (parameters: seq<string * int list * Init>)
        (forward: Parameters -> torch.Tensor -> torch.Tensor)
        : IModel =
        let parameters =
            [
                for name, sizes, init in parameters -> name, [| for size in sizes -> int64 size |], init
            ]

        let shapes =
            ParameterShapes.Of [| for name, shape, _ in parameters -> struct (name, shape) |]

        { new IModel with
            member _.Shapes = shapes

            member _.Init(seed, dtype) =
                let random = seed.Generator()
                shapes.Named [ for _, shape, init in parameters -> init random shape dtype ]

            member _.Forward(theta, x) = forward theta x
        }
