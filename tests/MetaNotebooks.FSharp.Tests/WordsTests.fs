module MetaNotebooks.FSharp.Tests.WordsTests

open MetaNotebooks
open TorchSharp
open Xunit

[<Fact>]
let ``a claim that does not hold fails, and says which it was`` () =
    check "one is one" true
    let failed = Assert.ThrowsAny<exn>(fun () -> check "one is two" false)
    Assert.Equal("✗ one is two", failed.Message)

[<Fact>]
let ``numbers are read row after row, whatever the type and the strides`` () =
    use given = torch.arange(6).reshape(2L, 3L).t()
    Assert.Equal<float[]>([| 0.; 3.; 1.; 4.; 2.; 5. |], floats given)
    Assert.Equal<float[][]>([| [| 0.; 3. |]; [| 1.; 4. |]; [| 2.; 5. |] |], rows given)

[<Fact>]
let ``points are those of one task, single unless another precision is asked for`` () =
    use given = points [ 1.; 2.; 0.1 ]
    Assert.Equal<int64[]>([| 1L; 3L; 1L |], given.shape)
    Assert.Equal<float[]>([| 1.; 2.; float 0.1f |], floats given)
    Assert.Equal(torch.float32, given.dtype)
    use asked = pointsIn torch.float64 [ 0.1 ]
    Assert.Equal<float[]>([| 0.1 |], floats asked)

[<Fact>]
let ``whole numbers are labels or places`` () =
    use given = integers [ 2; 0; -1 ]
    Assert.Equal(torch.int64, given.dtype)
    Assert.Equal<float[]>([| 2.; 0.; -1. |], floats given)
    Assert.Equal<int64[]>([| 2L; -1L |], shape [ 2; -1 ])

[<Fact>]
let ``a singular value decomposition is put together again`` () =
    use given = torch.tensor([| 3.; 1.; 2.; -1.; 0.5; 4. |]).reshape(3L, 2L)
    let u, s, v = svd given
    Assert.True(near 1e-12 ((u * s).matmul v) given)
    Assert.Equal<int64[]>([| 3L; 2L |], u.shape)

[<Fact>]
let ``parameters are named, and joined as parts`` () =
    let head = parameters [ "weight", torch.ones 2L; "bias", torch.zeros 1L ]
    let all = joined [ "", parameters [ "rate", torch.ones 1L ]; "head", head ]
    Assert.Equal<string seq>([ "rate"; "head.weight"; "head.bias" ], all.Names)

[<Fact>]
let ``a loss is called by name`` () =
    use y = torch.tensor([| 1.; 2. |]).reshape(1L, 2L, 1L)
    let error = TaskLoss(fun p t -> (p - t).abs().mean [| 1L; 2L |])
    Assert.Equal<float[]>([| 0.5 |], floats (error.Of(y + torch.tensor 0.5, y)))

[<Fact>]
let ``near is relative to the largest expected number, and absolute where all are zero`` () =
    use expected = torch.tensor [| 0.; 100. |]
    Assert.True(near 1e-2 (expected + torch.tensor [| 0.9; 0.0 |]) expected)
    Assert.False(near 1e-2 (expected + torch.tensor [| 1.1; 0.0 |]) expected)
    use none = torch.zeros 2L
    Assert.True(near 1e-2 (none + torch.tensor 0.009f) none)
    Assert.False(near 1e-2 (none + torch.tensor 0.011f) none)
    Assert.False(near 1.0 (torch.tensor [| nan |]) (torch.tensor [| 1. |]))

[<Fact>]
let ``leaves are copies that a gradient is taken of`` () =
    use given = torch.ones 2L
    let one = leaves [ given * 3.0.ToScalar() ] |> Array.exactlyOne
    one.square().sum().backward()
    Assert.Equal<float[]>([| 6.; 6. |], floats (one.grad |> nonNull))
    Assert.Equal<float[]>([| 1.; 1. |], floats given)

[<Fact>]
let ``a long history is the mean of each stretch, at its end`` () =
    let curve = smooth 2 "loss" [ 1.; 3.; 5.; 7.; 9. ]
    Assert.Equal<float[]>([| 2.; 4.; 6. |], curve.X)
    Assert.Equal<float[]>([| 2.; 6.; 9. |], curve.Y)
