using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Conditional neural process (Garnelo et al. 2018, equations 1–3): each support point is encoded, the mean of the codes
/// stands for the task, and a decoder reads it beside an input to give a normal distribution of the target. Adapting is
/// one pass; nothing is iterated. Outer loss: −log p of the QUERY targets, a mean over points.
/// </summary>
/// <param name="Inputs">Numbers of an input, at least 1.</param>
/// <param name="Outputs">Numbers of a target, at least 1.</param>
public sealed record NeuralProcess(int Inputs, int Outputs) : ILearner
{
    /// <summary>Numbers of a code, and of each hidden layer: two in the encoder, two in the decoder. Default 64.</summary>
    public int Size { get; init; } = 64;

    /// <summary>The least deviation σ, above 0: σ = Least + (1 − Least)·softplus. Default 0.1, as in the paper's program.</summary>
    public double Least { get; init; } = 0.1;

    /// <inheritdoc/>
    public string Name => "neural process";

    private Mlp Encoder => new(Inputs + Outputs, Size, Size, Size);

    private Mlp Decoder => new(Inputs + Size, Size, Size, 2 * Outputs);

    /// <summary>The parts "encoder" and "decoder".</summary>
    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Parameters.Join(
            ("encoder", Encoder.Init(seed.Split("encoder"), dtype)),
            ("decoder", Decoder.Init(seed.Split("decoder"), dtype))
        );

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        Check(meta, tasks.SupportX, tasks.SupportY);
        return Gradient.OfMean(
            Name,
            meta,
            tasks.Tasks,
            own =>
            {
                var (mean, deviation) = Decoded(own, Code(own, tasks.SupportX, tasks.SupportY), tasks.QueryX);
                var away = (tasks.QueryY - mean) / deviation;
                return (away.square() / 2 + deviation.log() + Math.Log(2 * Math.PI) / 2).mean([1L, 2L]);
            }
        );
    }

    /// <summary>All steps but the one before the first, whose code is 0, are the same.</summary>
    /// <returns>An <see cref="IDistributionAdaptation"/>.</returns>
    /// <inheritdoc/>
    public IAdaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        Require.AtLeast(steps, 0, nameof(steps));
        Check(meta, supportX, supportY);
        using var off = no_grad();
        var code = Code(meta, supportX, supportY);
        return new Fitted(steps, supportX, (step, x) => Decoded(meta, step > 0 ? code : zeros_like(code), x));
    }

    private void Check(Parameters meta, Tensor supportX, Tensor supportY)
    {
        Require.Positive(Least, nameof(Least));
        var expected = ParameterShapes.Join(("encoder", Encoder.Shapes), ("decoder", Decoder.Shapes));
        Require.Shapes(meta, expected, nameof(meta));
        Require.Leading(supportY, nameof(supportY), Require.Batched(supportX, nameof(supportX))[..2]);
        Dense.CheckInput(supportX, Inputs, meta[0].dtype);
        if (supportY.dim() != 3 || supportY.shape[2] != Outputs)
            throw new ArgumentException(
                $"supportY has shape [{string.Join(", ", supportY.shape)}]; expected [T, k, {Outputs}].",
                nameof(supportY)
            );
    }

    // [T, k, in], [T, k, out] → [T, 1, size].
    private Tensor Code(Parameters meta, Tensor x, Tensor y) =>
        Encoder.Forward(meta.Part("encoder"), Held.Cat([x, y], -1)).mean([1L], keepdim: true);

    private (Tensor Mean, Tensor Deviation) Decoded(Parameters meta, Tensor code, Tensor x)
    {
        Dense.CheckInput(x, Inputs, code.dtype);
        var both = Decoder.Forward(
            meta.Part("decoder"),
            Held.Cat([x, code.expand([-1, x.shape[1], -1])], -1)
        );
        var spread = nn.functional.softplus(both.narrow(-1, Outputs, Outputs));
        return (both.narrow(-1, 0, Outputs), Least + (1 - Least) * spread);
    }

    private sealed record Fitted(
        int Steps,
        Tensor SupportX,
        Func<int, Tensor, (Tensor Mean, Tensor Deviation)> Decoded
    ) : IDistributionAdaptation
    {
        public bool Repeats(int step) => step > 1;

        public Tensor Predict(int step, Tensor x) => At(step, x).Mean.detach();

        public Tensor Cumulative(int step, Tensor x, Tensor y)
        {
            var (mean, deviation) = At(step, x);
            return (0.5 * (1 + ((y - mean) / (deviation * Math.Sqrt(2))).erf())).detach();
        }

        private (Tensor Mean, Tensor Deviation) At(int step, Tensor x)
        {
            Require.Query(step, Steps, x, SupportX.shape[0]);
            using var off = no_grad();
            return Decoded(step, x);
        }
    }
}
