using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>Tells lines of C# that begin in code from those within a string or a comment.</summary>
internal static class CSharpLines
{
    private static readonly CSharpParseOptions Script = new(
        LanguageVersion.Preview,
        kind: SourceCodeKind.Script
    );

    /// <summary>
    /// The first line from a start on that is wanted and begins in code, by the compiler's own tokens; the
    /// number of lines where there is none. The line at the start does begin in code.
    /// </summary>
    public static int Find(IReadOnlyList<string> lines, int start, Predicate<string> isWanted)
    {
        SyntaxNode? root = null;
        var position = 0;
        for (var at = start; at < lines.Count; at++)
        {
            if (isWanted(lines[at]))
            {
                root ??= CSharpSyntaxTree.ParseText(string.Join('\n', lines.Skip(start)), Script).GetRoot();
                if (BeginsInCode(root, position))
                    return at;
            }
            position += lines[at].Length + 1;
        }
        return lines.Count;
    }

    private static bool BeginsInCode(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(position);
        var token = root.FindToken(position, findInsideTrivia: true);
        return !(IsComment(trivia) && Holds(trivia.FullSpan, position))
            && !(token.IsKind(SyntaxKind.InterpolatedStringTextToken) && token.Span.Contains(position))
            && !(IsText(token) && Holds(token.Span, position))
            // To the compiler, #!name is a directive, of those that an #if turns off too.
            && token.Parent?.FirstAncestorOrSelf<DirectiveTriviaSyntax>() is not { IsActive: false };
    }

    private static bool Holds(TextSpan span, int position) => span.Start < position && position < span.End;

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia
                or SyntaxKind.DisabledTextTrivia;

    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.InterpolatedRawStringEndToken;
}
