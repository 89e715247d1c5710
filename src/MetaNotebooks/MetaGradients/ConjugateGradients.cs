using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Conjugate gradients (Hestenes and Stiefel 1952) for the systems of T tasks at once, Ax = b.</summary>
internal static class ConjugateGradients
{
    /// <summary>
    /// A task whose error is gone stays where it is. So does one where the curvature along the search is not
    /// positive, as it can be far from a minimum: further iterations could lead anywhere.
    /// </summary>
    /// <param name="product">A times such a vector, A symmetric, task by task.</param>
    /// <param name="b">The right sides, <c>[T, …]</c> each; x begins there.</param>
    /// <param name="iterations">At least 0.</param>
    public static Parameters Solve(Func<Parameters, Parameters> product, Parameters b, int iterations)
    {
        if (iterations == 0)
            return b;
        var x = b;
        var rest = b - product(x);
        var direction = rest;
        var square = Inner(rest, rest);
        var going = square.gt(0);
        for (var i = 0; i < iterations; i++)
        {
            using var scope = NewDisposeScope();
            var moved = product(direction);
            var curvature = Inner(direction, moved);
            going = going.logical_and(curvature.gt(0));
            var length = Ratio(square, curvature, going);
            x += Times(length, direction);
            rest -= Times(length, moved);
            var next = Inner(rest, rest);
            going = going.logical_and(next.gt(0));
            direction = rest + Times(Ratio(next, square, going), direction);
            square = next;
            scope.MoveToOuter([.. x, .. rest, .. direction, square, going]);
        }
        return x;
    }

    private static Tensor Inner(Parameters a, Parameters b) =>
        a.Zip(b, (one, other) => (one * other).flatten(1).sum([1L])).Aggregate((sum, part) => sum + part);

    private static Tensor Ratio(Tensor a, Tensor b, Tensor where) =>
        (a / b.masked_fill(where.logical_not(), 1)).masked_fill(where.logical_not(), 0);

    private static Parameters Times(Tensor factor, Parameters a) =>
        a.Map(each => factor.view([-1, .. each.shape.Skip(1).Select(_ => 1L)]) * each);
}
