namespace MetaNotebooks.Tests;

public sealed class ShiftedImagesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // One inked pixel an image, at row 3, column 4 of 8; class c has ink c + 1.
    private static NWayKShot Family(int side = 8)
    {
        var images = zeros(60, side * side);
        for (var i = 0; i < 60; i++)
            images[i, 3 * side + 4] = tensor(i / 20 + 1f);
        return new(new(images.view(60, side, side), ["a", "b", "c"], [20, 20, 20]))
        {
            Way = 3,
            Shots = 5,
            Queries = 10,
        };
    }

    [Fact]
    public void EachImageMovesByItselfAndEveryMoveHappens()
    {
        var (family, moves) = (Family(), new HashSet<(int, int)>());
        var (still, moved) = (family.Sample(1, 20), new ShiftedImages(family, 1).Sample(1, 20));
        Assert.Equal(still.QueryY.Doubles(), moved.QueryY.Doubles());
        Assert.Equal(still.SupportX.sum([2, 3]).Doubles(), moved.SupportX.sum([2, 3]).Doubles());
        Assert.Equal(still.QueryX.sum([2, 3]).Doubles(), moved.QueryX.sum([2, 3]).Doubles());
        foreach (var image in moved.SupportX.Doubles().Concat(moved.QueryX.Doubles()).Chunk(64))
        {
            var at = Array.FindIndex(image, ink => ink > 0);
            moves.Add((at / 8 - 3, at % 8 - 4));
        }
        Assert.Equal(9, moves.Count);
        Assert.All(moves, move => Assert.True(move is (>= -1 and <= 1, >= -1 and <= 1)));
    }

    [Fact]
    public void WhatMovesOutIsGoneAndNoMoveIsTheFamilyItself()
    {
        var family = Family();
        Assert.Equal(
            family.Sample(1, 2).QueryX.Doubles(),
            new ShiftedImages(family, 0).Sample(1, 2).QueryX.Doubles()
        );
        var ink = new ShiftedImages(family, 6).Sample(1, 20).QueryX.sum([2, 3]).Doubles();
        Assert.Contains(ink, value => value == 0);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        string Error(ITaskSampler family) =>
            Assert.ThrowsAny<ArgumentException>(() => family.Sample(1, 1)).Message;
        Assert.Contains("Most is -1", Error(new ShiftedImages(Family(), -1)));
        Assert.Contains(
            "Inner gives inputs [1, 10, 1]; expected [T, n, side, side]",
            Error(new ShiftedImages(new Sinusoids()))
        );
    }
}
