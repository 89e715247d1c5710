using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Gradients against central finite differences, in double precision.</summary>
internal static class Numeric
{
    private const double Step = 1e-5;

    /// <summary>Checks the first derivatives of the sum of <paramref name="f"/>, weighted at random.</summary>
    internal static void CheckGradient(Func<Tensor[], Tensor> f, params Tensor[] inputs)
    {
        using var scope = NewDisposeScope();
        var weight = Weight(f(inputs).shape, 7);
        Check(x => (f(x) * weight).sum(), x => Gradients(f, x, weight, create_graph: false), inputs);
    }

    /// <summary>Checks the first derivatives, and the derivatives of a random projection of them.</summary>
    internal static void CheckBoth(Func<Tensor[], Tensor> f, params Tensor[] inputs)
    {
        CheckGradient(f, inputs);
        using var scope = NewDisposeScope();
        var weight = Weight(f(inputs).shape, 7);
        // Squared, so that a linear function has a second derivative too.
        Tensor Squared(Tensor[] x) => f(x).square();
        Tensor Projected(Tensor[] x)
        {
            var total = zeros([], ScalarType.Float64);
            var gradients = Gradients(Squared, x, weight, create_graph: true);
            for (var i = 0; i < gradients.Count; i++)
                total = total + (gradients[i] * Weight(gradients[i].shape, 11 + i)).sum();
            return total;
        }
        Check(Projected, x => autograd.grad([Projected(x)], x, null, false, false, true), inputs);
    }

    private static void Check(
        Func<Tensor[], Tensor> scalar,
        Func<Tensor[], IList<Tensor>> gradients,
        Tensor[] inputs
    )
    {
        var leaves = inputs.Select(input => input.detach().clone().requires_grad_()).ToArray();
        var found = gradients(leaves);
        for (var i = 0; i < inputs.Length; i++)
        {
            var analytic = found[i].IsInvalid ? new double[inputs[i].numel()] : Near.Values(found[i]);
            for (var j = 0; j < analytic.Length; j++)
            {
                var numeric = (At(scalar, inputs, i, j, Step) - At(scalar, inputs, i, j, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(numeric - analytic[j]) < 1e-5 * (1 + Math.Abs(numeric)),
                    $"input {i}, element {j}: numeric {numeric}, analytic {analytic[j]}"
                );
            }
        }
    }

    private static IList<Tensor> Gradients(
        Func<Tensor[], Tensor> f,
        Tensor[] x,
        Tensor weight,
        bool create_graph
    ) => autograd.grad([(f(x) * weight).sum()], x, null, create_graph, create_graph);

    private static double At(
        Func<Tensor[], Tensor> scalar,
        Tensor[] inputs,
        int which,
        int element,
        double step
    )
    {
        using var scope = NewDisposeScope();
        var moved = inputs.Select(input => input.detach().clone()).ToArray();
        moved[which].view(-1)[element].add_(step);
        // Where the function itself is a derivative it needs leaves.
        foreach (var input in moved)
            input.requires_grad_();
        return scalar(moved).item<double>();
    }

    private static Tensor Weight(long[] shape, int seed)
    {
        var random = new Random(seed);
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var values = Enumerable.Range(0, (int)count).Select(_ => random.NextDouble() * 2 - 1).ToArray();
        return tensor(values, shape);
    }
}
