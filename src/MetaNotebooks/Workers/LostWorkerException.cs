namespace MetaNotebooks;

/// <summary>A worker of a group has gone, or what connects the group has; the training cannot go on.</summary>
/// <param name="who">Which, and what is known of it, a sentence.</param>
/// <param name="kept">What is kept of the run, a sentence; empty where nothing is.</param>
public sealed class LostWorkerException(string who, string kept = "")
    : Exception(kept == "" ? who : $"{who} {kept}")
{
    /// <summary>Which, and what is known of it.</summary>
    public string Who { get; } = who;
}
