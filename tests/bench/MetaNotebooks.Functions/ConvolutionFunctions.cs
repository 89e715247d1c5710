using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace MetaNotebooks.Functions;

/// <summary>Meta-gradients of learners of images: 8 tasks, 5-way 1-shot, four blocks of 64 filters.</summary>
[MemoryDiagnoser]
public class ConvolutionFunctions
{
    private static readonly Conv4 Body = new();
    private static readonly Chain Classifier = new(Body, new Linear(Body.Outputs, 5));

    // The same functions, but not those that are written out: automatic differentiation takes them.
    private static readonly TaskLoss PlainLoss = new((p, y) => Losses.CrossEntropy.Of(p, y));
    private static readonly Chain PlainBody = new(Body);

    private readonly Parameters meta = Classifier.Init(1).Leaves();
    private readonly Parameters body = Body.Init(1).Leaves();
    private readonly TaskBatch tasks = new NWayKShot(new Glyphs().Draw(1)) { Queries = 5 }.Sample(2, 8);

    [Benchmark(Baseline = true)]
    public void Maml() => Run(MetaNotebooks.Maml.Create(Classifier, Losses.CrossEntropy, 0.4), meta);

    [Benchmark]
    public void MamlByAutograd() => Run(MetaNotebooks.Maml.Create(Classifier, PlainLoss, 0.4), meta);

    [Benchmark]
    public void Anil() => Run(MetaNotebooks.Anil.Create(Classifier, Losses.CrossEntropy, 0.1, 5), meta);

    [Benchmark]
    public void AnilByAutograd() => Run(MetaNotebooks.Anil.Create(Classifier, PlainLoss, 0.1, 5), meta);

    [Benchmark]
    public void ProtoNet() => Run(new ProtoNet(Body), body);

    [Benchmark]
    public void ProtoNetByAutograd() => Run(new ProtoNet(PlainBody), body);

    private void Run(ILearner learner, Parameters parameters)
    {
        using var scope = NewDisposeScope();
        learner.MetaGradient(parameters, tasks);
    }
}
