using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Tokenization;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using Microsoft.FSharp.Collections;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>The signature and the documentation of the name at a place in a cell.</summary>
internal static class Inspection
{
    /// <summary>Plain text; empty when there is no name, or an unknown one.</summary>
    public static string Inspect(FsiEvaluationSession session, string cell, int cursor)
    {
        var place = TextPosition.At(cell, cursor);
        // Behind an opening bracket, the function that is called.
        var column = place.Column;
        while (column > 0 && "( \t".Contains(place.LineText[column - 1]))
            column--;
        var island = QuickParse.GetCompleteIdentifierIsland(true, place.LineText, column);
        if (island is null)
            return "";
        var (name, end, _) = island.Value;
        var (_, check, _) = session.ParseAndCheckInteraction(Magics.Blank(cell), null);
        var tip = check.GetToolTip(
            place.Line,
            end,
            place.LineText,
            ListModule.OfArray(name.Split('.')),
            FSharpTokenTag.Identifier,
            null
        );
        return ToolTips.Write(tip);
    }
}
