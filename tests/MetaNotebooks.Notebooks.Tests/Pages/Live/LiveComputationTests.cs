using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>The page "MAML live" computes what the kit computes.</summary>
[Trait("Speed", "slow")]
public sealed class LiveComputationTests(Browser browser, LiveSite site, KitsOwn kit)
    : IClassFixture<Browser>,
        IClassFixture<LiveSite>,
        IClassFixture<KitsOwn>
{
    private const double Tolerance = 1e-5;

    [Fact]
    public Task ItsSinusoidsAndPointsAreTheKitsOfTheSameSeed() =>
        Compare(
            ("x", one => one.X, "mamlLive.choice.points.map(point => point.x)"),
            ("y", one => one.Y, "mamlLive.choice.points.map(point => point.y)"),
            ("truth", one => one.Truth, "mamlLive.scene().truth")
        );

    [Fact]
    public Task ItsAdaptationIsTheKitsFromEveryStart() =>
        Compare(
            ("curve", one => one.Curve, "mamlLive.scene().after"),
            ("loss", one => [one.Losses[0], one.Losses[^1]], "mamlLive.scene().losses")
        );

    [Fact]
    public Task ItsTangentKernelIsTheKitsBeforeAndAfterTheSteps() =>
        Compare(
            ("kernel", one => one.Kernel, "mamlLive.scene().kernel"),
            // Drawn over every second place.
            (
                "kernel after",
                one => [.. one.KernelAfter.Where((_, at) => at % 2 == 0)],
                "mamlLive.scene().kernelAfter"
            )
        );

    // What the page says to try: the half period's other way from MAML and Reptile, and never from joint training.
    [Theory]
    [InlineData("maml", 0.85, 1.0)]
    [InlineData("reptile", 0.85, 1.0)]
    [InlineData("joint", 0.0, 0.0)]
    public async Task HalfAPeriodAwayTheKernelIsAsThePageSays(string start, double least, double most)
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        var share = await view.Page.EvaluateAsync<double>(
            """
            key => {
              const { net, theta } = mamlLive.starts.get(key);
              const at = x => net.gradient(theta, x);
              const places = mamlLive.grid.filter((_, at) => at % 5 === 0);
              return places.filter(x => net.product(at(x), at(x > 0 ? x - Math.PI : x + Math.PI)) < 0).length / places.length;
            }
            """,
            start
        );
        Assert.InRange(share, least, most);
    }

    // What the page says of its first sinusoid, over all α and steps that it offers, and of a flat one.
    [Fact]
    public async Task WhatThePageSaysToTryIsSo()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        await view
            .Page.GetByRole(AriaRole.Button, new() { Name = "Set it up: one step from MAML" })
            .ClickAsync();
        await view.Drawn();
        var one = await view.Get<double>("mamlLive.scene().errors[1]");
        var best = await view.Get<double>(
            """
            Math.min(...Array.from({ length: 51 }, (_, at) => at / 1000).flatMap(alpha => [...Array(11).keys()].map(steps =>
              mamlLive.sceneOf(mamlLive.starts, { ...mamlLive.choice, start: 'joint', alpha, steps }).errors[1]).filter(Number.isFinite)))
            """
        );
        Assert.InRange(one, 0, best / 5);
        await view
            .Page.GetByRole(AriaRole.Button, new() { Name = "Set it up: a flat sinusoid" })
            .ClickAsync();
        await view.Drawn();
        Assert.Equal("untrained", await view.Get<string>("mamlLive.choice.start"));
        Assert.True(await view.Get<bool>("mamlLive.scene().errors[1] < mamlLive.scene().errorFrom('maml')"));
    }

    private async Task Compare(
        params (string Name, Func<KitsOwn.Case, double[]> Expected, string Expression)[] parts
    )
    {
        KitCells.SkipUnlessBuilt();
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        foreach (var one in kit.All)
        {
            await view.Choose(one.Start, one.Alpha, one.Steps, one.Seed, one.Selected);
            foreach (var (name, ofCase, expression) in parts)
            {
                var (expected, actual) = (ofCase(one), await view.Get<double[]>(expression));
                Assert.Equal(expected.Length, actual.Length);
                for (var i = 0; i < expected.Length; i++)
                    Assert.True(
                        Math.Abs(actual[i] - expected[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i])),
                        $"{name}[{i}] of {one.Start}, α {one.Alpha}, {one.Steps} steps, seed {one.Seed}: "
                            + $"{actual[i]:R}; the kit's is {expected[i]:R}"
                    );
            }
        }
        Assert.Equal(20, kit.All.Count);
        Assert.Empty(view.Errors);
    }
}
