using MetaNotebooks;

namespace SystemsBiology;

/// <summary>A family of somebody's, in a namespace that begins as the framework's do.</summary>
internal sealed class Cells(double rate) : ITaskSampler
{
    public TaskBatch Sample(Seed seed, int tasks) =>
        new Sinusoids { Amplitude = (rate, rate) }.Sample(seed, tasks);
}
