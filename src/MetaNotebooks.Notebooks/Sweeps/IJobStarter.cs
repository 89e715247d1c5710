namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>What runs the jobs of a sweep.</summary>
internal interface IJobStarter
{
    /// <summary>Starts jobs, and waits for them where they are this machine's.</summary>
    /// <param name="sweep">Whose jobs they are.</param>
    /// <param name="jobs">Those to start.</param>
    /// <param name="ended">Is told of each that has ended, where this waits for them.</param>
    /// <param name="cancel">Asks those that run to end and starts no more.</param>
    Task Start(Sweep sweep, IReadOnlyList<SweepJob> jobs, Action<SweepJob> ended, CancellationToken cancel);

    /// <summary>The numbers of those that still run or will.</summary>
    /// <param name="sweep">Whose jobs they are.</param>
    /// <param name="jobs">Jobs that are waiting or running by their own account, with that.</param>
    IReadOnlySet<int> Alive(Sweep sweep, IReadOnlyList<(SweepJob Job, JobState State)> jobs);
}
