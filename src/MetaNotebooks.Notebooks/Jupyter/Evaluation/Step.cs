namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>A part of a cell, between two magics.</summary>
internal abstract record Step;

/// <summary>F# to evaluate; blank lines stand for what is before it in the cell.</summary>
internal sealed record FSharpStep(string Code) : Step;

/// <summary>C# to evaluate; blank lines stand for what is before it in the cell.</summary>
internal sealed record CSharpStep(string Code) : Step;

/// <summary>Markdown to show.</summary>
internal sealed record MarkdownStep(string Text) : Step;

/// <summary>A value of one language is to be bound in the other, under a name of its own.</summary>
internal sealed record ShareStep(Language From, string Value, Language To, string Name) : Step;

/// <summary>A text is to be bound.</summary>
internal sealed record SetStep(Language To, string Name, string Text) : Step;

/// <summary>How long the cell takes is to be shown.</summary>
internal sealed record TimeStep : Step;

/// <summary>How long each cell takes is to be shown from here on, or no more; the other of both when not said.</summary>
internal sealed record TimingStep(bool? On) : Step;

/// <summary>The names that are bound are to be shown.</summary>
internal sealed record WhosStep : Step;

/// <summary>The cells of a file are to be run.</summary>
internal sealed record ImportStep(string Path) : Step;
