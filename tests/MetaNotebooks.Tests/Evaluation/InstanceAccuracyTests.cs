namespace MetaNotebooks.Tests;

public class InstanceAccuracyTests
{
    [Fact]
    public void ItCountsEachClassFromItsFirstInstance()
    {
        using var scope = NewDisposeScope();
        // Two episodes: the labels, and what is predicted for each.
        var labels = tensor(
            [
                0L,
                1,
                0,
                0,
                1, /**/
                1,
                1,
                0,
                1,
                0,
            ],
            [2, 5]
        );
        var guesses = tensor(
            [
                1L,
                1,
                0,
                1,
                1, /**/
                0,
                1,
                1,
                1,
                0,
            ],
            [2, 5]
        );
        var logits = nn.functional.one_hot(guesses, 2).to(ScalarType.Float64);
        var accuracy = InstanceAccuracy.Of(logits, labels, 3);
        // 1st: wrong, right | wrong, wrong. 2nd: right, right | right, right. 3rd: wrong | right.
        Assert.Equal([0.25, 1, 0.5], accuracy.Select(a => a.Mean));
        Assert.Equal(0, accuracy[1].HalfWidth);
    }
}
