namespace MetaNotebooks.Tests;

public sealed class ParametersTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    private static Tensor Of(params double[] values) => tensor(values);

    private static Parameters Small =>
        Parameters.Of(
            ("body.0.weight", Of(1, 2)),
            ("body.0.bias", Of(3)),
            ("head.weight", Of(4, 5)),
            ("header", Of(6))
        );

    private static string Refused(Func<object> act) => Assert.ThrowsAny<ArgumentException>(act).Message;

    [Fact]
    public void ATensorIsFoundByItsNameAndByItsPlace()
    {
        var all = Small;
        Assert.Equal(["body.0.weight", "body.0.bias", "head.weight", "header"], all.Names);
        Assert.Same(all[2], all["head.weight"]);
        Assert.Equal(6, all.Numbers);
        Assert.True(all.Has("header"));
        Assert.False(all.Has("head"));
        Assert.Equal("body.0.weight [2], body.0.bias [1], head.weight [2], header [1]", all.ToString());
        Assert.Equal(
            "<pre>body.0.weight [2], body.0.bias [1], head.weight [2], header [1]</pre>",
            all.ToHtml()
        );
        Assert.Contains(
            "no parameter 'head.bias'; expected one of 'body.0.weight', 'body.0.bias', 'head.weight', 'header'",
            Refused(() => all["head.bias"])
        );
    }

    [Fact]
    public void APartIsWhatStandsBehindItsDot()
    {
        var all = Small;
        Assert.Equal(["weight"], all.Part("head").Names);
        Assert.Equal(["0.weight", "0.bias"], all.Part("body").Names);
        Assert.Equal(["weight", "bias"], all.Part("body").Part("0").Names);
        Assert.Equal(["weight", "bias"], all.Part("body.0").Names);
        Assert.Same(all["body.0.bias"], all.Part("body.0")["bias"]);
        Assert.Contains(
            "no part 'foot'; expected one of the parameters 'body.0.weight'",
            Refused(() => all.Part("foot"))
        );
        Assert.Contains("no part 'header'", Refused(() => all.Part("header")));
        Assert.Empty(all.PartOrEmpty("foot"));
        Assert.Equal(["weight"], all.PartOrEmpty("head").Names);
    }

    [Fact]
    public void PartsArePutTogetherUnderTheirNames()
    {
        var layer = Parameters.Of(("weight", Of(1)), ("bias", Of(2)));
        var all = Parameters.Join(
            ("", Parameters.Of(("rate", Of(3)))),
            ("head", layer),
            ("none", Parameters.Empty)
        );
        Assert.Equal(["rate", "head.weight", "head.bias"], all.Names);
        Assert.Equal(layer.Select(part => part.Doubles()), all.Part("head").Select(part => part.Doubles()));
        Assert.Equal(
            ["weight", "bias", "rate"],
            Parameters.Join(layer, all.Only(name => name == "rate")).Names
        );
    }

    [Fact]
    public void NoNameIsEmptyOrThereTwice()
    {
        Assert.Contains(
            "'a', 'b', 'a'; expected none twice",
            Refused(() => Parameters.Of(("a", Of(1)), ("b", Of(2)), ("a", Of(3))))
        );
        Assert.Contains("name is empty", Refused(() => Parameters.Of(("", Of(1)))));
        Assert.Contains("expected none twice", Refused(() => Parameters.Join(Small, Small)));
        Assert.Contains("expected none twice", Refused(() => ParameterShapes.Of(("a", [1]), ("a", [2]))));
    }

    [Fact]
    public void SomeAreReplacedAndSomeKept()
    {
        var all = Small;
        var other = all.With(Parameters.Of(("head.weight", Of(7, 8)), ("body.0.bias", Of(9))));
        Assert.Equal(all.Names, other.Names);
        Assert.Equal([9], other["body.0.bias"].Doubles());
        Assert.Equal([7, 8], other["head.weight"].Doubles());
        Assert.Same(all["header"], other["header"]);
        Assert.Equal([4, 5], all["head.weight"].Doubles());
        Assert.Equal(["body.0.weight", "head.weight"], all.Only(name => name.EndsWith("weight")).Names);
        Assert.Contains("no parameter 'mine'", Refused(() => all.With(Parameters.Of(("mine", Of(1))))));
    }

    [Fact]
    public void ArithmeticIsTensorByTensor()
    {
        var (a, b) = (Small, Small.Map(part => part + 1));
        var rate = tensor(0.5);
        (Parameters Actual, Func<Tensor, Tensor, Tensor> Expected)[] all =
        [
            (a + b, (x, y) => x + y),
            (a - b, (x, y) => x - y),
            (a * b, (x, y) => x * y),
            (a / b, (x, y) => x / y),
            (rate * a, (x, _) => 0.5 * x),
            (3.0 * a, (x, _) => 3 * x),
            (a / 2.0, (x, _) => x / 2),
            (a / rate, (x, _) => x / 0.5),
            (a + 1.0, (x, _) => x + 1),
        ];
        foreach (var (actual, expected) in all)
        {
            Assert.Equal(a.Names, actual.Names);
            Assert.All(
                a.Names,
                name => Assert.Equal(expected(a[name], b[name]).Doubles(), actual[name].Doubles())
            );
        }
        var turned = Parameters.Of([.. a.Names.Zip(a).Reverse()]);
        Assert.Contains("The other parameters are 'header',", Refused(() => a + turned));
    }

    [Fact]
    public void LeavesAreCopiesWithAGradientAndDetachedHaveNone()
    {
        var made = Small.Map(part => (part * 2).requires_grad_());
        var leaves = made.Leaves();
        leaves["header"].add(1).sum().backward();
        Assert.Equal([1], leaves["header"].grad!.Doubles());
        Assert.Null(made["header"].grad);
        Assert.All(made.Detached(), part => Assert.False(part.requires_grad));
        Assert.All(made.Zeros(), part => Assert.Equal(0, part.abs().sum().ToDouble()));
    }

    [Fact]
    public void ShapesNameTensorsInTheirOrder()
    {
        var shapes = Small.Shapes;
        Assert.Equal([2L], shapes["head.weight"]);
        Assert.Equal(6, shapes.Numbers);
        Assert.Equal(Small.Names, shapes.Named(Small).Names);
        Assert.Contains(
            "tensors are 1; expected 4, to be named 'body.0.weight'",
            Refused(() => shapes.Named(Of(1)))
        );
        Assert.Contains("no parameter 'x'", Refused(() => shapes["x"]));
    }

    [Fact]
    public void AModelsParametersAreSavedUnderTheirNames()
    {
        var learner = Maml.Create(
            new Chain(new Mlp(2, 3, 2), new Linear(2, 1)),
            Losses.MeanSquaredError,
            0.1
        );
        using var file = new TemporaryFolder();
        var meta = learner.Init(1);
        learner.Save(meta, file["maml"]);
        Assert.Equal(
            [
                "body.body.0.weight",
                "body.body.0.bias",
                "body.head.weight",
                "body.head.bias",
                "head.weight",
                "head.bias",
            ],
            meta.Names
        );
        Assert.Equal(meta.Names.Order(), SafeTensors.Load(file["maml"]).Tensors.Keys.Order());
        var loaded = learner.Load(file["maml"]);
        Assert.Equal(meta.Names, loaded.Names);
        Assert.Equal(meta.Select(part => part.Doubles()), loaded.Select(part => part.Doubles()));
        // The same shapes, by other names.
        var other = Maml.Create(new Mlp(2, 3, 2, 1), Losses.MeanSquaredError, 0.1);
        Assert.Contains(
            "no tensor 'body.0.weight'",
            Assert.Throws<BadFileException>(() => other.Load(file["maml"])).Message
        );
    }
}
