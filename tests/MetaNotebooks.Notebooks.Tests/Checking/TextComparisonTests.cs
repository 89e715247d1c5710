using MetaNotebooks.Notebooks.Checking;

namespace MetaNotebooks.Notebooks.Tests.Checking;

/// <summary>Words are compared as words, numbers as numbers.</summary>
public sealed class TextComparisonTests
{
    [Theory]
    [InlineData("loss 0.5000000", "loss 0.5000001")]
    [InlineData("1.0e-05 ± 2", "0.00001 ± 2.000001")]
    [InlineData("5,000 of 5,000", "5000 of 5000")]
    [InlineData("−1.5", "-1.5")]
    [InlineData("rounding left 1.1e-16", "rounding left -3.3e-16")]
    [InlineData("10 %\r50 %\r100 %\ndone", "100 %\ndone")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("<td>0.25</td>", "<td>0.2500001</td>")]
    [InlineData("NaN, ∞", "NaN, ∞")]
    public void Same(string stored, string came) => Assert.Null(Find(stored, came));

    [Theory]
    [InlineData("loss 0.5000", "loss 0.5001")]
    [InlineData("loss 0.5", "gain 0.5")]
    [InlineData("loss 0.5", "loss 0.5 0.5")]
    [InlineData("loss 0.5", "loss -0.5")]
    [InlineData("loss 0.5", "loss NaN")]
    [InlineData("1 2", "12")]
    [InlineData("layer1 is 3", "layer2 is 3")]
    [InlineData("3-5", "3 5")]
    [InlineData("one", "one\ntwo")]
    [InlineData("1e-11", "2e-11")]
    public void Different(string stored, string came) => Assert.NotNull(Find(stored, came));

    [Fact]
    public void TheFirstLineThatDiffersIsShown() =>
        Assert.Equal(
            new Difference("line 2", "loss 0.5", "loss 0.6"),
            Find("start\nloss 0.5\n1", "start\nloss 0.6\n2")
        );

    [Fact]
    public void ToleranceIsAPartOfTheLargerNumber()
    {
        Assert.Null(TextComparison.Find("100", "109.9", new Tolerance(0.1)));
        Assert.NotNull(TextComparison.Find("100", "112", new Tolerance(0.1)));
        Assert.NotNull(TextComparison.Find("1", "1.0000001", new Tolerance(0)));
    }

    private static Difference? Find(string stored, string came) =>
        TextComparison.Find(stored, came, new Tolerance(Tolerance.Usual));
}
