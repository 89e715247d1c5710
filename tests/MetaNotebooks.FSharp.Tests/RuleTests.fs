module MetaNotebooks.FSharp.Tests.RuleTests

open MetaNotebooks
open TorchSharp
open Xunit

let private model = Mlp(1, 6, 1, Activation = Activation.Tanh)
let private mse = Losses.MeanSquaredError

let private heavyBall rate momentum =
    Rule.stateful [ "rate", rate; "momentum", momentum ] _.Zeros() (fun rho theta gradient velocity ->
        let velocity = rho["momentum"] * velocity + gradient
        theta - rho["rate"] * velocity, velocity)

let private tasks =
    Sinusoids(Shots = 5, Queries = 5, DType = torch.float64).Sample(Seed 1, 3)

let private adapted (rule: IInnerRule) =
    let start = model.Init(Seed 2, torch.float64)
    let rho = rule.Init(model.Shapes, Seed 0, torch.float64)
    Adaptation.Run(model, mse, rule, start, rho, tasks.SupportX, tasks.SupportY, 4)

[<Fact>]
let ``a rule of one's own is the kit's, where it says the same`` () =
    let own =
        Rule.create [ "rate", 0.05 ] (fun rho theta gradient -> theta - rho["rate"] * gradient)

    let kits = (adapted (GradientStep 0.05)).Final
    Assert.True(Seq.forall2 (near 0.0) (adapted own).Final kits)
    Assert.True(Seq.forall2 (near 1e-14) (adapted (heavyBall 0.05 0.0)).Final kits)
    Assert.False(Seq.forall2 (near 1e-3) (adapted (heavyBall 0.05 0.9)).Final kits)

[<Fact>]
let ``what is remembered goes from step to step`` () =
    // v after two steps of gradients g0 and g1 is 0.5 g0 + g1, so θ moves by 0.1 (g0 + 0.5 g0 + g1).
    let linear = Linear(1, 1, Bias = false)
    let x = torch.ones (1L, 1L, 1L, dtype = torch.float64)
    let y = torch.zeros_like x
    let start = parameters [ "weight", torch.ones (1L, 1L, dtype = torch.float64) ]
    let rule = heavyBall 0.1 0.5
    let rho = rule.Init(linear.Shapes, Seed 0, torch.float64)
    let run = Adaptation.Run(linear, mse, rule, start, rho, x, y, 2)
    // Loss θ², gradient 2θ: θ₁ = 0.8; v₂ = 1 + 1.6; θ₂ = 0.8 − 0.26.
    Assert.Equal(0.54, run.Final["weight"].ToDouble(), 12)
    Assert.Equal(2.6, run.State["weight"].ToDouble(), 12)

[<Fact>]
let ``the meta-gradient goes through it, to its numbers too`` () =
    let learner =
        AdaptiveLearner(
            "own",
            model,
            mse,
            heavyBall 0.05 0.5,
            3,
            ThroughAdaptation Derivatives.Second,
            LearnsRule = true
        )

    let meta = learner.Init(Seed 3, torch.float64)
    Assert.True(meta.Has "rule.rate" && meta.Has "rule.momentum")
    let gradient = learner.MetaGradient(meta.Leaves(), tasks).Gradients

    let outer (meta: Parameters) =
        mse.Of(learner.AdaptTo(meta, tasks, 3).Predict(3, tasks.QueryX), tasks.QueryY).mean().ToDouble()

    for name in [ "rule.rate"; "rule.momentum"; "head.bias" ] do
        let shifted (h: float) =
            meta.With(parameters [ name, meta[name] + torch.tensor h ])

        let measured = (outer (shifted 1e-6) - outer (shifted -1e-6)) / 2e-6
        Assert.Equal(1.0, gradient[name].sum().ToDouble() / measured, 5)
