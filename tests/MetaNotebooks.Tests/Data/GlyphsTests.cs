using System.Diagnostics;

namespace MetaNotebooks.Tests;

public sealed class GlyphsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void ASeedGivesTheSameCharactersHoweverManyAreDrawn()
    {
        var few = new Glyphs { Characters = 5, Hands = 3 }.Draw(1);
        Assert.Equal([15, 28, 28], few.Features.shape);
        Assert.Equal(
            few.Features.Doubles(),
            new Glyphs { Characters = 5, Hands = 3 }
                .Draw(1)
                .Features.Doubles()
        );
        var more = new Glyphs { Characters = 9, Hands = 3 }.Draw(1);
        Assert.Equal(few.Features.Doubles(), more.Features.narrow(0, 0, 15).Doubles());
        var others = new Glyphs { Characters = 5, Hands = 3 }.Draw(2);
        Assert.NotEqual(few.Features.Doubles(), others.Features.Doubles());
    }

    [Fact]
    public void EveryImageIsLightlyInkedWithSoftEdges()
    {
        var set = new Glyphs { Characters = 100, Hands = 4 }.Draw(3);
        var images = set.Features.Doubles().Chunk(784).ToArray();
        Assert.All(images, image => Assert.InRange(image.Average(), 0.01, 0.35));
        Assert.All(images, image => Assert.All(image, ink => Assert.InRange(ink, 0, 1)));
        Assert.All(images, image => Assert.Contains(image, ink => ink is > 0.1 and < 0.9));
        Assert.All(images, image => Assert.Contains(image, ink => ink > 0.7));
        // No two images are alike, of one character or of two.
        Assert.Equal(400, images.Select(image => string.Join(' ', image)).Distinct().Count());
    }

    [Fact]
    public void HandsWithoutVarietyDrawAlike()
    {
        var set = new Glyphs
        {
            Characters = 3,
            Hands = 4,
            Variety = 0,
        }.Draw(1);
        var images = set.Features.Doubles().Chunk(784).ToArray();
        for (var i = 0; i < 12; i++)
            Assert.Equal(images[i / 4 * 4], images[i]);
    }

    [Fact]
    public void ACharacterIsRecognisableButNotByPixelsAlone()
    {
        var family = new NWayKShot(new Glyphs { Characters = 100 }.Draw(5)) { Way = 5, Queries = 5 };
        var accuracy = Evaluator
            .Evaluate(new NearestNeighbour(), Parameters.Empty, family, Losses.Accuracy, 1, 200, 1)
            .PerStep[1];
        // Chance is 0.2; Omniglot's own characters give about 0.4 to 0.5.
        Assert.InRange(accuracy.Mean, 0.3, 0.8);
    }

    [Fact]
    public void FourHundredCharactersTakeSecondsAtMost()
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(8000, new Glyphs().Draw(1).Features.shape[0]);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void BadSizesAreNamed()
    {
        string Error(Glyphs glyphs) => Assert.ThrowsAny<ArgumentException>(() => glyphs.Draw(1)).Message;
        Assert.Contains("Characters is 0", Error(new() { Characters = 0 }));
        Assert.Contains("Hands is 0", Error(new() { Hands = 0 }));
        Assert.Contains("MostStrokes is 0", Error(new() { MostStrokes = 0 }));
        Assert.Contains("Variety is NaN", Error(new() { Variety = double.NaN }));
    }
}
