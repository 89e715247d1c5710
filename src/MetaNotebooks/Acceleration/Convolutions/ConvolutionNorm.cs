using System.Runtime.CompilerServices;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// What stands between two convolutions, in as few sweeps as its sums allow: v = max(0, s ∘ h + t) with h the products
/// normalised by their own mean and variance. Derivatives along a direction (Pearlmutter 1994) are marked by a dot.
/// Each channel has a lane, so that a channel's sum over pixels is one chain of additions for each image.
/// </summary>
internal static unsafe class ConvolutionNorm
{
    private const float Epsilon = 1e-5f;

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
        for (var c = 0; c < block.Filters; c += Channels.Count)
        {
            var z = at.Normal + c;
            Channels sum = default,
                squares = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Channels part = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                    part += Channels.Load(z + grid.Flat[p]);
                sum += part;
            }
            var mean = sum / grid.Pixels;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Channels part = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var apart = Channels.Load(z + grid.Flat[p]) - mean;
                    part = Channels.MultiplyAdd(apart, apart, part);
                }
                squares += part;
            }
            var variance = squares / grid.Pixels;
            var spread = Channels.InverseRoot(variance, Epsilon);
            spread.Store(at.Spread + c);
            Channels scale = Channels.Load(theta + block.Scale + c),
                shift = Channels.Load(theta + block.Shift + c);
            for (var p = 0; p < grid.Pixels; p++)
            {
                var normal = (Channels.Load(z + grid.Flat[p]) - mean) * spread;
                normal.Store(z + grid.Flat[p]);
                var value = Channels.MultiplyAdd(scale, normal, shift);
                Channels.Rectified(value).Store(next + grid.Values[p] + c);
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
        for (var c = 0; c < block.Filters; c += Channels.Count)
        {
            float* normals = at.Normal + c,
                byValues = at.ByValue + c,
                byProducts = at.ByProduct + c;
            Channels byScale = default,
                byShift = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Channels scalePart = default,
                    shiftPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var byValue = Channels.WherePositive(
                        Channels.Load(next + grid.Values[p] + c),
                        Channels.Load(byNext + grid.Values[p] + c)
                    );
                    byValue.Store(byValues + grid.Flat[p]);
                    shiftPart += byValue;
                    scalePart = Channels.MultiplyAdd(
                        byValue,
                        Channels.Load(normals + grid.Flat[p]),
                        scalePart
                    );
                }
                byScale += scalePart;
                byShift += shiftPart;
            }
            byScale.Store(gradient + block.Scale + c);
            byShift.Store(gradient + block.Shift + c);
            Channels slope = Channels.Load(theta + block.Scale + c) * Channels.Load(at.Spread + c),
                scaleMean = byScale / grid.Pixels,
                shiftMean = byShift / grid.Pixels;
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var own = Channels.Load(byValues + flat) - shiftMean;
                (slope * (own - Channels.Load(normals + flat) * scaleMean)).Store(byProducts + flat);
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
        for (var c = 0; c < block.Filters; c += Channels.Count)
        {
            float* normals = at.Normal + c,
                moves = along.Normal + c;
            Channels sum = default,
                product = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Channels sumPart = default,
                    productPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var move = Channels.Load(moves + grid.Flat[p]);
                    sumPart += move;
                    productPart = Channels.MultiplyAdd(
                        move,
                        Channels.Load(normals + grid.Flat[p]),
                        productPart
                    );
                }
                sum += sumPart;
                product += productPart;
            }
            // σ̇ = the mean of h ∘ ż.
            Channels mean = sum / grid.Pixels,
                spreadMove = product / grid.Pixels,
                spread = Channels.Load(at.Spread + c),
                scale = Channels.Load(theta + block.Scale + c),
                scaleMove = Channels.Load(direction + block.Scale + c),
                shiftMove = Channels.Load(direction + block.Shift + c);
            (-spread * spreadMove).Store(along.Spread + c);
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var normal = Channels.Load(normals + flat);
                var move = spread * (Channels.Load(moves + flat) - mean - normal * spreadMove);
                move.Store(moves + flat);
                var value = scaleMove * normal + scale * move + shiftMove;
                Channels
                    .WherePositive(Channels.Load(next + grid.Values[p] + c), value)
                    .Store(nextAlong + grid.Values[p] + c);
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
        for (var c = 0; c < block.Filters; c += Channels.Count)
        {
            float* normals = at.Normal + c,
                normalMoves = along.Normal + c,
                byValues = at.ByValue + c,
                byValueMoves = along.ByValue + c,
                byProductMoves = along.ByProduct + c;
            Channels scaleSum = default,
                shiftSum = default;
            for (var first = 0; first < grid.Pixels; first += grid.ImagePixels)
            {
                Channels scalePart = default,
                    shiftPart = default;
                for (var p = first; p < first + grid.ImagePixels; p++)
                {
                    var flat = grid.Flat[p];
                    var move = Channels.WherePositive(
                        Channels.Load(next + grid.Values[p] + c),
                        Channels.Load(byNextAlong + grid.Values[p] + c)
                    );
                    move.Store(byValueMoves + flat);
                    shiftPart += move;
                    scalePart = Channels.MultiplyAdd(move, Channels.Load(normals + flat), scalePart);
                    scalePart = Channels.MultiplyAdd(
                        Channels.Load(byValues + flat),
                        Channels.Load(normalMoves + flat),
                        scalePart
                    );
                }
                scaleSum += scalePart;
                shiftSum += shiftPart;
            }
            scaleSum.Store(product + block.Scale + c);
            shiftSum.Store(product + block.Shift + c);
            Channels spread = Channels.Load(at.Spread + c),
                scale = Channels.Load(theta + block.Scale + c),
                slope = scale * spread,
                slopeMove =
                    Channels.Load(direction + block.Scale + c) * spread
                    + slope * Channels.Load(along.Spread + c),
                scaleMean = Channels.Load(gradient + block.Scale + c) / grid.Pixels,
                shiftMean = Channels.Load(gradient + block.Shift + c) / grid.Pixels,
                scaleMeanMove = scaleSum / grid.Pixels,
                shiftMeanMove = shiftSum / grid.Pixels;
            for (var p = 0; p < grid.Pixels; p++)
            {
                var flat = grid.Flat[p];
                var normal = Channels.Load(normals + flat);
                var own = Channels.Load(byValues + flat) - shiftMean - normal * scaleMean;
                var move =
                    Channels.Load(byValueMoves + flat)
                    - shiftMeanMove
                    - normal * scaleMeanMove
                    - Channels.Load(normalMoves + flat) * scaleMean;
                (slopeMove * own + slope * move).Store(byProductMoves + flat);
            }
        }
    }
}
