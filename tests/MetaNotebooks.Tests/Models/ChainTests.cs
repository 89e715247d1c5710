namespace MetaNotebooks.Tests;

public class ChainTests
{
    [Fact]
    public void IsItsModelsOneAfterTheOther()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Mlp(3, 4, 2), new Linear(2, 5));
        var model = new Chain(first, second);
        var x = new Random(1).Normal(0, 1, [2, 6, 3]);
        var theta = model.Init(1);
        var expected = second.Forward(theta.Part("head"), first.Forward(theta.Part("body"), x));
        Assert.Equal(expected.Doubles(), model.Forward(theta, x).Doubles());
        Assert.Equal(
            first.Shapes.Concat(second.Shapes).Select(shape => string.Join(' ', shape)),
            model.Shapes.Select(shape => string.Join(' ', shape))
        );
    }

    [Fact]
    public void NeedsAModel() =>
        Assert.Contains(
            "models is empty",
            Assert.Throws<ArgumentException>(() => new Chain(Array.Empty<IModel>())).Message
        );
}
