using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Sweeps;

namespace MetaNotebooks.Notebooks.Tests.Sweeps;

/// <summary>Axes of sweeps, as they are written.</summary>
public sealed class GridTests
{
    [Fact]
    public void EveryCombinationIsAJobAndTheLastChangesFastest() =>
        Assert.Equal(
            [
                """{"seed":-1,"rate":0.01}""",
                """{"seed":-1,"rate":"adam"}""",
                """{"seed":0,"rate":0.01}""",
                """{"seed":0,"rate":"adam"}""",
                """{"seed":7,"rate":0.01}""",
                """{"seed":7,"rate":"adam"}""",
            ],
            Grid.Read(["seed=-1..0,7", "rate=.01, adam"]).Select(job => job.ToJsonString())
        );

    [Theory]
    [InlineData("seed")]
    [InlineData("=1")]
    [InlineData("seed=")]
    [InlineData("seed=1,,2")]
    [InlineData("seed=3..1")]
    [InlineData("seed=1..x")]
    [InlineData("seed=.1...5")]
    [InlineData("seed=1..200000")]
    [InlineData("seed=1,1")]
    [InlineData("seed=1..3,2")]
    [InlineData("seed=0.1,.1")]
    public void WhatIsNoAxisIsNamed(string axis) =>
        Assert.Contains(axis, Assert.Throws<BadInputException>(() => Grid.Read([axis])).Message);

    [Fact]
    public void AnAxisIsGivenOnceAndThereAreNotTooMany()
    {
        Assert.Contains("'a'", Assert.Throws<BadInputException>(() => Grid.Read(["a=1", "a=2"])).Message);
        var many = Enumerable.Range(0, 6).Select(axis => $"x{axis}=1..10");
        Assert.Contains("100000", Assert.Throws<BadInputException>(() => Grid.Read(many)).Message);
    }
}
