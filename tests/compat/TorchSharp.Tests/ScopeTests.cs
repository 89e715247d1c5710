using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ScopeTests
{
    [Fact]
    public void ScopeDisposesWhatItOwns()
    {
        Tensor inside,
            kept,
            detached;
        using (var scope = NewDisposeScope())
        {
            inside = ones(2);
            kept = ones(2).MoveToOuterDisposeScope();
            detached = ones(2).DetachFromDisposeScope();
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
            Assert.False(scope.Contains(detached));
        }
        Assert.True(inside.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
    }

    [Fact]
    public void ScopesNest()
    {
        using var outer = NewDisposeScope();
        var before = ones(2);
        Tensor moved,
            lost;
        using (var inner = NewDisposeScope())
        {
            lost = ones(2);
            moved = inner.MoveToOuter(before + 1.0);
        }
        Assert.True(lost.IsInvalid);
        Assert.True(outer.Contains(moved));
        Assert.Equal(2, outer.DisposablesCount);
        outer.DisposeEverythingBut(moved);
        Assert.True(before.IsInvalid);
        Near.Equal([2, 2], moved);
        outer.DisposeEverything();
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void DisposingByHandLeavesTheScope()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        var y = ones(2);
        x.Dispose();
        Assert.Equal(1, scope.DisposablesCount);
        scope.Detach(y);
        Assert.Equal(0, scope.DisposablesCount);
        scope.Attach(y);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void InPlaceResultsStayWhereTheyAre()
    {
        var x = ones(2);
        using (NewDisposeScope())
            x.add_(1).mul_(2);
        Near.Equal([4, 4], x);
    }

    [Fact]
    public void OtherThreadsAreNotInTheScope()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(2));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(other!));
    }

    [Fact]
    public void StatisticsCount()
    {
        var counts = DisposeScopeManager.Statistics.TensorStatistics;
        counts.Reset();
        ones(2).Dispose();
        using (NewDisposeScope())
        {
            var first = ones(2);
            first.Dispose();
            ones(2).DetachFromDisposeScope();
            ones(2);
        }
        Assert.Equal(1, counts.CreatedOutsideScopeCount);
        Assert.Equal(1, counts.DisposedOutsideScopeCount);
        Assert.Equal(3, counts.CreatedInScopeCount);
        Assert.Equal(2, counts.DisposedInScopeCount);
        Assert.Equal(1, counts.DetachedFromScopeCount);
        Assert.Equal(1, counts.ThreadTotalLiveCount);
    }

    [Fact]
    public void GraphOutlivesItsDisposedTensors()
    {
        var x = tensor(new[] { 3.0 }, requires_grad: true);
        Tensor y;
        using (NewDisposeScope())
            y = x.square().exp().log().sum().MoveToOuterDisposeScope();
        Near.Equal([6], autograd.grad([y], [x], null, false, false)[0]);
    }
}
