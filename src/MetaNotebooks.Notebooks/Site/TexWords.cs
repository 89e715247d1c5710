using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Formulas as a line of text, for places that cannot draw them.</summary>
internal static partial class TexWords
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["omega"] = "ω",
        ["Omega"] = "Ω",
        ["nabla"] = "∇",
        ["partial"] = "∂",
        ["sum"] = "Σ",
        ["ell"] = "ℓ",
        ["in"] = "∈",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["approx"] = "≈",
        ["times"] = "×",
        ["cdot"] = "·",
        ["to"] = "→",
        ["leftarrow"] = "←",
        ["infty"] = "∞",
        ["dots"] = "…",
        ["ldots"] = "…",
        ["lVert"] = "‖",
        ["rVert"] = "‖",
    };

    /// <summary>A formula's signs; what only shapes it is left out.</summary>
    public static string Of(string tex) =>
        Braces().Replace(Command().Replace(tex, command => Sign(command.Groups["name"].Value)), "");

    private static string Sign(string name) => Signs.GetValueOrDefault(name, "");

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+|.)")]
    private static partial Regex Command();

    [GeneratedRegex("[{}]")]
    private static partial Regex Braces();
}
