using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The meta-gradient through the learned update of <see cref="LstmStep"/>, with a coordinate in each lane of the
/// processor's vectors and the derivatives written out (<see cref="LstmStepLanes"/>). The update is nearly all of the work, and
/// the gradients that it reads count as constants; so these are automatic differentiation's, of any model and loss.
/// </summary>
internal sealed class LstmStepKernel : IMetaGradientKernel
{
    /// <inheritdoc/>
    public Computation Computation => Computation.Coordinates;

    /// <inheritdoc/>
    public string? Refusal(AdaptiveLearner learner, Parameters theta, Parameters rho, TaskBatch tasks)
    {
        if (learner.Rule is not LstmStep)
            return $"the rule is {learner.Rule.GetType().Name}; expected {nameof(LstmStep)}";
        var numbers = theta.Sum(part => part.numel()) + Floats.Count;
        return PlainNumbers.Problem("the start", theta, learner.Model.Shapes)
            ?? PlainNumbers.Problem("the rule", rho, rho.Shapes)
            ?? (
                TaskPart.IsArray(tasks.Tasks * numbers * LstmStepLanes.Given)
                    ? null
                    : $"{tasks.Tasks} tasks of {numbers} numbers are more than 32 bits can number"
            );
    }

    /// <inheritdoc/>
    public MetaGradient Estimate(
        AdaptiveLearner learner,
        Parameters theta,
        Parameters rho,
        TaskBatch tasks,
        Derivatives derivatives
    )
    {
        var (model, loss, rule) = (learner.Model, learner.Loss, (LstmStep)learner.Rule);
        using var scope = NewDisposeScope();
        var weights = new LstmStepWeights(rho, rule.Hidden);
        Require.AtLeast(learner.Steps, 0, nameof(learner.Steps));
        // Checks what all adaptations check, and gives each task its own parameters.
        var current = Adaptation.Run(model, loss, rule, theta, rho, tasks.SupportX, tasks.SupportY, 0).Final;
        using var run = new LstmStepRun(
            weights,
            tasks.Tasks,
            (int)theta.Sum(part => part.numel()),
            learner.Steps
        );
        for (var step = 0; step < learner.Steps; step++)
        {
            using var memory = NewDisposeScope();
            var support = Adaptation.Support(
                model,
                loss,
                current,
                current,
                tasks.SupportX,
                tasks.SupportY,
                Derivatives.First
            );
            var after = run.Step(
                TaskVectors.Join(current),
                support.Losses,
                TaskVectors.Join(support.Gradients)
            );
            current = TaskVectors.Split(after, current);
            memory.MoveToOuter(current);
        }
        Tensor? losses = null;
        var slopes = Gradient.Of(
            learner.Name,
            current,
            own =>
            {
                losses = loss.Of(model.Forward(own, tasks.QueryX), tasks.QueryY);
                return Require.PerTask(losses, tasks.Tasks, learner.Name).mean();
            }
        );
        var (byTheta, byCell, byGates) = run.Back(TaskVectors.Join(slopes));
        var gradients = learner.Whole(
            () =>
                TaskVectors
                    .Split(byTheta.sum([0L], keepdim: true), theta.Map(part => part.unsqueeze(0)))
                    .Map(part => part.squeeze(0)),
            () => weights.Gradients(byCell, byGates)
        );
        var value = losses!.detach();
        scope.MoveToOuter([value, .. gradients]);
        return new(value, gradients) { By = Computation.Coordinates };
    }
}
