using FSharp.Compiler.CodeAnalysis;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>Whether a cell could run as it stands, or its user has more to write.</summary>
internal static class Completeness
{
    private const string Complete = "complete";
    private const string Incomplete = "incomplete";
    private const string Invalid = "invalid";

    private static readonly CSharpParseOptions Script = new(
        LanguageVersion.Preview,
        kind: SourceCodeKind.Script
    );

    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</summary>
    public static string Of(FSharpChecker checker, string cell)
    {
        try
        {
            var parts = Magics.Parse(cell).Select(step => OfStep(checker, step)).ToArray();
            // What is open before a magic is not closed behind it.
            return parts.SkipLast(1).Any(part => part != Complete) ? Invalid : parts.LastOrDefault(Complete);
        }
        catch (MagicException)
        {
            return Invalid;
        }
    }

    private static string OfStep(FSharpChecker checker, Step step) =>
        step switch
        {
            FSharpStep code => FSharpError.Of(checker, code.Code) switch
            {
                [] => Complete,
                var errors when errors.All(error => error.MoreMayMend) => Incomplete,
                _ => Invalid,
            },
            CSharpStep code => OfCSharp(SyntaxFactory.ParseSyntaxTree(code.Code, Script)),
            _ => Complete,
        };

    private static string OfCSharp(SyntaxTree tree) =>
        !SyntaxFactory.IsCompleteSubmission(tree) ? Incomplete
        : tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error) ? Invalid
        : Complete;
}
