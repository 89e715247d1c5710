namespace Signatures.Tests;

/// <summary>
/// One parameter. <c>Default</c> is the default value, <c>?</c> for an F# optional parameter, or empty.
/// </summary>
public sealed record Parameter(string Name, string Type, string Default)
{
    /// <summary>Whether this is an F# optional parameter.</summary>
    public bool IsNamedOption => Default == "?";
}

/// <summary>One member of a type, as a dump or a compat library has it.</summary>
/// <param name="Line">The member as text, for messages.</param>
/// <param name="Type">The declaring type.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Kind">What must be equal besides names and types: static, curried, compiled name, …</param>
/// <param name="Parameters">In order.</param>
/// <param name="Returns">Empty for a constructor.</param>
/// <param name="Constraints">On type variables: <c>'a :&gt; seq&lt;'b&gt;</c>.</param>
public sealed record Signature(
    string Line,
    string Type,
    string Name,
    string Kind,
    IReadOnlyList<Parameter> Parameters,
    string Returns,
    IReadOnlyList<string> Constraints
);
