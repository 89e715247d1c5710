using System.IO.Hashing;
using System.Text;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Stands for much data in a few letters: XXH128, for what differs by mistake and not by intent.
/// </summary>
internal static class ContentHash
{
    /// <summary>Of a tensor's numbers, read where they lie.</summary>
    public static string Of(Tensor tensor)
    {
        var hash = new XxHash128();
        TensorBytes.Give(tensor, hash, static (bytes, to) => to.Append(bytes));
        return Text(hash);
    }

    /// <summary>Of texts in their order.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var hash = new XxHash128();
        foreach (var text in texts)
        {
            // With its length, so that no two lists are the same text.
            hash.Append(Encoding.UTF8.GetBytes($"{text.Length} {text}"));
        }
        return Text(hash);
    }

    private static string Text(XxHash128 hash) =>
        $"xxh128 {Convert.ToHexStringLower(hash.GetHashAndReset())}";
}
