namespace MetaNotebooks;

/// <summary>What of an adaptation is kept for differentiating through it.</summary>
public enum Derivatives
{
    /// <summary>Nothing: adapted parameters are plain numbers. For evaluation, and for gradient descent itself.</summary>
    None,

    /// <summary>
    /// The inner gradients count as constants, so dθ′/dθ is the identity: first-order MAML (Finn et al. 2017, section 5.2).
    /// </summary>
    First,

    /// <summary>The inner gradients too: dθ′/dθ holds the Jacobian I − α∇²L of every step (errata page, D4.2).</summary>
    Second,
}
