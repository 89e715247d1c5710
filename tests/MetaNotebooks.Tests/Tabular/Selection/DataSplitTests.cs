namespace MetaNotebooks.Tests;

public class DataSplitTests
{
    private static (Tensor X, Tensor Y) Points(int count) =>
        (arange(count, ScalarType.Float64).unsqueeze(-1), -arange(count, ScalarType.Float64));

    [Theory]
    [InlineData(20, 5, 0)]
    [InlineData(23, 5, 3)]
    [InlineData(7, 7, 0)]
    public void EveryFoldValidatesOnItsOwnPointsAndTrainsOnTheOthers(int count, int folds, int leftOver)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Points(count);
        var split = DataSplit.Folds(x, y, folds, 3);
        Assert.Equal(folds, split.Tasks);
        var validated = split.QueryX.Doubles();
        Assert.Equal(count - leftOver, validated.Distinct().Count());
        Assert.Equal(validated.Length, validated.Distinct().Count());
        for (var fold = 0; fold < folds; fold++)
        {
            double[] all = [.. split.SupportX[fold].Doubles(), .. split.QueryX[fold].Doubles()];
            Assert.Equal(x.Doubles(), all.Order());
        }
        Assert.Equal((-split.SupportX).Doubles(), split.SupportY.Doubles());
        Assert.Equal((-split.QueryX).Doubles(), split.QueryY.Doubles());
        Assert.NotEqual(validated, DataSplit.Folds(x, y, folds, 4).QueryX.Doubles());
        Assert.Equal(validated, DataSplit.Folds(x, y, folds, 3).QueryX.Doubles());
    }

    [Theory]
    [InlineData(20, 0.25, 5)]
    [InlineData(10, 0.01, 1)]
    [InlineData(10, 0.99, 9)]
    public void AShareIsHeldOut(int count, double share, int held)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Points(count);
        var split = DataSplit.HoldOut(x, y, share, 3);
        Assert.Equal([1, held, 1], split.QueryX.shape);
        double[] all = [.. split.SupportX.Doubles(), .. split.QueryX.Doubles()];
        Assert.Equal(x.Doubles(), all.Order());
        Assert.Equal((-split.QueryX).Doubles(), split.QueryY.Doubles());
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        var (x, y) = Points(4);
        Assert.Contains("folds is 5; expected 2 to 4", Error(() => DataSplit.Folds(x, y, 5, 0)));
        Assert.Contains("y has shape [3]; expected [4, …]", Error(() => DataSplit.Folds(x, y[..3], 2, 0)));
        Assert.Contains("share is 0; expected", Error(() => DataSplit.HoldOut(x, y, 0, 0)));
        Assert.Contains("share is 1; expected", Error(() => DataSplit.HoldOut(x, y, 1, 0)));
    }
}
