namespace MetaNotebooks.Tests;

/// <summary>What the kit relies on in TorchSharp's dispose scopes.</summary>
public class TorchSharpScopeTests
{
    [Fact]
    public void AScopeDisposesAllButWhatLeftIt()
    {
        Tensor inside,
            moved,
            detached;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                inside = ones(2);
                moved = inner.MoveToOuter(inside + 1);
                detached = ones(2).DetachFromDisposeScope();
                Assert.Equal(1, inner.DisposablesCount);
            }
            Assert.True(inside.IsInvalid);
            Assert.True(outer.Contains(moved));
            Assert.Equal(1, outer.DisposablesCount);
            Assert.Equal([2, 2], moved.Doubles());
        }
        Assert.True(moved.IsInvalid);
        Assert.Equal([1, 1], detached.Doubles());
    }

    [Fact]
    public void WhatMovesOutOfTheOutermostScopeIsNobodys()
    {
        Tensor kept;
        using (NewDisposeScope())
            kept = ones(2).MoveToOuterDisposeScope();
        Assert.Equal([1, 1], kept.Doubles());
    }

    [Fact]
    public void AnotherThreadIsNotInTheScope()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(other!));
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void AGraphOutlivesItsDisposedTensors()
    {
        var x = tensor([3.0], requires_grad: true);
        Tensor y;
        using (NewDisposeScope())
            y = x.square().exp().log().sum().MoveToOuterDisposeScope();
        Assert.InRange(autograd.grad([y], [x], null, false, false)[0].item<double>(), 6 - 1e-9, 6 + 1e-9);
    }

    [Fact]
    public void NothingIsLeftOfDerivativesTakenInAScope()
    {
        // Of this thread alone.
        var counts = DisposeScopeManager.Statistics.TensorStatistics;
        var weight = ones(3, 3, requires_grad: true);
        var (live, made) = (counts.ThreadTotalLiveCount, counts.CreatedInScopeCount);
        for (var i = 0; i < 20; i++)
        {
            using var scope = NewDisposeScope();
            var slope = autograd.grad([weight.matmul(weight).tanh().sum()], [weight], null, true, true)[0];
            var second = autograd.grad([slope.square().sum()], [weight], null, false, false);
            stack(second.Select(one => one * 2)).Dispose();
        }
        Assert.Equal(live, counts.ThreadTotalLiveCount);
        Assert.InRange(counts.CreatedInScopeCount - made, 20 * 8, long.MaxValue);
    }
}
