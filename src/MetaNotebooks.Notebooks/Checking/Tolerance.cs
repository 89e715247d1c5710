namespace MetaNotebooks.Notebooks.Checking;

/// <summary>How far two numbers may be apart and still be the same.</summary>
/// <param name="Relative">The part of the larger number.</param>
internal sealed record Tolerance(double Relative)
{
    /// <summary>What <c>check</c> allows when not told otherwise.</summary>
    public const double Usual = 1e-6;

    // Below this, a number is what rounding left of a zero.
    private const double Floor = 1e-12;

    /// <summary>Whether two numbers are the same.</summary>
    public bool Same(double stored, double came) =>
        stored.Equals(came)
        || Math.Abs(stored - came) <= Math.Max(Floor, Relative * Math.Max(Math.Abs(stored), Math.Abs(came)));
}
