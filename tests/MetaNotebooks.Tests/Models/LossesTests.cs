namespace MetaNotebooks.Tests;

public class LossesTests
{
    [Fact]
    public void MeanSquaredErrorIsAMeanOverPointsAndOutputsATask()
    {
        using var scope = NewDisposeScope();
        var prediction = tensor([1.0, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]);
        var target = tensor([1.0, 0, 0, 4, 5, 6, 7, 6], [2, 2, 2]);
        Assert.Equal([(4 + 9) / 4.0, 1.0], Losses.MeanSquaredError.Of(prediction, target).Doubles());
    }

    [Fact]
    public void CrossEntropyIsMinusTheLogOfTheTargetsProbability()
    {
        using var scope = NewDisposeScope();
        double[] logits = [0.2, -1, 3, 0.5, 0.5, 0.5, 2, 0, -2, 1, 1, 4];
        long[] target = [2, 0, 1, 2];
        var expected = new double[2];
        for (var row = 0; row < 4; row++)
        {
            var z = logits[(3 * row)..(3 * row + 3)];
            expected[row / 2] += (Math.Log(z.Sum(Math.Exp)) - z[target[row]]) / 2;
        }
        var actual = Losses.CrossEntropy.Of(tensor(logits, [2, 2, 3]), tensor(target, [2, 2])).Doubles();
        Assert.Equal(expected[0], actual[0], 1e-12);
        Assert.Equal(expected[1], actual[1], 1e-12);
    }

    [Fact]
    public void AccuracyCountsTheLargestLogit()
    {
        using var scope = NewDisposeScope();
        var logits = tensor([0.2, -1, 3, 0.5, 0.6, 0.5, 2, 0, -2, 1, 1, 4], [2, 2, 3]);
        Assert.Equal([0.5, 1.0], Losses.Accuracy.Of(logits, tensor([2L, 0, 0, 2], [2, 2])).Doubles());
    }
}
