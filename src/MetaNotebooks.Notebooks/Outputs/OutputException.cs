namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>Something cannot be shown as it is; the message says what it is and what to do.</summary>
internal sealed class OutputException(string message) : Exception(message);
