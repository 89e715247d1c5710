namespace MetaNotebooks.Tests;

public class NearestDescriptionTests
{
    [Fact]
    public void IsTheCosineOfWeightedSetsOfWords()
    {
        using var scope = NewDisposeScope();
        string[] texts = ["the sea", "the sky", "the old sea"];
        var words = new Vocabulary(texts);
        var nearest = new NearestDescription(words, texts);
        Tensor Told(params string[] said) => words.Encode(said, 4).unsqueeze(0);
        var cosines = nearest.Predict(Told("sea sky", "old the"), Told("the sea sea", "sky old"));
        // Of 3 texts: sea in 2, sky and old in 1, the in all: log 4/3, log 2, log 2, 0.
        var (sea, rare) = (Math.Log(4.0 / 3), Math.Log(2));
        var both = Math.Sqrt(sea * sea + rare * rare);
        double[] expected = [sea / both, 0, rare * rare / (both * rare * Math.Sqrt(2)), 1 / Math.Sqrt(2)];
        Assert.True(Numbers.RelativeError(cosines.Doubles(), expected) < 1e-6);
    }
}
