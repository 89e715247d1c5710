namespace MetaNotebooks.Tests;

/// <summary>What every model must hold to, written once.</summary>
public class ModelContract
{
    public static TheoryData<string> Models => [.. Members.Keys];

    private static readonly Dictionary<string, IModel> Members = new()
    {
        ["linear"] = new Linear(3, 2),
        ["linear without bias"] = new Linear(3, 2) { Bias = false },
        ["relu"] = new Mlp(3, 5, 4, 2),
        ["tanh"] = new Mlp(3, 5, 2) { Activation = Activation.Tanh },
        ["chain"] = new Chain(new Linear(3, 4), new Mlp(4, 5, 2)),
        ["attention"] = new Chain(new Linear(3, 4), new SelfAttention(4, 2), new Linear(4, 2)),
        ["linear attention"] = new Chain(
            new Linear(3, 4),
            new SelfAttention(4, 2) { Linear = true },
            new Linear(4, 2)
        ),
        ["sine"] = new Mlp(3, 5, 2) { Activation = Activation.Sine },
        ["identity"] = new Mlp(3, 5, 2) { Activation = Activation.Identity },
    };

    private static Tensor Points(params long[] shape) =>
        new Random(1).Normal(0, 1, shape, ScalarType.Float64);

    [Theory]
    [MemberData(nameof(Models))]
    public void InitHasTheShapesAndDependsOnTheSeedOnly(string name)
    {
        using var scope = NewDisposeScope();
        var model = Members[name];
        var theta = model.Init(1);
        Assert.Equal(model.Shapes, theta.Select(t => t.shape));
        Assert.All(theta, t => Assert.Equal(ScalarType.Float32, t.dtype));
        Assert.Equal(theta.Select(t => t.Doubles()), model.Init(1).Select(t => t.Doubles()));
        Assert.All(theta.Zip(model.Init(2)), p => Assert.NotEqual(p.First.Doubles(), p.Second.Doubles()));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void OneSetOfParametersATaskIsEachTaskByItself(string name)
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Members[name], Points(4, 6, 3));
        var each = Enumerable.Range(0, 4).Select(t => model.Init(t, ScalarType.Float64)).ToArray();
        var together = Parameters.Stack(each);
        var batched = model.Forward(together, x);
        for (var t = 0; t < 4; t++)
            Assert.True(Numbers.RelativeError(batched[t], model.Forward(each[t], x[t])) < 1e-14);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void SharedParametersServeAllTasks(string name)
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Members[name], Points(4, 6, 3));
        var theta = model.Init(1, ScalarType.Float64);
        var batched = model.Forward(theta, x);
        Assert.Equal([4, 6, 2], batched.shape);
        for (var t = 0; t < 4; t++)
            Assert.True(Numbers.RelativeError(batched[t], model.Forward(theta, x[t])) < 1e-14);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void GradientReachesEveryParameterAndEqualsFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Members[name], Points(2, 6, 3));
        var theta = model.Init(1, ScalarType.Float64).Leaves();
        Tensor F(Parameters at) => model.Forward(at, x).square().sum();
        var gradients = autograd.grad([F(theta)], [.. theta], retain_graph: false, create_graph: false);
        var differences = Numbers.CentralDifferences(at => F(at).ToDouble(), theta);
        Assert.All(
            gradients.Zip(differences),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-7)
        );
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void InputsOfAnotherSizeAreNamed(string name)
    {
        using var scope = NewDisposeScope();
        var model = Members[name];
        var error = Assert.Throws<ArgumentException>(() => model.Forward(model.Init(1), zeros(4, 6, 2)));
        Assert.Contains("x has shape [4, 6, 2]; expected [T, n, 3]", error.Message);
    }
}
