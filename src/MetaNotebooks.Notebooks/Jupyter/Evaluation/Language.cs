namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>What a part of a cell is written in.</summary>
internal enum Language
{
    /// <summary>F#, the kernel's own.</summary>
    FSharp,

    /// <summary>C#, under <c>#!csharp</c>.</summary>
    CSharp,

    /// <summary>Text to read, under <c>#!markdown</c>.</summary>
    Markdown,
}
