namespace MetaNotebooks;

/// <summary>The regulariser Ω of a regularised empirical risk.</summary>
public enum Penalty
{
    /// <summary>Ω(w) = ‖w‖², which shrinks all weights.</summary>
    L2,

    /// <summary>Ω(w) = ‖w‖₁, which makes some weights exactly 0.</summary>
    L1,
}
