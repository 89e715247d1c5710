using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The risk of logistic regression at θ = (w, b) <c>[T, d + 1, 1]</c>, its derivatives and its Newton step.</summary>
internal sealed class LogisticProblem
{
    // Keeps the quadratic model strictly convex where a column of x is constant; the optimum does not depend on it.
    private const double Damping = 1e-10;
    private const int MostSweeps = 1000;
    private const int MostHalvings = 40;

    private readonly double strength;
    private readonly Penalty penalty;
    private readonly Tensor design;
    private readonly Tensor transposed;
    private readonly Tensor label;
    private readonly Tensor isWeight;
    private readonly long points;

    public LogisticProblem(Tensor x, Tensor y, double strength, Penalty penalty)
    {
        Check(x, y);
        (this.strength, this.penalty, points) = (strength, penalty, x.shape[1]);
        var inputs = x.to(ScalarType.Float64);
        design = Held.Cat([inputs, ones_like(inputs.narrow(2, 0, 1))], -1);
        transposed = design.transpose(1, 2);
        label = y.to(ScalarType.Float64).unsqueeze(-1);
        isWeight = Held.Cat(
            [ones([x.shape[2], 1], ScalarType.Float64), zeros([1L, 1L], ScalarType.Float64)],
            0
        );
    }

    public static void Check(Tensor x, Tensor y)
    {
        Require.Table(x, nameof(x));
        Require.Leading(y, nameof(y), x.shape[..2]);
        Require.Classes(y, nameof(y), 2);
        var share = Held.Numbers<double>(y.to(ScalarType.Float64).mean([1]));
        for (var t = 0; t < share.Length; t++)
            if (share[t] is 0 or 1)
                throw new ArgumentException(
                    $"y of problem {t} holds class {share[t]} only; expected both classes.",
                    nameof(y)
                );
    }

    /// <summary>Gradient of the smooth part (the loss, and an L2 regulariser), <c>[T, d + 1, 1]</c>.</summary>
    public Tensor Gradient(Tensor theta)
    {
        var gradient = matmul(transposed, matmul(design, theta).sigmoid() - label) / points;
        return penalty == Penalty.L2 ? gradient + 2 * strength * isWeight * theta : gradient;
    }

    /// <summary>By how much the optimality conditions are missed, the largest over all coordinates of all problems.</summary>
    public double Violation(Tensor theta, Tensor gradient)
    {
        if (penalty == Penalty.L2)
            return gradient.abs().max().ToDouble();
        // A subgradient 0 must exist: g + λ sign w = 0 where w ≠ 0, |g| ≤ λ where w = 0, g = 0 for the bias.
        var weights = isWeight * theta;
        var off = (gradient + strength * weights.sign()).abs();
        var resting = (gradient.abs() - strength * isWeight).clamp_min(0);
        return where(weights.eq(0), resting, off).max().ToDouble();
    }

    /// <summary>θ after one step: towards the minimum of the quadratic model, as far as the risk falls.</summary>
    public Tensor Step(Tensor theta, Tensor gradient, double violation)
    {
        var probability = matmul(design, theta).sigmoid();
        var hessian = matmul(transposed, probability * (1 - probability) * design) / points;
        var diagonal =
            penalty == Penalty.L2 ? 2 * strength * isWeight + Damping : full_like(isWeight, Damping);
        hessian += diagonal.squeeze(-1).diag();
        var direction =
            penalty == Penalty.L2
                ? -linalg.solve(hessian, gradient)
                : CoordinateDescent(theta, gradient, hessian, violation) - theta;
        return Search(theta, gradient, direction);
    }

    // Minimises g·δ + δᵀHδ/2 + λ‖w + δ‖₁ over u = θ + δ, one coordinate of all problems at a time; `slope` is g + Hδ.
    private Tensor CoordinateDescent(Tensor theta, Tensor gradient, Tensor hessian, double violation)
    {
        var count = theta.shape[1];
        Tensor[] columns = [.. Enumerable.Range(0, (int)count).Select(j => hessian.narrow(2, j, 1))];
        Tensor[] curvatures = [.. columns.Select((column, j) => column.narrow(1, j, 1))];
        Tensor[] values = [.. Enumerable.Range(0, (int)count).Select(j => theta.narrow(1, j, 1))];
        var slope = gradient;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            using var scope = NewDisposeScope();
            var largest = 0.0;
            for (var j = 0; j < count; j++)
            {
                var target = curvatures[j] * values[j] - slope.narrow(1, j, 1);
                if (j < count - 1)
                    target = target.sign() * (target.abs() - strength).clamp_min(0);
                var value = target / curvatures[j];
                var move = value - values[j];
                slope += columns[j] * move;
                values[j] = value;
                largest = Math.Max(largest, (curvatures[j] * move).abs().max().ToDouble());
            }
            scope.MoveToOuter([slope, .. values]);
            if (largest <= 0.01 * violation)
                break;
        }
        return Held.Cat(values, 1);
    }

    // Armijo's condition for a smooth part plus a norm (Tseng and Yun 2009), each problem with its own step length.
    private Tensor Search(Tensor theta, Tensor gradient, Tensor direction)
    {
        var risk = Risk(theta);
        var decrease =
            (gradient * direction).sum([1L], keepdim: true) + Norm(theta + direction) - Norm(theta);
        var length = ones_like(risk);
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            // Rounding in the risk hides a decrease near the optimum; a full step is right there.
            var bound = risk + 1e-4 * length * decrease + 1e-13 * (1 + risk.abs());
            var enough = Risk(theta + length * direction).le(bound);
            if (enough.all().ToBoolean())
                break;
            length = where(enough, length, length / 2);
        }
        return theta + length * direction;
    }

    private Tensor Norm(Tensor theta) =>
        penalty == Penalty.L1
            ? strength * (isWeight * theta).abs().sum([1L], keepdim: true)
            : zeros([theta.shape[0], 1L, 1L], ScalarType.Float64);

    private Tensor Risk(Tensor theta)
    {
        var logit = matmul(design, theta);
        // log(1 + eᶻ) − yz, where −log σ(−z) cannot overflow.
        var loss = (-(-logit).log_sigmoid() - label * logit).mean([1], keepdim: true);
        return penalty == Penalty.L1
            ? loss + Norm(theta)
            : loss + strength * (isWeight * theta).square().sum([1L], keepdim: true);
    }
}
