namespace MetaNotebooks.Tests;

/// <summary>A sampler under the contract.</summary>
/// <param name="Name">Name in the test's output.</param>
/// <param name="Make">The sampler with given shots and queries (per class, for a classification family).</param>
/// <param name="Way">Classes a task; 1 for regression. Set sizes are way × shots and way × queries.</param>
public sealed record SamplerCase(string Name, Func<int, int, ITaskSampler> Make, int Way = 1)
{
    /// <summary>The task is a function to minimise: its query set is its support set, of a size it does not choose.</summary>
    public bool QueryIsSupport { get; init; }
}

/// <summary>Names samplers for <see cref="SamplerContract"/>; each test file of a sampler has one.</summary>
public interface ISamplerCases
{
    IEnumerable<SamplerCase> Cases { get; }
}
