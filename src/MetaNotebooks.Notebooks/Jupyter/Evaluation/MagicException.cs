namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>A magic that this kernel does not know, or not in this form.</summary>
internal sealed class MagicException(string message) : Exception(message);
