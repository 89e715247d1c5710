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

    /// Numbers as the points of one task, [1, n, 1].
    let points (values: seq<float>) : torch.Tensor =
        let values = Array.ofSeq values
        torch.tensor(values).reshape(1L, int64 values.Length, 1L)

    /// Whether two tensors agree to a tolerance relative to the larger number in the second.
    let near (tolerance: float) (actual: torch.Tensor) (expected: torch.Tensor) : bool =
        let scale = expected.abs().max().ToDouble()

        (actual - expected).abs().max().ToDouble() <= tolerance * (if scale = 0.0 then 1.0 else scale)

    /// Copies of parameters that a gradient can be taken of.
    let leaves (parameters: seq<torch.Tensor>) : torch.Tensor[] =
        parameters |> Seq.map (fun one -> one.detach().clone().requires_grad_()) |> Array.ofSeq

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
