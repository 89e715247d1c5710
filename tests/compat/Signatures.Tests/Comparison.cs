using System.Text.RegularExpressions;

namespace Signatures.Tests;

/// <summary>
/// Holds the members of a compat library against the real ones. A member fits a real one when type, name, kind,
/// return type, constraints and parameters (names, types, defaults) are equal. Type variables may be named
/// differently. One thing may be less: of the real member's F# optional parameters (<c>?name: T</c>) the compat one
/// may have only some, with equal names and types: F# callers name them, and so mean the same on both. C# optional
/// parameters may be passed by position, and so must all be there.
/// </summary>
public sealed partial class Comparison(IEnumerable<Signature> real, Func<string, string?> baseOf)
{
    private readonly ILookup<(string, string), Signature> _real = real.ToLookup(one => (one.Type, one.Name));

    /// <summary>One message for each compat member that fits no real one and is not accepted.</summary>
    public IReadOnlyList<string> Mismatches(IEnumerable<Signature> compat, Predicate<Signature> accepted) =>
        [
            .. compat
                .Where(one => !accepted(one) && !Candidates(one).Any(found => Fits(one, found)))
                .Select(Describe),
        ];

    private string Describe(Signature compat)
    {
        var words = Token().Matches(compat.Line).Select(word => word.Value).ToHashSet();
        var nearest = Candidates(compat)
            .OrderByDescending(one => Token().Matches(one.Line).Count(word => words.Contains(word.Value)))
            .Take(3)
            .Select(one => $"\n  real:   {one.Line}")
            .DefaultIfEmpty("\n  real:   nothing of that name");
        return $"  compat: {compat.Line}   ({compat.Type}){string.Concat(nearest)}";
    }

    // A member that overrides one of a base class stands in the dump under that base where the real class does not.
    private IEnumerable<Signature> Candidates(Signature compat)
    {
        for (var type = compat.Type; type is not null; type = baseOf(type))
            foreach (var one in _real[(type, compat.Name)])
                yield return one;
    }

    private static bool Fits(Signature compat, Signature real)
    {
        var variables = new Dictionary<string, string>();
        var left = new Queue<Parameter>(compat.Parameters);
        foreach (var parameter in real.Parameters)
            if (left.TryPeek(out var next) && Same(next, parameter, variables))
                left.Dequeue();
            else if (!parameter.IsNamedOption)
                return false;

        return left.Count == 0
            && compat.Kind == real.Kind
            && SameText(compat.Returns, real.Returns, variables)
            && compat.Constraints.All(one => real.Constraints.Any(other => SameText(one, other, variables)))
            && real.Constraints.Where(one => variables.ContainsValue(Variable().Match(one).Value))
                .All(one => compat.Constraints.Any(other => SameText(other, one, variables)));
    }

    // The dump has no names for the parameters of some interface members.
    private static bool Same(Parameter compat, Parameter real, Dictionary<string, string> variables) =>
        (compat.Name == real.Name || real.Name.Length == 0)
        && compat.Default == real.Default
        && SameText(compat.Type, real.Type, variables);

    private static bool SameText(string compat, string real, Dictionary<string, string> variables)
    {
        var (left, right) = (Token().Matches(compat), Token().Matches(real));
        var tried = new Dictionary<string, string>(variables);
        foreach (var (one, other) in left.Zip(right, (a, b) => (a.Value, b.Value)))
            if (!one.StartsWith('\'') || !other.StartsWith('\''))
            {
                if (one != other)
                    return false;
            }
            else if (tried.TryGetValue(one, out var known) ? known != other : tried.ContainsValue(other))
                return false;
            else
                tried[one] = other;

        if (left.Count != right.Count)
            return false;
        foreach (var (one, other) in tried)
            variables[one] = other;
        return true;
    }

    [GeneratedRegex(@"'\w+|\w+|\S")]
    private static partial Regex Token();

    [GeneratedRegex(@"'\w+")]
    private static partial Regex Variable();
}
