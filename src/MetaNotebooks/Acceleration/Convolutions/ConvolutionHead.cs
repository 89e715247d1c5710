using System.Runtime.Intrinsics;
using MetaNotebooks.Acceleration;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The linear layer behind the blocks, with cross-entropy: f ↦ W·f + b, W <c>[way, features]</c>. Its derivatives by the
/// logits are p − 1 at the label, over the number of points; their derivative along a direction is p ∘ (l̇ − p·l̇).
/// </summary>
/// <param name="features">Its inputs, a multiple of the vectors' length.</param>
/// <param name="way">Its outputs.</param>
/// <param name="offset">Where its parameters begin.</param>
internal sealed unsafe class ConvolutionHead(int features, int way, int offset)
{
    private const int Lanes = 16;

    /// <summary>Where its parameters begin.</summary>
    public int Offset => offset;

    /// <summary>Where b begins.</summary>
    public int Bias { get; } = offset + way * features;

    /// <summary>The mean cross-entropy; the derivative by the logits is left in the pass.</summary>
    public float Loss(float* theta, int* labels, Pass pass)
    {
        var sum = 0.0;
        for (var i = 0; i < pass.Points; i++)
        {
            var shares = pass.Shares + i * way;
            var most = float.NegativeInfinity;
            for (var k = 0; k < way; k++)
            {
                shares[k] = Dot(pass.Features + i * features, Row(theta, k)) + theta[Bias + k];
                most = MathF.Max(most, shares[k]);
            }
            var own = shares[labels[i]] - most;
            var total = 0f;
            for (var k = 0; k < way; k++)
                total += shares[k] = MathF.Exp(shares[k] - most);
            sum += MathF.Log(total) - own;
            for (var k = 0; k < way; k++)
            {
                shares[k] /= total;
                pass.ByLogits[i * way + k] = (shares[k] - (k == labels[i] ? 1 : 0)) / pass.Points;
            }
        }
        return (float)(sum / pass.Points);
    }

    /// <summary>The loss's derivatives by W, b and the features.</summary>
    public void Backward(float* theta, Pass pass, float* gradient)
    {
        Clear(gradient);
        new Span<float>(pass.ByFeatures, pass.Points * features).Clear();
        Add(pass.ByLogits, theta, pass.Features, pass.ByFeatures, gradient, pass.Points);
        AddBias(pass, pass.ByLogits, gradient);
    }

    /// <summary>The derivative of the loss's by the logits, after the features' is known.</summary>
    public void ForwardAlong(float* theta, float* direction, Pass pass, Pass along)
    {
        var moves = stackalloc float[way];
        for (var i = 0; i < pass.Points; i++)
        {
            var shares = pass.Shares + i * way;
            var mean = 0f;
            for (var k = 0; k < way; k++)
            {
                moves[k] =
                    Dot(along.Features + i * features, Row(theta, k))
                    + Dot(pass.Features + i * features, Row(direction, k))
                    + direction[Bias + k];
                mean += shares[k] * moves[k];
            }
            for (var k = 0; k < way; k++)
                along.ByLogits[i * way + k] = shares[k] * (moves[k] - mean) / pass.Points;
        }
    }

    /// <summary>The derivatives of <see cref="Backward"/>'s results.</summary>
    public void BackwardAlong(float* theta, float* direction, Pass pass, Pass along, float* product)
    {
        Clear(product);
        new Span<float>(along.ByFeatures, pass.Points * features).Clear();
        Add(along.ByLogits, theta, pass.Features, along.ByFeatures, product, pass.Points);
        Add(pass.ByLogits, direction, along.Features, along.ByFeatures, product, pass.Points);
        AddBias(pass, along.ByLogits, product);
    }

    private float* Row(float* theta, int k) => theta + offset + k * features;

    private void Clear(float* gradient) => new Span<float>(gradient + offset, Bias + way - offset).Clear();

    private void AddBias(Pass pass, float* byLogits, float* gradient)
    {
        for (var i = 0; i < pass.Points; i++)
        for (var k = 0; k < way; k++)
            gradient[Bias + k] += byLogits[i * way + k];
    }

    // byInputs += byLogits · W, and the derivative by W += byLogitsᵀ · inputs.
    private void Add(
        float* byLogits,
        float* theta,
        float* inputs,
        float* byInputs,
        float* gradient,
        int points
    )
    {
        for (var i = 0; i < points; i++)
        for (var k = 0; k < way; k++)
        {
            var by = Vector512.Create(byLogits[i * way + k]);
            float* input = inputs + i * features,
                byInput = byInputs + i * features,
                row = Row(theta, k),
                byRow = Row(gradient, k);
            for (var j = 0; j < features; j += Lanes)
            {
                Vector512
                    .FusedMultiplyAdd(by, Vector512.Load(row + j), Vector512.Load(byInput + j))
                    .Store(byInput + j);
                Vector512
                    .FusedMultiplyAdd(by, Vector512.Load(input + j), Vector512.Load(byRow + j))
                    .Store(byRow + j);
            }
        }
    }

    private float Dot(float* a, float* b)
    {
        Vector512<float> sum = default;
        for (var j = 0; j < features; j += Lanes)
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(a + j), Vector512.Load(b + j), sum);
        return Vector512.Sum(sum);
    }

    /// <summary>What a pass through it leaves; of a pass along a direction, its derivatives.</summary>
    public sealed class Pass
    {
        /// <summary>Takes its buffers.</summary>
        /// <param name="memory">Where from.</param>
        /// <param name="points">Images, n.</param>
        /// <param name="way">Classes.</param>
        /// <param name="features">What the blocks give, <c>[n, features]</c>.</param>
        /// <param name="byFeatures">A buffer for the loss's derivative by it.</param>
        public Pass(AlignedMemory memory, int points, int way, float* features, float* byFeatures)
        {
            Points = points;
            Features = features;
            ByFeatures = byFeatures;
            ByLogits = memory.Numbers(points * way);
            Shares = memory.Numbers(points * way);
        }

        public int Points { get; }
        public float* Features { get; }
        public float* ByFeatures { get; }

        /// <summary>The loss's derivative by the logits, <c>[n, way]</c>.</summary>
        public float* ByLogits { get; }

        /// <summary>The probabilities of the classes, <c>[n, way]</c>.</summary>
        public float* Shares { get; }

        /// <summary>How long its buffers are together, in vectors.</summary>
        public static long BufferLength(int points, int way) => 2 * AlignedMemory.Vectors(points * way);
    }
}
