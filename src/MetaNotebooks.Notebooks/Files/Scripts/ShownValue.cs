using FSharp.Compiler.Syntax;

namespace MetaNotebooks.Notebooks.Files.Scripts;

/// <summary>Has a script show what a cell gives, as a notebook does: its last expression's value.</summary>
internal static class ShownValue
{
    private const string Pipe = "|> Script.show";
    private const int Indent = 4;

    /// <summary>The text of a cell that ends with a declaration, its value shown where it has one.</summary>
    public static string Show(string cell, SynModuleDecl last) =>
        last is SynModuleDecl.Expr { expr: var expression }
            ? string.Join('\n', Show(cell.Split('\n'), expression))
            : cell;

    private static string[] Show(string[] lines, SynExpr expression)
    {
        if (HasNoValue(expression))
            return lines;
        var range = expression.Range;
        var (first, last) = (range.StartLine - 1, range.EndLine - 1);
        var (before, after) = (lines[first][..range.StartColumn], lines[last][range.EndColumn..]);
        var margin = new string(' ', range.StartColumn);
        if (first == last)
        {
            var code = lines[first][range.StartColumn..range.EndColumn];
            var shown = TakesPipe(expression) ? code : $"({code})";
            return [.. lines[..first], $"{before}{shown} {Pipe}{after}", .. lines[(last + 1)..]];
        }
        string[] inside = [.. lines[first..last], lines[last][..range.EndColumn]];
        string[] whole = TakesPipe(expression)
            ? inside
            : [$"{margin}(", .. FSharpLines.Indent(inside, Indent), $"{margin})"];
        return [.. lines[..first], .. whole, $"{margin}{Pipe}{after}", .. lines[(last + 1)..]];
    }

    // By its form. Of other orders, such as calls that give unit, the script shows nothing when it runs.
    private static bool HasNoValue(SynExpr expression) =>
        expression
            is SynExpr.Do
                or SynExpr.For
                or SynExpr.ForEach
                or SynExpr.While
                or SynExpr.LongIdentSet
                or SynExpr.Set
                or SynExpr.DotSet
                or SynExpr.DotIndexedSet
                or SynExpr.NamedIndexedPropertySet
                or SynExpr.DotNamedIndexedPropertySet
        || expression is SynExpr.IfThenElse choice && choice.elseExpr is null;

    // Whether a pipe behind it takes the whole of it, and not its last part.
    private static bool TakesPipe(SynExpr expression) =>
        expression switch
        {
            SynExpr.Ident
            or SynExpr.LongIdent
            or SynExpr.DotGet
            or SynExpr.DotIndexedGet
            or SynExpr.Const
            or SynExpr.InterpolatedString
            or SynExpr.Paren
            or SynExpr.ArrayOrList
            or SynExpr.ArrayOrListComputed
            or SynExpr.Record
            or SynExpr.AnonRecd
            or SynExpr.ComputationExpr
            or SynExpr.TypeApp
            or SynExpr.New => true,
            SynExpr.App { funcExpr: SynExpr.App { isInfix: true } infix } app => IsPipe(infix.funcExpr)
                && TakesPipe(app.argExpr),
            SynExpr.App app => TakesPipe(app.argExpr),
            _ => false,
        };

    private static bool IsPipe(SynExpr infix) =>
        infix is SynExpr.LongIdent { longDotId.LongIdent: [{ idText: "op_PipeRight" }] };
}
