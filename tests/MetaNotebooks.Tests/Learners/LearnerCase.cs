namespace MetaNotebooks.Tests;

/// <summary>A learner under the contract, with a small family of float64 tasks that it can learn from.</summary>
public sealed record LearnerCase(ILearner Learner, ITaskSampler Family);

/// <summary>Names learners for <see cref="LearnerContract"/>; each test file of a learner has one.</summary>
public interface ILearnerCases
{
    IEnumerable<LearnerCase> Cases { get; }
}
