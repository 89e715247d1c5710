namespace MetaNotebooks.Tests;

/// <summary>Names and shapes, and tensors that are given these names.</summary>
public sealed class ParameterShapesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static readonly ParameterShapes Pair = ParameterShapes.Of(("weight", [2, 3]), ("bias", []));

    private static string Error(Action act) => Assert.Throws<ArgumentException>(act).Message;

    [Fact]
    public void TheyAreTheirNamesAndShapesInOrder()
    {
        Assert.Equal(["weight", "bias"], Pair.Names);
        Assert.Equal(
            [
                [2, 3],
                [],
            ],
            Pair
        );
        Assert.Equal((2, 7L), (Pair.Count, Pair.Numbers));
        Assert.Equal([2, 3], Pair["weight"]);
        Assert.Equal([], Pair[1]);
        Assert.Equal("weight [2, 3], bias []", Pair.ToString());
        Assert.Equal(0, ParameterShapes.Of().Numbers);
        Assert.Equal(
            ["body.weight", "body.bias", "weight", "bias"],
            ParameterShapes.Join(("body", Pair), ("", Pair)).Names
        );
        Assert.Equal(
            [
                [5, 2, 3],
                [5],
            ],
            Pair.Map(shape => [5, .. shape])
        );
        Assert.Equal("bias []", Pair.Only(name => name != "weight").ToString());
    }

    [Fact]
    public void WrongNamesAreNamed()
    {
        Assert.Contains(
            "There is no parameter 'head'; expected one of 'weight', 'bias'.",
            Error(() => _ = Pair["head"])
        );
        Assert.Contains(
            "The parameters' names are 'a', 'a'; expected none twice.",
            Error(() => ParameterShapes.Of(("a", [1]), ("a", [2])))
        );
        Assert.Contains("A parameter's name is empty", Error(() => ParameterShapes.Of(("", [1]))));
        Assert.Contains(
            "expected none twice",
            Error(() => ParameterShapes.Join(("head", Pair), ("head", Pair)))
        );
    }

    [Fact]
    public void TensorsGetTheNamesInOrder()
    {
        Tensor[] tensors = [zeros(2, 3), zeros([])];
        foreach (var named in (Parameters[])[Pair.Named(tensors), Pair.Named(tensors[0], tensors[1])])
        {
            Assert.Equal(Pair.Names, named.Names);
            Assert.Same(tensors[0], named["weight"]);
            Assert.Equal(Pair, named.Shapes);
            Assert.Equal(Pair.Names, named.Shapes.Names);
        }
        // One set a task is named so too.
        Assert.Equal([4, 2, 3], Pair.Named(zeros(4, 2, 3), zeros(4))["weight"].shape);
        Assert.Contains(
            "tensors are 1; expected 2, to be named 'weight', 'bias'.",
            Error(() => Pair.Named(tensors[0]))
        );
        Assert.Contains("tensors are 3; expected 2", Error(() => Pair.Named([.. tensors, tensors[0]])));
    }

    // The names are part of the files: they stay as they are.
    [Fact]
    public void TheModelsAndRulesHaveTheseNames()
    {
        void Names(string expected, IEnumerable<string> actual) =>
            Assert.Equal(expected, string.Join(' ', actual));
        var network = new Mlp(1, 3, 2, 1).Shapes;
        Names("weight bias", new Linear(2, 1).Shapes.Names);
        Names(
            "weight",
            new Linear(2, 1) { Bias = false }
                .Shapes
                .Names
        );
        Names("body.0.weight body.0.bias body.1.weight body.1.bias head.weight head.bias", network.Names);
        Names("head.weight head.bias", new Mlp(1, 1).Shapes.Names);
        Names(
            "0.kernel 0.scale 0.shift 1.kernel 1.scale 1.shift 2.kernel 2.scale 2.shift 3.kernel 3.scale 3.shift",
            new Conv4(5, 2).Shapes.Names
        );
        Names("weight_ih weight_hh bias_ih bias_hh", new LstmCell(1, 1).Shapes.Names);
        Names(
            "words body.weight_ih body.weight_hh body.bias_ih body.bias_hh head.weight head.bias",
            new LstmClassifier(3, 2).Shapes.Names
        );
        var layer = new Linear(2, 2) { Bias = false };
        Names("head.weight", new Chain(layer).Shapes.Names);
        Names("body.weight head.weight", new Chain(layer, layer).Shapes.Names);
        Names("body.0.weight body.1.weight head.weight", new Chain(layer, layer, layer).Shapes.Names);

        IEnumerable<string> Of(IInnerRule rule) => rule.Init(layer.Shapes, 1).Names;
        IEnumerable<string> State(IInnerRule rule) =>
            rule.Begin(rule.Init(layer.Shapes, 1), layer.Init(1).Map(part => part.unsqueeze(0))).Names;
        Names("rate", Of(new GradientStep(1)));
        Names("rate.weight", Of(new GradientStep(1) { PerParameter = true }));
        Names("log_rate log_strength", Of(new RegularisedStep(1, 1)));
        Names("rate", Of(new AdamStep(1)));
        Names("power1 power2 first.weight second.weight", State(new AdamStep(1)));
        Names(
            "first.weight_ih first.weight_hh first.bias_ih first.bias_hh "
                + "second.weight_ih second.weight_hh second.bias_ih second.bias_hh output.weight output.bias",
            Of(new LearnedStep(1))
        );
        Names("first.h first.c second.h second.c", State(new LearnedStep(1)));
        Names(
            "cell.weight_ih cell.weight_hh cell.bias_ih cell.bias_hh "
                + "forget.weight forget.bias input.weight input.bias",
            Of(new LstmStep(1))
        );
        Names("h c forget input", State(new LstmStep(1)));
        Names(
            "rate.body.0.weight rate.body.0.bias",
            new HeadOnly(new GradientStep(1) { PerParameter = true }, "body.0").Init(network, 1).Names
        );
        Names(
            "weight bias rule.rate.weight rule.rate.bias",
            MetaSgd.Create(new Linear(1, 1), Losses.MeanSquaredError).Init(1).Names
        );
    }
}
