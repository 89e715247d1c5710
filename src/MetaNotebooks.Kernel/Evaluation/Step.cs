namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>A part of a cell, between two magics.</summary>
internal abstract record Step;

/// <summary>F# to evaluate; blank lines stand for what is before it in the cell.</summary>
internal sealed record FSharpStep(string Code) : Step;

/// <summary>Markdown to show.</summary>
internal sealed record MarkdownStep(string Text) : Step;

/// <summary>How long the cell takes is to be shown.</summary>
internal sealed record TimeStep : Step;

/// <summary>The names that are bound are to be shown.</summary>
internal sealed record WhosStep : Step;

/// <summary>The cells of a file are to be run.</summary>
internal sealed record ImportStep(string Path) : Step;
