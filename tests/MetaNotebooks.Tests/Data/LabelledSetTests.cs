namespace MetaNotebooks.Tests;

public sealed class LabelledSetTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // Ten classes; class c has c + 2 examples, each the number c.
    private static LabelledSet Numbered()
    {
        int[] counts = [.. Enumerable.Range(2, 10)];
        var values = counts.SelectMany((count, c) => Enumerable.Repeat((float)c, count)).ToArray();
        return new(tensor(values, [values.Length, 1]), [.. counts.Select((_, c) => $"c{c}")], counts);
    }

    private static void HoldsItsOwn(LabelledSet set)
    {
        var values = set.Features.Doubles();
        for (var c = 0; c < set.Classes.Count; c++)
        {
            var number = int.Parse(set.Classes[c][1..]);
            Assert.Equal(number + 2, set.Counts[c]);
            Assert.All(
                values.Skip((int)set.Start(c)).Take(set.Counts[c]),
                value => Assert.Equal(number, value)
            );
        }
    }

    [Fact]
    public void PartsHaveNoClassInCommonAndKeepTheirExamples()
    {
        var set = Numbered();
        var parts = set.Split(3, 5, 3, 2);
        Assert.Equal([5, 3, 2], parts.Select(part => part.Classes.Count));
        Assert.Equal(set.Classes.Order(), parts.SelectMany(part => part.Classes).Order());
        Assert.All(parts, HoldsItsOwn);
        Assert.Equal(parts[0].Classes, set.Split(3, 5, 3, 2)[0].Classes);
        Assert.NotEqual(parts[0].Classes, set.Split(4, 5, 3, 2)[0].Classes);
    }

    [Fact]
    public void ClassesAreTakenByNameOrByTest()
    {
        var set = Numbered();
        Assert.Equal(["c7", "c1"], set.Only(["c7", "c1"]).Classes);
        HoldsItsOwn(set.Only(["c7", "c1"]));
        HoldsItsOwn(set.Where(name => name != "c3"));
        Assert.Equal(9, set.Where(name => name != "c3").Classes.Count);
    }

    [Fact]
    public void RotationsAreClassesOfTheirOwn()
    {
        var set = new LabelledSet(tensor([1f, 2, 3, 4], [1, 2, 2]), ["a"], [1]).WithRotations();
        Assert.Equal(["a", "a, turned 90°", "a, turned 180°", "a, turned 270°"], set.Classes);
        // 1 2 over 3 4, turned counter-clockwise each time.
        Assert.Equal([1, 2, 3, 4, 2, 4, 1, 3, 4, 3, 2, 1, 3, 1, 4, 2], set.Features.Doubles());
        Assert.Equal([4, 4], set.Flattened().Features.shape);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void ANumberThatIsNotFiniteIsNamedByItsRow(float value)
    {
        foreach (var type in (ScalarType[])[ScalarType.Float32, ScalarType.Float64, ScalarType.Float16])
        {
            var features = ones([6, 2, 2], type);
            features[4, 1, 0] = value;
            Assert.StartsWith(
                "features has a number that is not finite in row 4, example 2 of class 'b'",
                Assert
                    .Throws<ArgumentException>(() => new LabelledSet(features, ["a", "b", "c"], [2, 3, 1]))
                    .Message
            );
        }
        Assert.Equal(2, new LabelledSet(arange(2), ["a"], [2]).Features.numel());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        var set = Numbered();
        string Error(Action act) => Assert.ThrowsAny<Exception>(act).Message;
        Assert.Contains(
            "sizes is [8, 3], 11 in all; the set has 10 classes",
            Error(() => set.Split(1, 8, 3))
        );
        Assert.Contains("sizes is 0; expected at least 1", Error(() => set.Split(1, 0)));
        Assert.Contains("classes holds 'x'; the set has no class", Error(() => set.Only(["x"])));
        Assert.Contains("No class is chosen", Error(() => set.Where(_ => false)));
        Assert.Contains(
            "Features has shape [65, 1]; expected square images",
            Error(() => set.WithRotations())
        );
        Assert.Contains(
            "features has shape [3, 1]; expected [4",
            Error(() => new LabelledSet(zeros(3, 1), ["a"], [4]))
        );
        Assert.Contains("'a' 2 times", Error(() => new LabelledSet(zeros(2, 1), ["a", "a"], [1, 1])));
        Assert.Contains("class 'b' is 0", Error(() => new LabelledSet(zeros(1, 1), ["a", "b"], [1, 0])));
        Assert.Contains(
            "counts has 1 entries for 2",
            Error(() => new LabelledSet(zeros(1, 1), ["a", "b"], [1]))
        );
    }
}
