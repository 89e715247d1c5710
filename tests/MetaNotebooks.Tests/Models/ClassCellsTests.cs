namespace MetaNotebooks.Tests;

public class ClassCellsTests
{
    private static ClassCells Model =>
        new(
            new(2, 3),
            4,
            new Random(1).Normal(0, 1, [6, 2], ScalarType.Float64),
            new Random(2).Normal(0, 1, [3, 1], ScalarType.Float64)
        );

    private static Tensor Sentences => tensor(new long[] { 2, 3, 1, 4, 0, 0, 5, 2, 0, 3, 3, 3 }, [2, 2, 3]);

    [Fact]
    public void SharedParametersServeAllTasksAndATaskAlone()
    {
        using var scope = NewDisposeScope();
        var model = Model;
        var theta = model.Init(1, ScalarType.Float64);
        Assert.Equal(model.Shapes, theta.Select(part => part.shape));
        var together = model.Forward(theta, Sentences);
        Assert.Equal([2, 2, 4], together.shape);
        for (var t = 0; t < 2; t++)
            Assert.True(Numbers.RelativeError(together[t], model.Forward(theta, Sentences[t])) < 1e-14);
    }

    [Fact]
    public void ACellScoresItsOwnClassAndNoOther()
    {
        using var scope = NewDisposeScope();
        var model = Model;
        var each = model.Init(1, ScalarType.Float64).Map(part => stack([part, part]));
        var before = model.Forward(each, Sentences).Doubles();
        // Class 2 of task 1 gets another W_ih.
        var moved = each["weight_ih"].clone();
        moved[1][2].add_(0.5);
        var after = model.Forward(each.With(Parameters.Of(("weight_ih", moved))), Sentences).Doubles();
        for (var i = 0; i < before.Length; i++)
            Assert.Equal(i / 8 == 1 && i % 4 == 2, before[i] != after[i]);
    }
}
