namespace MetaNotebooks.Tests;

public sealed class AssaysTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        from classes in new[] { false, true }
        select new SamplerCase(
            classes ? "assays, active or not" : "assays, activity",
            (k, q) =>
                new Assays
                {
                    Classes = classes,
                    Shots = k,
                    Queries = q,
                }
        );

    private static readonly Assays Family = new() { Shots = 30, DType = ScalarType.Float64 };

    [Fact]
    public void FingerprintsAreBitsAndNoCompoundIsTwiceInATask()
    {
        using var scope = NewDisposeScope();
        var tasks = Family.Sample(1, 20);
        var compounds = cat([tasks.SupportX, tasks.QueryX], 1);
        Assert.All(compounds.Doubles(), bit => Assert.True(bit is 0 or 1));
        for (var t = 0; t < 20; t++)
            Assert.Equal(
                50,
                compounds[t].Doubles().Chunk(64).Select(c => string.Concat(c)).Distinct().Count()
            );
    }

    // What each bit is worth to each target, asked one bit at a time, is a combination of two substructures' rows.
    [Fact]
    public void EveryTargetIsASparseRuleOnTheSharedSubstructures()
    {
        using var scope = NewDisposeScope();
        var substructures = Family.SubstructureMatrix();
        Assert.All(substructures.sum([1L]).Doubles(), bits => Assert.Equal(6, bits));
        var tasks = Family.Sample(2, 30);
        var worth = tasks.Truth!(eye(64, dtype: ScalarType.Float64).expand(30, 64, 64)).squeeze(-1);
        var other = Family.Sample(3, 1).Truth!(eye(64, dtype: ScalarType.Float64).unsqueeze(0));
        Assert.NotEqual(worth[0].Doubles(), other.Doubles());
        // Least squares on the eight rows: the weights come back, two of them not 0, and nothing is left over.
        var gram = substructures.matmul(substructures.t());
        var weights = linalg.solve(gram, substructures.matmul(worth.t())).t();
        Assert.True(Numbers.RelativeError(weights.matmul(substructures), worth) < 1e-10);
        foreach (var rule in weights.Doubles().Chunk(8))
        {
            var relevant = rule.Where(w => Math.Abs(w) > 1e-9).ToArray();
            Assert.Equal(2, relevant.Length);
            Assert.All(relevant, w => Assert.InRange(Math.Abs(w) * 6, 1, 2));
        }
    }

    [Fact]
    public void AboutHalfOfTheCompoundsAreActiveAndActivityDecides()
    {
        using var scope = NewDisposeScope();
        var classes = (Family with { Classes = true }).Sample(4, 200);
        Assert.Equal(ScalarType.Int64, classes.SupportY.dtype);
        Assert.InRange(classes.SupportY.Doubles().Average(), 0.4, 0.6);
        var activity = Family.Sample(4, 200).SupportY.Doubles();
        foreach (var (a, c) in activity.Chunk(30).Zip(classes.SupportY.Doubles().Chunk(30)))
        {
            var active = a.Where((_, i) => c[i] == 1).DefaultIfEmpty(double.MaxValue).Min();
            Assert.True(active > a.Where((_, i) => c[i] == 0).DefaultIfEmpty(double.MinValue).Max());
        }
    }

    // Eight numbers a compound instead of 64 bits: whoever knows the chemistry needs few measurements.
    [Fact]
    public void KnowingTheChemistryHelps()
    {
        using var scope = NewDisposeScope();
        var tasks = (Family with { Shots = 12, Noise = 0.05 }).Sample(5, 100);
        var substructures = Family.SubstructureMatrix().t();
        double Error(Func<Tensor, Tensor> see)
        {
            var theta = new Ridge(1e-3).Fit(see(tasks.SupportX), tasks.SupportY);
            var prediction = see(tasks.QueryX).matmul(theta[0]) + theta[1];
            return Losses.MeanSquaredError.Of(prediction, tasks.QueryY).mean().ToDouble();
        }
        Assert.True(Error(x => x.matmul(substructures)) < 0.5 * Error(x => x));
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        string Error(Assays assays) => Assert.ThrowsAny<ArgumentException>(() => assays.Sample(1, 2)).Message;
        Assert.Contains("Bits is 8; expected at least 16", Error(Family with { Bits = 8 }));
        Assert.Contains("Relevant is 9; expected 1 to 8", Error(Family with { Relevant = 9 }));
        Assert.Contains(
            "SubstructureBits is 65; expected 1 to 64",
            Error(Family with { SubstructureBits = 65 })
        );
        Assert.Contains("Flipped is 1; expected a number in [0, 1)", Error(Family with { Flipped = 1 }));
        var few = Family with { Flipped = 0, Substructures = 2, Shots = 40 };
        Assert.Contains("too few different compounds; expected 60", Error(few));
    }
}
