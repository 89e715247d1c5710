namespace MetaNotebooks.Tests;

public sealed class NWayKShotTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void AnEpisodeIsDistinctClassesWithDistinctExamples()
    {
        var family = new NWayKShot(FewShotSamplerCases.Numbered(7, 9))
        {
            Way = 4,
            Shots = 2,
            Queries = 3,
        };
        var batch = family.Sample(1, 200);
        Assert.Equal([200, 8, 1], batch.SupportX.shape);
        Assert.Equal(ScalarType.Int64, batch.SupportY.dtype);
        for (var t = 0; t < 200; t++)
        {
            var (support, query) = (batch.SupportX[t].Doubles(), batch.QueryX[t].Doubles());
            Assert.Equal(20, support.Concat(query).Distinct().Count());
            var labels = batch.SupportY[t].Doubles();
            Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], labels);
            Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], batch.QueryY[t].Doubles());
            // One class a label, in support and query alike, and no class twice.
            var classes = support.Zip(labels, (x, y) => (Class: (int)x / 9, y)).Distinct().ToArray();
            Assert.Equal(4, classes.Length);
            Assert.Equal(4, classes.Select(pair => pair.Class).Distinct().Count());
            Assert.Equal(classes, query.Zip(batch.QueryY[t].Doubles(), (x, y) => ((int)x / 9, y)).Distinct());
        }
    }

    [Fact]
    public void EveryClassGetsEveryLabelAndEveryExampleItsTurn()
    {
        var family = new NWayKShot(FewShotSamplerCases.Numbered(5, 4))
        {
            Way = 5,
            Shots = 1,
            Queries = 1,
        };
        var batch = family.Sample(2, 2000);
        var x = batch.SupportX.Doubles();
        for (var label = 0; label < 5; label++)
        {
            var drawn = x.Where((_, i) => i % 5 == label)
                .GroupBy(v => v)
                .ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal(20, drawn.Count);
            // 2000 draws of 20: 100 each, deviation 10.
            Assert.All(drawn.Values, count => Assert.InRange(count, 55, 145));
        }
    }

    [Fact]
    public void ImpossibleEpisodesAreNamed()
    {
        string Error(NWayKShot family) =>
            Assert.ThrowsAny<ArgumentException>(() => family.Sample(1, 1)).Message;
        Assert.Contains(
            "Way is 8; expected 2 to 7",
            Error(new(FewShotSamplerCases.Numbered(7, 20)) { Way = 8 })
        );
        Assert.Contains(
            "Way is 1; expected 2 to 7",
            Error(new(FewShotSamplerCases.Numbered(7, 20)) { Way = 1 })
        );
        var uneven = new LabelledSet(zeros(30, 1), ["many", "few"], [25, 5]);
        Assert.Contains(
            "Shots + Queries is 6; expected at most 5: class 'few' has 5 examples",
            Error(
                new(uneven)
                {
                    Way = 2,
                    Shots = 1,
                    Queries = 5,
                }
            )
        );
        // More than an int can count.
        Assert.Contains(
            "Shots + Queries is 4294967294; expected at most 25",
            Error(
                new(uneven)
                {
                    Way = 2,
                    Shots = int.MaxValue,
                    Queries = int.MaxValue,
                }
            )
        );
    }

    [Fact]
    public void AClassWithTooFewExamplesIsNamedWithItsFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, "x,kind\n1,many\n2,many\n3,many\n4,few\n");
        var set = LabelledTable.Read(path, "kind").ToSet();
        File.Delete(path);
        foreach (var part in (LabelledSet[])[set, set.Where(_ => true), set.Flattened()])
            Assert.Contains(
                $"Shots + Queries is 2; expected at most 1: class 'few' of {path} has 1 examples",
                Assert
                    .Throws<ArgumentException>(() =>
                        new NWayKShot(part)
                        {
                            Way = 2,
                            Shots = 1,
                            Queries = 1,
                        }.Sample(1, 1)
                    )
                    .Message
            );
    }
}
