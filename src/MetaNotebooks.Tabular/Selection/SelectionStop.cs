namespace MetaNotebooks;

/// <summary>Why a model selection ended.</summary>
public enum SelectionStop
{
    /// <summary>The criterion reached what was asked for.</summary>
    GoodEnough,

    /// <summary>The next round would have cost more trainings than were left.</summary>
    Budget,

    /// <summary>No change of the winner's setting helps any more.</summary>
    Settled,
}
