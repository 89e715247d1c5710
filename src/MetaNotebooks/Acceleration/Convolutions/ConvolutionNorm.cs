using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// What stands between two convolutions, in as few sweeps as its sums allow: v = max(0, s ∘ h + t) with h the products
/// normalised by their own mean and variance. Derivatives along a direction (Pearlmutter 1994) are marked by a dot.
/// Vectors hold channels, so that a channel's sum over pixels is one chain of additions for each image.
/// </summary>
internal static unsafe class ConvolutionNorm
{
    private const double Epsilon = 1e-5;
    private const int Lanes = 16;

    /// <summary>Normalises the products where they are, and gives v to the next block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ConvolutionBlock block,
        ConvolutionGrid grid,
        float* theta,
        ConvolutionPass.Block at,
        float* next
    )
    {
        for (var c = 0; c < block.Filters; c += Lanes)
        {
            var z = at.Normal + c;
            Vector512<float> sum = default,
                squares = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Vector512<float> part = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                    part += Vector512.Load(z + grid.Flat[p]);
                sum += part;
            }
            var mean = sum / grid.Pixels;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Vector512<float> part = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var apart = Vector512.Load(z + grid.Flat[p]) - mean;
                    part = Vector512.FusedMultiplyAdd(apart, apart, part);
                }
                squares += part;
            }
            var variance = squares / grid.Pixels;
            var spread = Vector512<float>.One / Vector512.Sqrt(variance + Vector512.Create((float)Epsilon));
            spread.Store(at.Spread + c);
            Vector512<float> scale = Vector512.Load(theta + block.Scale + c),
                shift = Vector512.Load(theta + block.Shift + c);
            for (var p = 0; p < grid.Pixels; p++)
            {
                var normal = (Vector512.Load(z + grid.Flat[p]) - mean) * spread;
                normal.Store(z + grid.Flat[p]);
                var value = Vector512.FusedMultiplyAdd(scale, normal, shift);
                // What is not a number stays so.
                Vector512
                    .ConditionalSelect(Vector512.LessThanOrEqual(value, default), default, value)
                    .Store(next + grid.Values[p] + c);
            }
        }
    }

    /// <summary>The loss's derivatives by s, by t and by the products, from those by v.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        ConvolutionBlock block,
        ConvolutionGrid grid,
        float* theta,
        ConvolutionPass.Block at,
        float* next,
        float* byNext,
        float* gradient
    )
    {
        for (var c = 0; c < block.Filters; c += Lanes)
        {
            float* normals = at.Normal + c,
                byValues = at.ByValue + c,
                byProducts = at.ByProduct + c;
            Vector512<float> byScale = default,
                byShift = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Vector512<float> scalePart = default,
                    shiftPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var byValue = Rectified(next + grid.Values[p] + c, byNext + grid.Values[p] + c);
                    byValue.Store(byValues + grid.Flat[p]);
                    shiftPart += byValue;
                    scalePart = Vector512.FusedMultiplyAdd(
                        byValue,
                        Vector512.Load(normals + grid.Flat[p]),
                        scalePart
                    );
                }
                byScale += scalePart;
                byShift += shiftPart;
            }
            byScale.Store(gradient + block.Scale + c);
            byShift.Store(gradient + block.Shift + c);
            Vector512<float> slope = Vector512.Load(theta + block.Scale + c) * Vector512.Load(at.Spread + c),
                scaleMean = byScale / grid.Pixels,
                shiftMean = byShift / grid.Pixels;
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var own = Vector512.Load(byValues + flat) - shiftMean;
                (slope * (own - Vector512.Load(normals + flat) * scaleMean)).Store(byProducts + flat);
            }
        }
    }

    /// <summary>From ż to ḣ where it is, and v̇ to the next block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ForwardAlong(
        ConvolutionBlock block,
        ConvolutionGrid grid,
        float* theta,
        float* direction,
        ConvolutionPass.Block at,
        ConvolutionPass.Block along,
        float* next,
        float* nextAlong
    )
    {
        for (var c = 0; c < block.Filters; c += Lanes)
        {
            float* normals = at.Normal + c,
                moves = along.Normal + c;
            Vector512<float> sum = default,
                product = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Vector512<float> sumPart = default,
                    productPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var move = Vector512.Load(moves + grid.Flat[p]);
                    sumPart += move;
                    productPart = Vector512.FusedMultiplyAdd(
                        move,
                        Vector512.Load(normals + grid.Flat[p]),
                        productPart
                    );
                }
                sum += sumPart;
                product += productPart;
            }
            // σ̇ = the mean of h ∘ ż.
            Vector512<float> mean = sum / grid.Pixels,
                spreadMove = product / grid.Pixels,
                spread = Vector512.Load(at.Spread + c),
                scale = Vector512.Load(theta + block.Scale + c),
                scaleMove = Vector512.Load(direction + block.Scale + c),
                shiftMove = Vector512.Load(direction + block.Shift + c);
            (-spread * spreadMove).Store(along.Spread + c);
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var normal = Vector512.Load(normals + flat);
                var move = spread * (Vector512.Load(moves + flat) - mean - normal * spreadMove);
                move.Store(moves + flat);
                var value = scaleMove * normal + scale * move + shiftMove;
                Where(Vector512.Load(next + grid.Values[p] + c), value).Store(nextAlong + grid.Values[p] + c);
            }
        }
    }

    /// <summary>The derivatives of <see cref="Backward"/>'s results.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void BackwardAlong(
        ConvolutionBlock block,
        ConvolutionGrid grid,
        float* theta,
        float* gradient,
        float* direction,
        ConvolutionPass.Block at,
        ConvolutionPass.Block along,
        float* next,
        float* byNextAlong,
        float* product
    )
    {
        for (var c = 0; c < block.Filters; c += Lanes)
        {
            float* normals = at.Normal + c,
                normalMoves = along.Normal + c,
                byValues = at.ByValue + c,
                byValueMoves = along.ByValue + c,
                byProductMoves = along.ByProduct + c;
            Vector512<float> scaleSum = default,
                shiftSum = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Vector512<float> scalePart = default,
                    shiftPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var flat = grid.Flat[p];
                    var move = Rectified(next + grid.Values[p] + c, byNextAlong + grid.Values[p] + c);
                    move.Store(byValueMoves + flat);
                    shiftPart += move;
                    scalePart = Vector512.FusedMultiplyAdd(move, Vector512.Load(normals + flat), scalePart);
                    scalePart = Vector512.FusedMultiplyAdd(
                        Vector512.Load(byValues + flat),
                        Vector512.Load(normalMoves + flat),
                        scalePart
                    );
                }
                scaleSum += scalePart;
                shiftSum += shiftPart;
            }
            scaleSum.Store(product + block.Scale + c);
            shiftSum.Store(product + block.Shift + c);
            Vector512<float> spread = Vector512.Load(at.Spread + c),
                scale = Vector512.Load(theta + block.Scale + c),
                slope = scale * spread,
                slopeMove =
                    Vector512.Load(direction + block.Scale + c) * spread
                    + slope * Vector512.Load(along.Spread + c),
                scaleMean = Vector512.Load(gradient + block.Scale + c) / grid.Pixels,
                shiftMean = Vector512.Load(gradient + block.Shift + c) / grid.Pixels,
                scaleMeanMove = scaleSum / grid.Pixels,
                shiftMeanMove = shiftSum / grid.Pixels;
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var normal = Vector512.Load(normals + flat);
                var own = Vector512.Load(byValues + flat) - shiftMean - normal * scaleMean;
                var move =
                    Vector512.Load(byValueMoves + flat)
                    - shiftMeanMove
                    - normal * scaleMeanMove
                    - Vector512.Load(normalMoves + flat) * scaleMean;
                (slopeMove * own + slope * move).Store(byProductMoves + flat);
            }
        }
    }

    // The rectifier's derivative, as libtorch has it: 0 at 0.
    private static Vector512<float> Rectified(float* value, float* by) =>
        Where(Vector512.Load(value), Vector512.Load(by));

    private static Vector512<float> Where(Vector512<float> value, Vector512<float> then) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(value, default), then, default);
}
