namespace MetaNotebooks.Tests;

/// <summary>Convolutions in single precision have the derivatives of those in double precision.</summary>
public class ConvolutionTests
{
    public static MatrixTheoryData<long, long, long> Sizes => new([1, 4, 16, 20], [1, 4, 16, 20], [1, 3]);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void FirstAndSecondDerivativesAreThoseOfDoublePrecision(long channels, long filters, long groups)
    {
        using var scope = NewDisposeScope();
        var random = new Seed(1).Generator();
        foreach (var (points, side, stride) in new[] { (16L, 1L, 1L), (16, 5, 1), (16, 8, 2), (3, 5, 2) })
        {
            var x = random.Normal(0, 1, [points, channels * groups, side, side]);
            var kernel = random.Normal(0, 1, [filters * groups, channels, 3, 3]);
            var single = Derivatives(x, kernel, stride, groups);
            var twice = Derivatives(x.to(ScalarType.Float64), kernel.to(ScalarType.Float64), stride, groups);
            Assert.All(
                single.Zip(twice),
                pair =>
                    Assert.InRange(
                        Numbers.RelativeError(pair.First.to(ScalarType.Float64), pair.Second),
                        0,
                        1e-4
                    )
            );
        }
    }

    // Of a cube by input and kernel, then of the sum of these by both.
    private static Tensor[] Derivatives(Tensor x, Tensor kernel, long stride, long groups)
    {
        Tensor[] by = [x.clone().requires_grad_(), kernel.clone().requires_grad_()];
        var y = nn.functional.conv2d(by[0], by[1], null, [stride, stride], [1, 1], [1, 1], groups);
        var first = autograd.grad([y.pow(3).mean()], by, null, true, true, false);
        var sum = first[0].square().sum() + first[1].square().sum();
        return [.. first, .. autograd.grad([sum], by, null, false, false, false)];
    }
}
