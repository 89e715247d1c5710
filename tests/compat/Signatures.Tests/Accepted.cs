namespace Signatures.Tests;

/// <summary>
/// The differences from the real packages that are meant: a member's type and name, and the reason. A name that
/// ends in <c>*</c> stands for all names that begin so.
/// </summary>
internal static class Accepted
{
    public static readonly IReadOnlyDictionary<string, string> TorchSharp = new Dictionary<string, string>();

    public static readonly IReadOnlyDictionary<string, string> Plotly = new Dictionary<string, string>();

    public static readonly IReadOnlyDictionary<string, string> Deedle = new Dictionary<string, string>();

    public static Predicate<Signature> By(IReadOnlyDictionary<string, string> accepted) =>
        member =>
            accepted.Keys.Any(key =>
                key.EndsWith('*')
                    ? $"{member.Type}.{member.Name}".StartsWith(key[..^1], StringComparison.Ordinal)
                    : $"{member.Type}.{member.Name}" == key
            );
}
