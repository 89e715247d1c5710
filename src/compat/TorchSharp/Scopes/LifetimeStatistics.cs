namespace TorchSharp;

/// <summary>Counts what happened to the tensors of one thread.</summary>
public class LifetimeStatistics
{
    /// <summary>Tensors created while no dispose scope was open.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Tensors disposed while no dispose scope owned them.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Tensors created while a dispose scope was open.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Tensors disposed by, or while owned by, a dispose scope.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Tensors handed to a dispose scope later.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Tensors taken out of all dispose scopes.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Tensors created and not yet disposed; those that the finalizer freed still count.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = 0;
        CreatedInScopeCount = DisposedInScopeCount = 0;
        AttachedToScopeCount = DetachedFromScopeCount = 0;
    }
}
