namespace MetaNotebooks.Notebooks.Files;

/// <summary>What was asked for cannot be done as given; the message says what was given and expected.</summary>
internal sealed class BadInputException(string message) : Exception(message);
