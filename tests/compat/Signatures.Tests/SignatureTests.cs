using System.Reflection;
using Xunit;

namespace Signatures.Tests;

/// <summary>
/// No public member of a compat library may differ from the real package's; the rule that tells which is which is
/// <see cref="Comparison"/>, what differs all the same is listed in <see cref="Accepted"/>.
/// </summary>
public class SignatureTests
{
    [Fact]
    public void TorchSharp_is_part_of_the_real_one()
    {
        var dump = Dumps.Lines("torchsharp-0.107.txt");
        var bases = CSharpDump.Bases(dump);
        var compat = CSharpDump.Read(CSharpMembers.Lines(Assembly.Load("TorchSharp")));
        Check(compat, new Comparison(CSharpDump.Read(dump), bases.GetValueOrDefault), Accepted.TorchSharp);
    }

    [Fact]
    public void Plotly_NET_is_part_of_the_real_one()
    {
        var real = FSharpDump.Read(Dumps.Lines("plotly.net-5.1.0.txt")).ToList();
        // This dump holds the types that a notebook names most, and not those that it gets from them.
        var dumped = real.Select(one => one.Type).ToHashSet();
        var compat = FSharpDump
            .Read(FSharpMembers.Lines(Assembly.Load("Plotly.NET")))
            .Where(one => dumped.Contains(one.Type));
        Check(compat, new Comparison(real, _ => null), Accepted.Plotly);
    }

    [Fact]
    public void Deedle_is_part_of_the_real_one()
    {
        var real = FSharpDump.Read(Dumps.Lines("deedle-7.0.1.txt"));
        var compat = FSharpDump.Read(FSharpMembers.Lines(Assembly.Load("Deedle")));
        Check(compat, new Comparison(real, _ => null), Accepted.Deedle);
    }

    private static void Check(
        IEnumerable<Signature> compat,
        Comparison comparison,
        IReadOnlyDictionary<string, string> accepted
    )
    {
        var members = compat.ToList();
        Assert.NotEmpty(members);
        var found = comparison.Mismatches(members, Accepted.By(accepted));
        Assert.True(
            found.Count == 0,
            $"{found.Count} of {members.Count} members differ:\n{string.Join("\n", found)}"
        );
    }
}
