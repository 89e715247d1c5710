namespace Signatures.Tests;

/// <summary>
/// The differences from the real packages that are meant: a member's type and name, and the reason. None so far.
/// </summary>
internal static class Accepted
{
    public static readonly IReadOnlyDictionary<string, string> TorchSharp = new Dictionary<string, string>();

    public static readonly IReadOnlyDictionary<string, string> Plotly = new Dictionary<string, string>();

    public static readonly IReadOnlyDictionary<string, string> Deedle = new Dictionary<string, string>();

    public static Predicate<Signature> By(IReadOnlyDictionary<string, string> accepted) =>
        member => accepted.ContainsKey($"{member.Type}.{member.Name}");
}
