using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace MetaNotebooks.Functions;

/// <summary>What one iteration of MAML on sinusoids is made of: 25 tasks, 10 shots, two hidden layers of 40.</summary>
[MemoryDiagnoser]
public class SinusoidFunctions
{
    private static readonly Sinusoids Family = new();
    private static readonly Mlp Model = new(1, 40, 40, 1);

    // The same function, but not the one that the lanes know: automatic differentiation takes it.
    private static readonly TaskLoss Plain = new((p, y) => Losses.MeanSquaredError.Of(p, y));

    private readonly Parameters meta = Model.Init(1).Leaves();
    private readonly TaskBatch tasks = Family.Sample(2, 25);
    private readonly Tensor flat = zeros(1761);
    private readonly Tensor slope = ones(1761);
    private readonly Adam adam = new();
    private IReadOnlyList<Tensor> state = [];

    [Params(1, 5)]
    public int Steps { get; set; }

    [GlobalSetup]
    public void Setup() => state = adam.Init(flat);

    [Benchmark]
    public void Sample()
    {
        using var scope = NewDisposeScope();
        Family.Sample(3, 25);
    }

    [Benchmark(Baseline = true)]
    public void MetaGradientInLanes() => Gradient(Losses.MeanSquaredError);

    [Benchmark]
    public void MetaGradientByAutograd() => Gradient(Plain);

    [Benchmark]
    public void AdamStep()
    {
        using var scope = NewDisposeScope();
        adam.Step(1, flat, slope, state);
    }

    private void Gradient(TaskLoss loss)
    {
        using var scope = NewDisposeScope();
        Maml.Create(Model, loss, 0.01, Steps).MetaGradient(meta, tasks);
    }
}
