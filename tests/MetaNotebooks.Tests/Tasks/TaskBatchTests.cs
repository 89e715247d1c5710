namespace MetaNotebooks.Tests;

public class TaskBatchTests
{
    [Fact]
    public void PartsThatDoNotFitAreNamed()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (zeros(3, 5, 1), zeros(3, 5, 1));
        Assert.Contains("supportX has shape [5]; expected [T, n, …]", Error(() => new(zeros(5), y, x, y)));
        Assert.Contains(
            "supportY has shape [3, 4, 1]; expected [3, 5, …]",
            Error(() => new(x, zeros(3, 4, 1), x, y))
        );
        Assert.Contains(
            "queryX has shape [2, 5, 1]; expected [3, 5, …]",
            Error(() => new(x, y, zeros(2, 5, 1), y))
        );
        Assert.Contains(
            "queryX is Float32 [3, 5, 2]; expected it like supportX, Float32 [3, 5, 1]",
            Error(() => new(x, y, zeros(3, 5, 2), y))
        );
        Assert.Contains(
            "queryY is Int64 [3, 5, 1]; expected it like supportY, Float32 [3, 5, 1]",
            Error(() => new(x, y, x, y.to(ScalarType.Int64)))
        );
        Assert.Contains(
            "queryY has shape [3, 5, 1]; expected [3, 7, …]",
            Error(() => new(x, y, zeros(3, 7, 1), y))
        );
    }

    private static string Error(Func<TaskBatch> act) => Assert.ThrowsAny<ArgumentException>(act).Message;
}
