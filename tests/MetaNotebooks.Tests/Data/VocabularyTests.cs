namespace MetaNotebooks.Tests;

public class VocabularyTests
{
    private static readonly Vocabulary Words = new(["The cat's out-of-tune, the DOG.", "A dog 2 far!"]);

    [Fact]
    public void WordsAreNumberedInOrdinalOrderAfterPaddingAndUnknown()
    {
        Assert.Equal(["2", "a", "cat's", "dog", "far", "out-of-tune", "the"], Words.Words.Skip(2));
        Assert.Equal(9, Words.Count);
        Assert.Equal(Words.Words, new Vocabulary(["a DOG 2 far", "the cat's out-of-tune dog"]).Words);
    }

    [Fact]
    public void TextsAreCutOrFilledUpAndOtherWordsAreUnknown()
    {
        using var scope = NewDisposeScope();
        var tokens = Words.Encode(["The dog, a cat", "far", "dog dog the the dog"], 4);
        Assert.Equal(ScalarType.Int64, tokens.dtype);
        Assert.Equal([3, 4], tokens.shape);
        Assert.Equal([8, 5, 3, 1, 6, 0, 0, 0, 5, 5, 8, 8], tokens.data<long>().ToArray());
        Assert.Contains(
            "length is 0",
            Assert.ThrowsAny<ArgumentException>(() => Words.Encode(["a"], 0)).Message
        );
    }
}
