using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MetaNotebooks.Functions;

// In this process, since a project of BenchmarkDotNet's own would be built without the kit's package stack.
var config = DefaultConfig
    .Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine("artifacts", "functions"));
BenchmarkSwitcher
    .FromTypes([typeof(SinusoidFunctions), typeof(ConvolutionFunctions)])
    .Run(args.Length == 0 ? ["--filter", "*"] : args, config);
