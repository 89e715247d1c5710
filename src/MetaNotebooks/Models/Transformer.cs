using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A transformer's body (Vaswani et al. 2017; normalised before each part, as in GPT-2): in every layer tokens attend to
/// each other, then each passes through a perceptron of four times its width; both are added to it.
/// <c>[T, L, width] → [T, L, width]</c>. Parameters of a layer, "0", "1" …: "attention", "mlp", and the "scale" and "shift"
/// of the two normalisations, "before.attention" and "before.mlp"; of the last one, "after".
/// </summary>
/// <param name="Width">Numbers of a token; a multiple of <paramref name="Heads"/>.</param>
/// <param name="Heads">Heads, at least 1.</param>
/// <param name="Layers">Layers, at least 1.</param>
public sealed record Transformer(int Width, int Heads, int Layers) : IModel
{
    private const double Epsilon = 1e-5;

    private SelfAttention Attention => new(Width, Heads);

    private Mlp Perceptron => new(Width, 4 * Width, Width);

    private ParameterShapes Norm => ParameterShapes.Of(("scale", [1, Width]), ("shift", [1, Width]));

    /// <inheritdoc/>
    public ParameterShapes Shapes =>
        ParameterShapes.Join([
            .. Enumerable
                .Range(0, Layers)
                .SelectMany(i =>
                    ((string, ParameterShapes)[])
                        [
                            ($"{i}.before.attention", Norm),
                            ($"{i}.attention", Attention.Shapes),
                            ($"{i}.before.mlp", Norm),
                            ($"{i}.mlp", Perceptron.Shapes),
                        ]
                ),
            ("after", Norm),
        ]);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Layers, 1, nameof(Layers));
        Parameters Norms() => Norm.Named(ones([1, Width], dtype), zeros([1, Width], dtype));
        return Parameters.Join([
            .. Enumerable
                .Range(0, Layers)
                .SelectMany(i =>
                    ((string, Parameters)[])
                        [
                            ($"{i}.before.attention", Norms()),
                            ($"{i}.attention", Attention.Init(seed.At(i).Split("attention"), dtype)),
                            ($"{i}.before.mlp", Norms()),
                            ($"{i}.mlp", Perceptron.Init(seed.At(i).Split("mlp"), dtype)),
                        ]
                ),
            ("after", Norms()),
        ]);
    }

    /// <summary>Every token attends to all.</summary>
    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x) =>
        Forward(theta, x, ones([x.shape[^2], x.shape[^2]], ScalarType.Bool));

    /// <inheritdoc cref="SelfAttention.Forward(Parameters, Tensor, Tensor)"/>
    public Tensor Forward(Parameters theta, Tensor x, Tensor sees)
    {
        Dense.CheckInput(x, Width, theta[0].dtype);
        for (var i = 0; i < Layers; i++)
        {
            // What no derivative needs goes with its layer, and not only when all layers are done.
            using var scope = NewDisposeScope();
            var layer = theta.Part($"{i}");
            var read = Normalised(layer.Part("before.attention"), x);
            x = Attention.Forward(layer.Part("attention"), read, sees).add_(x);
            x = Perceptron.Forward(layer.Part("mlp"), Normalised(layer.Part("before.mlp"), x)).add_(x);
            x.MoveToOuterDisposeScope();
        }
        return Normalised(theta.Part("after"), x);
    }

    private static Tensor Normalised(Parameters norm, Tensor x)
    {
        using var scope = NewDisposeScope();
        var centred = x - x.mean([-1L], keepdim: true);
        var squares = centred.square();
        var spread = squares.mean([-1L], keepdim: true).add_(Epsilon).sqrt();
        squares.Dispose();
        return (centred / spread * norm["scale"]).add_(norm["shift"]).MoveToOuterDisposeScope();
    }
}
