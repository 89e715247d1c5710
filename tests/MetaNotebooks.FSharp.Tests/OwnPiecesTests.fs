module MetaNotebooks.FSharp.Tests.OwnPiecesTests

open System
open MetaNotebooks
open TorchSharp
open Xunit

let private decays shots =
    Family.regression (shots = shots, queries = 7, x = (0.0, 3.0)) (fun random ->
        let k = random.Uniform(0.2, 2.0)
        fun x -> (-k * x).exp())

let private same (a: torch.Tensor) (b: torch.Tensor) = a.equal(b).all().ToBoolean()

[<Fact>]
let ``a family's tasks come from the seed alone, each the same however many are drawn`` () =
    let family = decays 5

    let three, again, other =
        family.Sample(Seed 1, 3), family.Sample(Seed 1, 3), family.Sample(Seed 2, 3)

    Assert.Equal<int64[]>([| 3L; 5L; 1L |], three.SupportX.shape)
    Assert.Equal<int64[]>([| 3L; 7L; 1L |], three.QueryY.shape)
    Assert.Equal(torch.float32, three.QueryY.dtype)
    Assert.True(same three.SupportX again.SupportX && same three.QueryY again.QueryY)
    Assert.False(same three.SupportX other.SupportX)
    let five = family.Sample(Seed 1, 5)
    Assert.True(same (five.QueryY.narrow (0L, 0L, 3L)) three.QueryY)
    let least, most = three.SupportX.min().ToDouble(), three.SupportX.max().ToDouble()
    Assert.True(0.0 <= least && most < 3.0)

[<Fact>]
let ``the truth is the tasks' own function, without their noise`` () =
    let noisy =
        Family.regression (noise = 0.5, dtype = torch.float64) (fun random ->
            let slope = random.Uniform(1.0, 2.0)
            fun x -> slope * x)

    let batch = noisy.Sample(Seed 3, 4)
    Assert.True(near 1e-12 (batch.TruthAt batch.QueryX) batch.QueryY)
    Assert.False(near 1e-3 (batch.TruthAt batch.SupportX) batch.SupportY)
    let grid = pointsIn torch.float64 [ 0.0; 1.0 ]
    Assert.Equal<int64[]>([| 4L; 2L; 1L |], (batch.TruthAt grid).shape)

[<Fact>]
let ``a task that gives another number of targets is refused`` () =
    let wrong = Family.regression () (fun _ x -> x.sum ())

    let error =
        Assert.Throws<ArgumentException>(fun () -> wrong.Sample(Seed 1, 2) |> ignore)

    Assert.Contains("gives [] for inputs [10, 1]; expected [10, d]", error.Message)

let private bumps units =
    Model.create
        [
            "centre", [ 1; units ], Init.uniform -3.0 3.0
            "height", [ 1; units ], Init.normal 0.1
            "base", [ 1; 1 ], Init.constant 0.5
        ]
        (fun theta x ->
            let near = (-(x - theta["centre"]).square()).exp()
            (theta["height"] * near).sum([| -1L |], keepdim = true) + theta["base"])

[<Fact>]
let ``a model of one's own is drawn, shared by tasks and one a task`` () =
    let model = bumps 4
    let theta = model.Init(Seed 1, torch.float64)
    Assert.Equal<string seq>([ "centre"; "height"; "base" ], theta.Names)
    Assert.Equal(9L, model.Shapes.Numbers)
    Assert.True(Seq.forall2 same theta (model.Init(Seed 1, torch.float64)))
    Assert.Equal(0.5, theta["base"].ToDouble())
    let x = (decays 5).Sample(Seed 1, 3).SupportX.``to`` torch.float64
    let each = theta.Map(fun one -> one.expand (Array.append [| 3L |] one.shape))
    Assert.True(same (model.Forward(theta, x)) (model.Forward(each, x)))

[<Fact>]
let ``a model of one's own is trained by the kit's trainer`` () =
    let fit =
        Maml.Create(bumps 4, Losses.MeanSquaredError, 0.1)
        |> train (decays 5, iterations = 60, optimiser = Adam 0.02, quiet = true)

    Assert.True(Seq.average (Seq.skip 50 fit.History) < 0.5 * Seq.average (Seq.take 10 fit.History))

// Least squares through the origin.
let private slope =
    Learner.closedForm "least squares" Losses.MeanSquaredError (fun supportX supportY x ->
        let sum (t: torch.Tensor) = t.sum ([| 1L |], keepdim = true)
        x * sum (supportX * supportY) / sum (supportX * supportX))

[<Fact>]
let ``a learner with a closed form answers by it, after the first step`` () =
    let lines =
        Family.regression (dtype = torch.float64) (fun random ->
            let a = random.Uniform(-2.0, 2.0)
            fun x -> a * x)

    let batch = lines.Sample(Seed 4, 6)
    let fit = slope.AdaptTo(slope.Init(Seed 0), batch, 2)
    Assert.True(near 1e-12 (fit.Predict(2, batch.QueryX)) batch.QueryY)
    Assert.True(near 0.0 (fit.Predict(0, batch.QueryX)) (torch.zeros_like batch.QueryY))
    Assert.Equal(0, slope.MetaGradient(Parameters.Empty, batch).Gradients.Count)

[<Fact>]
let ``a learner's gradient goes through what its answers are made of`` () =
    // Ridge regression through the origin whose strength is learned, as ln λ.
    let ridge =
        Learner.create
            "ridge"
            (fun _ -> parameters [ "log_strength", torch.tensor 0.0 ])
            Losses.MeanSquaredError
            (fun meta supportX supportY x ->
                let sum (t: torch.Tensor) = t.sum ([| 1L |], keepdim = true)
                x * sum (supportX * supportY) / (sum (supportX * supportX) + meta["log_strength"].exp()))

    let noisy =
        Family.regression (shots = 3, noise = 2.0, dtype = torch.float64) (fun random ->
            let a = random.Uniform(-1.0, 1.0)
            fun x -> a * x)

    let batch = noisy.Sample(Seed 5, 8)

    let at (value: float) =
        parameters [ "log_strength", torch.tensor (value, dtype = torch.float64) ]

    let loss value =
        Losses.MeanSquaredError
            .Of(ridge.AdaptTo(at value, batch, 1).Predict(1, batch.QueryX), batch.QueryY)
            .mean()
            .ToDouble()

    let gradient = ridge.MetaGradient((at 0.3).Leaves(), batch)
    Assert.Equal(loss 0.3, gradient.Losses.mean().ToDouble(), 12)
    let measured = (loss (0.3 + 1e-5) - loss (0.3 - 1e-5)) / 2e-5
    Assert.Equal(1.0, gradient.Gradients[0].ToDouble() / measured, 6)

// As notebook 18 has it: a step of its own for each task, taken while it answers.
[<Fact>]
let ``a learner of one's own may take a gradient while it answers`` () =
    let model, loss = Mlp(1, 6, 1), Losses.MeanSquaredError

    let own =
        Learner.create "own MAML" (fun seed -> model.Init seed) loss (fun theta x y query ->
            let perTask = theta.Map(fun t -> t.expand [| x.shape[0]; yield! t.shape |])
            let support at = loss.Of(model.Forward(at, x), y).sum()
            let slopes = Gradient.Of("support", perTask, support, differentiable = true)
            model.Forward(perTask - 0.1 * slopes, query))

    let kits = Maml.Create(model, loss, 0.1)
    let batch = Sinusoids(DType = torch.float64).Sample(Seed 1, 3)
    let meta = kits.Init(Seed 2, torch.float64).Leaves()

    let answers (learner: ILearner) =
        learner.AdaptTo(meta, batch, 1).Predict(1, batch.QueryX)

    Assert.True(near 1e-12 (answers own) (answers kits))

// As notebook 13 has it.
let private prototypes (embedding: IModel) =
    Learner.create
        "own ProtoNet"
        (fun seed -> embedding.Init seed)
        Losses.CrossEntropy
        (fun theta supportX supportY x ->
            let shots, asked = supportX.shape[1], x.shape[1]
            let z = embedding.Forward(theta, torch.cat ([| supportX; x |], 1L))
            let support, queries = z.narrow (1L, 0L, shots), z.narrow (1L, shots, asked)
            let isOf = torch.nn.functional.one_hot(supportY).``to`` z.dtype
            let sums, counts = isOf.transpose(1L, 2L).matmul support, isOf.sum [| 1L |]
            -(queries.unsqueeze 2L - (sums / counts.unsqueeze -1L).unsqueeze 1L).square().sum [| -1L |])

[<Fact>]
let ``a prototypical network of one's own is the kit's`` () =
    let glyphs = Glyphs(Characters = 6, Hands = 6).Draw(Seed 1).Flattened()

    let batch =
        NWayKShot(glyphs, Way = 3, Shots = 2, Queries = 4, DType = torch.float64).Sample(Seed 6, 5)

    let embedding = Mlp(Glyphs.Side * Glyphs.Side, 16, 8)
    let own, kits = prototypes embedding, ProtoNet embedding
    Assert.True(Seq.forall2 same (own.Init(Seed 7)) (kits.Init(Seed 7)))
    let theta = kits.Init(Seed 7, torch.float64)

    let answers (learner: ILearner) =
        learner.AdaptTo(theta, batch, 1).Predict(1, batch.QueryX)

    Assert.True(near 1e-12 (answers own) (answers kits))

    let gradient (learner: ILearner) =
        learner.MetaGradient(theta.Leaves(), batch).Gradients
    // Not relative to the largest: the last bias shifts all embeddings alike, and its gradient is rounding alone.
    let apart (a: torch.Tensor) (b: torch.Tensor) = (a - b).abs().max().ToDouble()
    Assert.True(Seq.max (Seq.map2 apart (gradient own) (gradient kits)) < 1e-12)

[<Fact>]
let ``a learner's rule and steps are changed from F#`` () =
    let maml = Maml.Create(bumps 4, Losses.MeanSquaredError, 0.1)
    let other = maml.WithRule(GradientStep 0.2, learned = true).WithSteps 3
    Assert.Equal(GradientStep 0.2 :> IInnerRule, other.Rule)
    Assert.True other.LearnsRule
    Assert.Equal(3, other.Steps)
    Assert.Equal<string seq>([ "centre"; "height"; "base"; "rule.rate" ], other.Init(Seed 1).Names)
    Assert.True(other.WithRule(GradientStep 0.3).LearnsRule)
    Assert.False(maml.WithRule(GradientStep 0.3).LearnsRule)
