namespace MetaNotebooks.Bench;

/// <summary>
/// Multiply-adds of a network's matrix products, for one example: what its arithmetic cannot do without. Of a layer, one
/// product forward, and back one by its weights and one by its input, which the first layer does not need.
/// </summary>
/// <param name="All">Of all layers, forward.</param>
/// <param name="First">Of the first, forward.</param>
internal sealed record MultiplyAdds(double All, double First)
{
    /// <summary>Those of the gradient: forward and back.</summary>
    public double Gradient => 3 * All - First;

    /// <summary>
    /// Those of the Hessian times a vector, after the gradient. Every product has two factors that move: two products for
    /// each, but one where a factor, as the first layer's input, stays.
    /// </summary>
    public double Hessian => 2 * All - First + (2 * All - First) + 2 * (All - First);

    /// <summary>Those of MAML's meta-gradient for one task.</summary>
    public double Maml(int shots, int queries, int steps) =>
        shots * steps * (Gradient + Hessian) + queries * Gradient;

    /// <summary>A multi-layer perceptron's.</summary>
    public static MultiplyAdds Of(Mlp model)
    {
        double[] layers =
        [
            .. model.Sizes.Zip(model.Sizes.Skip(1), (inputs, outputs) => (double)inputs * outputs),
        ];
        return new(layers.Sum(), layers[0]);
    }

    /// <summary>Those of four blocks of convolutions, and of a linear layer behind them.</summary>
    public static MultiplyAdds Of(Conv4 model, int way)
    {
        var blocks = new List<double>();
        for (var (side, channels) = ((model.Side + 1) / 2, 1); blocks.Count < model.Shapes.Count / 3; )
        {
            blocks.Add(9.0 * side * side * channels * model.Filters);
            (side, channels) = ((side + 1) / 2, model.Filters);
        }
        return new(blocks.Sum() + (double)model.Outputs * way, blocks[0]);
    }
}
