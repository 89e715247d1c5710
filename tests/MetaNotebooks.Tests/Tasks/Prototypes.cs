namespace MetaNotebooks.Tests;

/// <summary>
/// The simplest few-shot classification: each task's classes are random points, its examples are those plus noise.
/// Sorted by label.
/// </summary>
internal sealed record Prototypes(int Way, int Shots, int Queries) : ITaskSampler
{
    public int Inputs { get; init; } = 8;

    public double Noise { get; init; } = 0.2;

    public ScalarType DType { get; init; } = ScalarType.Float32;

    public TaskBatch Sample(Seed seed, int tasks)
    {
        var random = seed.Generator();
        var centres = random.Normal(0, 1, [tasks, Way, 1, Inputs], DType);
        Tensor Points(int n) =>
            (centres + random.Normal(0, Noise, [tasks, Way, n, Inputs], DType)).reshape(
                tasks,
                Way * n,
                Inputs
            );
        Tensor Labels(int n) => arange(Way).repeat_interleave(n).unsqueeze(0).repeat(tasks, 1);
        return new(Points(Shots), Labels(Shots), Points(Queries), Labels(Queries));
    }
}
