using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Adaptation by an inner rule: the trajectory of the parameters, θ₀ … θ_S, each <c>[T, …]</c>.</summary>
public sealed class Adaptation : IAdaptation
{
    private readonly IModel model;

    private Adaptation(IModel model, IReadOnlyList<Parameters> trajectory, Parameters state)
    {
        this.model = model;
        Trajectory = trajectory;
        State = state;
    }

    /// <summary>The parameters before the first step and after each, <c>Steps + 1</c> of them.</summary>
    public IReadOnlyList<Parameters> Trajectory { get; }

    /// <summary>The parameters after the last step.</summary>
    public Parameters Final => Trajectory[^1];

    /// <summary>What the rule remembers after the last step; another run can go on from it.</summary>
    public Parameters State { get; }

    /// <inheritdoc/>
    public int Steps => Trajectory.Count - 1;

    /// <inheritdoc/>
    public Tensor Predict(int step, Tensor x)
    {
        // The same inputs for all tasks may be given once.
        var tasks = Trajectory[0][0].shape[0];
        Require.Query(step, Steps, x, Require.Batched(x, nameof(x))[0] == 1 ? 1 : tasks);
        return model.Forward(Trajectory[step], x);
    }

    /// <summary>The loss of every state of the trajectory on given points.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="x">Inputs <c>[T, n, …]</c>.</param>
    /// <param name="y">Targets <c>[T, n, …]</c>.</param>
    /// <returns>Losses <c>[Steps + 1, T]</c>.</returns>
    public Tensor Losses(TaskLoss loss, Tensor x, Tensor y) =>
        Held.Stack(
            Trajectory.Select(theta =>
                Require.PerTask(
                    loss.Of(model.Forward(theta, x), y),
                    Require.Batched(y, nameof(y))[0],
                    $"{model.GetType().Name} on given points"
                )
            )
        );

    /// <summary>Adapts to T tasks at once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">The loss; its gradient is taken on the support set only.</param>
    /// <param name="rule">The inner rule.</param>
    /// <param name="theta">Where every task starts: shared parameters, or <c>[T, …]</c>.</param>
    /// <param name="rho">The rule's tensors, of <see cref="IInnerRule.Init"/>.</param>
    /// <param name="x">Support inputs <c>[T, k, …]</c>.</param>
    /// <param name="y">Support targets <c>[T, k, …]</c>.</param>
    /// <param name="steps">Inner steps, at least 0.</param>
    /// <param name="derivatives">What to keep for differentiating through the adaptation.</param>
    /// <param name="state">What the rule remembers of steps before these; null where these are the first.</param>
    public static Adaptation Run(
        IModel model,
        TaskLoss loss,
        IInnerRule rule,
        Parameters theta,
        Parameters rho,
        Tensor x,
        Tensor y,
        int steps,
        Derivatives derivatives = Derivatives.None,
        Parameters? state = null
    )
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Require.Parameters(model, theta, nameof(theta));
        Require.Leading(y, nameof(y), Require.Batched(x, nameof(x))[..2]);
        var current = PerTask(model, theta, x.shape[0]);
        state ??= rule.Begin(rho, current.Only(rule.Moves));
        var trajectory = new List<Parameters>(steps + 1) { current };
        for (var step = 0; step < steps; step++)
        {
            // Handles only: what a derivative needs later is held by the graph itself.
            using var scope = NewDisposeScope();
            var moving = current.Only(rule.Moves);
            var support = Support(model, loss, current, moving, x, y, derivatives);
            var (moved, next) = rule.Step(rho, moving, support, state);
            if (derivatives == Derivatives.None)
                (moved, next) = (moved.Detached(), next.Detached());
            scope.MoveToOuter([.. moved, .. next]);
            current = current.With(moved);
            state = next;
            trajectory.Add(current);
        }
        return new(model, trajectory, state);
    }

    /// <summary>Where an adaptation ends, without keeping the way there: its memory does not grow with the steps.</summary>
    /// <inheritdoc cref="Run"/>
    internal static Parameters End(
        IModel model,
        TaskLoss loss,
        IInnerRule rule,
        Parameters theta,
        Parameters rho,
        Tensor x,
        Tensor y,
        int steps
    )
    {
        var run = Run(model, loss, rule, theta, rho, x, y, 0);
        for (var step = 0; step < steps; step++)
        {
            var before = run;
            run = Run(model, loss, rule, before.Final, rho, x, y, 1, state: before.State);
            // The first are the caller's.
            if (step > 0)
                Held.Leave([.. before.Final, .. before.State], [.. run.Final, .. run.State]);
        }
        return run.Final;
    }

    // Summing over tasks gives each task its own gradient: no task's loss depends on another's parameters.
    internal static SupportLoss Support(
        IModel model,
        TaskLoss loss,
        Parameters theta,
        Parameters moving,
        Tensor x,
        Tensor y,
        Derivatives derivatives
    )
    {
        var keep = derivatives == Derivatives.Second;
        // Where no derivative passes through the gradients, nothing may be recorded behind them.
        var still = keep ? theta : theta.Detached();
        Tensor? losses = null;
        var name = $"{model.GetType().Name} on the support set";
        var gradients = Gradient.Of(
            name,
            moving,
            own =>
            {
                losses = loss.Of(model.Forward(still.With(own), x), y);
                return Require.PerTask(losses, x.shape[0], name).sum();
            },
            differentiable: keep
        );
        return new(losses!.detach(), gradients);
    }

    private static Parameters PerTask(IModel model, Parameters theta, long tasks)
    {
        var shapes = model.Shapes;
        var place = 0;
        return theta.Map(t =>
        {
            var shape = shapes[place++];
            return t.dim() > shape.Length ? t : t.expand([tasks, .. shape]);
        });
    }
}
