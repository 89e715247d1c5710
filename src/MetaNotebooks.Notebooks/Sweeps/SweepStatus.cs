namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>How far the jobs of a sweep are, as seen from outside.</summary>
internal static class SweepStatus
{
    /// <summary>Each job's state; what is neither ended nor in anyone's hands any more is lost.</summary>
    public static IReadOnlyList<(SweepJob Job, JobState State)> Of(Sweep sweep, IJobStarter starter)
    {
        var told = sweep.Jobs.Select(job => (Job: job, job.State)).ToArray();
        var alive = starter.Alive(sweep, [.. told.Where(one => IsOpen(one.State))]);
        return [.. told.Select(one => (one.Job, Seen(one.Job, one.State, alive.Contains(one.Job.Index))))];
    }

    private static bool IsOpen(JobState state) => state.Stage is JobStage.Waiting or JobStage.Running;

    private static JobState Seen(SweepJob job, JobState told, bool isAlive)
    {
        if (!IsOpen(told) || isAlive)
            return told;
        // It may have gone on, or have ended, since it was asked.
        if (job.State is var now && now != told)
            return now;
        var message =
            told.Stage == JobStage.Waiting
                ? "nothing will start it any more"
                : $"its process on {told.Host} has gone without a word";
        return told with { Stage = JobStage.Lost, Message = message };
    }
}
