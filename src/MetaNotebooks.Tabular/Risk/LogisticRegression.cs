using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Logistic regression with an L2 or L1 regulariser (errata page, D3.3–D3.4) for T problems at once, by Newton's method: each
/// step minimises the quadratic model of the loss plus the regulariser, exactly for L2 and by cyclic coordinate descent
/// for L1 (Friedman, Hastie, Tibshirani 2010), then searches along the line. It works in float64 until the optimality
/// (KKT) conditions hold.
/// </summary>
/// <param name="Strength">λ, above 0.</param>
/// <param name="Penalty">The regulariser of the weights. Default L2.</param>
public sealed record LogisticRegression(double Strength, Penalty Penalty = Penalty.L2) : IRegularisedRisk
{
    private const double Tolerance = 1e-9;
    private const int MostIterations = 200;

    /// <inheritdoc/>
    public IRegularisedRisk At(double strength) => this with { Strength = strength };

    /// <inheritdoc/>
    /// <remarks>
    /// Targets are classes 0 and 1, int64 <c>[T, n]</c>, both in every problem (with one class alone the bias has no
    /// optimum). The result is two logits, W <c>[T, d, 2]</c> and b <c>[T, 1, 2]</c>, as <see cref="Losses.CrossEntropy"/>
    /// reads them: the first is 0, the second x·w + b.
    /// </remarks>
    /// <exception cref="ArithmeticException">The conditions do not hold after 200 steps.</exception>
    public Parameters Fit(Tensor x, Tensor y)
    {
        Require.Positive(Strength, nameof(Strength));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var problem = new LogisticProblem(x, y, Strength, Penalty);
        var theta = zeros([x.shape[0], x.shape[2] + 1, 1], ScalarType.Float64);
        var tolerance = Tolerance * Math.Max(1, x.abs().max().ToDouble());
        for (var i = 0; ; i++)
        {
            using var iteration = NewDisposeScope();
            var gradient = problem.Gradient(theta);
            var residual = problem.Violation(theta, gradient);
            if (residual <= tolerance)
                break;
            if (i == MostIterations)
                throw new ArithmeticException(
                    $"Logistic regression: the optimality conditions are off by {residual} after {i} steps; expected "
                        + $"at most {tolerance}. Scale the inputs or raise Strength (λ = {Strength})."
                );
            theta = problem.Step(theta, gradient, residual);
            iteration.MoveToOuter(theta);
        }
        var both = Held.Cat([zeros_like(theta), theta], -1).to(x.dtype);
        var logits = Parameters.Of(
            ("weight", both.narrow(1, 0, x.shape[2]).clone()),
            ("bias", both.narrow(1, x.shape[2], 1).clone())
        );
        scope.MoveToOuter(logits);
        return logits;
    }

    /// <summary>
    /// The strength from which on an L1 regulariser leaves no weight: max |xᵀ(y − ȳ)|/n. A path starts here.
    /// </summary>
    /// <param name="x">Inputs <c>[T, n, d]</c>.</param>
    /// <param name="y">Classes 0 and 1, int64 <c>[T, n]</c>.</param>
    /// <returns>Strengths <c>[T]</c>, float64.</returns>
    public static Tensor SparsestStrength(Tensor x, Tensor y)
    {
        LogisticProblem.Check(x, y);
        var label = y.to(ScalarType.Float64).unsqueeze(-1);
        var slopes = matmul(x.to(ScalarType.Float64).transpose(1, 2), label - label.mean([1], keepdim: true));
        return slopes.abs().amax([1, 2]) / x.shape[1];
    }
}
