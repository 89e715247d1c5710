namespace MetaNotebooks

open System
open TorchSharp

/// The few words that a notebook says again and again.
[<AutoOpen>]
module Words =

    /// Whether to run the papers' full protocols: META_FULL=1 in the environment.
    let full = Environment.GetEnvironmentVariable "META_FULL" = "1"

    /// A claim that is tested: prints it with a tick, or fails the cell.
    let check (claim: string) (holds: bool) =
        if holds then
            printfn $"✓ {claim}"
        else
            failwith $"✗ {claim}"

    /// A tensor's numbers, row after row.
    let floats (tensor: torch.Tensor) : float[] =
        // Held while it is read: libtorch's memory goes with the tensor.
        use plain = tensor.detach().``to``(torch.float64).contiguous()
        use data = plain.data<float>()
        data.ToArray()

    /// The rows of a tensor of shape [T, n] or [T, n, 1].
    let rows (tensor: torch.Tensor) : float[][] =
        floats tensor |> Array.chunkBySize (int tensor.shape[1])

    /// A tensor's sizes.
    let shape (sizes: seq<int>) : int64[] = [| for size in sizes -> int64 size |]

    /// Whole numbers as a tensor [n]: labels, or places to select.
    let integers (values: seq<int>) : torch.Tensor =
        torch.tensor (Array.ofSeq values, dtype = torch.int64)

    /// Numbers as the points of one task, [1, n, 1], in a precision that is asked for.
    let pointsIn (dtype: torch.ScalarType) (values: seq<float>) : torch.Tensor =
        torch.tensor(Array.ofSeq values, dtype = dtype).reshape(1L, -1L, 1L)

    /// Numbers as the points of one task, [1, n, 1], in single precision, as the kit's families are.
    let points (values: seq<float>) : torch.Tensor = pointsIn torch.float32 values

    /// A singular value decomposition A = U diag(s) Vᵀ, the thin one: U, s and Vᵀ.
    let svd (tensor: torch.Tensor) =
        let struct (u, s, v) = torch.linalg.svd (tensor, fullMatrices = false)
        u, s, v

    /// Whether two tensors agree to a tolerance relative to the larger number in the second.
    let near (tolerance: float) (actual: torch.Tensor) (expected: torch.Tensor) : bool =
        let scale = expected.abs().max().ToDouble()

        (actual - expected).abs().max().ToDouble() <= tolerance * (if scale = 0.0 then 1.0 else scale)

    /// Tensors with their names.
    let parameters (named: seq<string * torch.Tensor>) : Parameters =
        Parameters.Of [| for name, tensor in named -> struct (name, tensor) |]

    /// Parameters as parts of others: the "weight" of "head" becomes "head.weight"; a part without a name keeps its names.
    let joined (named: seq<string * Parameters>) : Parameters =
        Parameters.Join [| for name, part in named -> struct (name, part) |]

    /// Copies of tensors that a gradient can be taken of.
    let leaves (tensors: seq<torch.Tensor>) : torch.Tensor[] =
        tensors |> Seq.map (fun one -> one.detach().clone().requires_grad_()) |> Array.ofSeq

    /// The mean of each stretch of that many values, placed at its end: a long history as a readable curve.
    let smooth (stretch: int) (name: string) (history: seq<float>) : Curve =
        let means =
            history |> Seq.chunkBySize stretch |> Seq.map Array.average |> Array.ofSeq

        Curve.ofPoints name (means |> Array.mapi (fun i _ -> float ((i + 1) * stretch))) means

    /// The mean and interval after each inner step, as a curve.
    let perStep (evaluation: Evaluation) : Curve =
        evaluation.PerStep
        |> Seq.map (fun interval -> interval.Mean)
        |> Curve.ofValues evaluation.Learner
        |> Curve.withMargin (evaluation.PerStep |> Seq.map (fun interval -> interval.HalfWidth))
