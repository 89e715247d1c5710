namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>How far a job is.</summary>
internal enum JobStage
{
    /// <summary>To be started.</summary>
    Waiting,

    /// <summary>Started.</summary>
    Running,

    /// <summary>It ran to its end.</summary>
    Passed,

    /// <summary>A cell failed, or the program ended with another status than 0.</summary>
    Failed,

    /// <summary>It was asked to end before it had; a run again goes on from its checkpoints.</summary>
    Stopped,

    /// <summary>It had started, or was to be, and nothing runs it any more. No file says so: it is found out.</summary>
    Lost,
}

/// <summary>What is kept of a job.</summary>
/// <param name="Stage">How far it is.</param>
/// <param name="Message">Why it failed or was stopped; empty else.</param>
/// <param name="Attempt">How often it was started.</param>
/// <param name="Host">The machine that runs it; empty before.</param>
/// <param name="Process">The number of its process there; 0 before.</param>
internal sealed record JobState(
    JobStage Stage,
    string Message = "",
    int Attempt = 0,
    string Host = "",
    int Process = 0
);
