using System.Runtime.Intrinsics;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// A multi-layer perceptron with mean squared error, on lanes: its loss, its gradient, and its Hessian times a vector.
/// The last is Pearlmutter's R-operator (1994): every line of the passes differentiated along a direction of the
/// parameters, so that no graph is recorded and no second backward pass taken through the first.
/// </summary>
/// <param name="model">The network.</param>
internal sealed unsafe class PerceptronNetwork(Mlp model)
{
    private readonly int[] sizes = [.. model.Sizes];

    private int Last => sizes.Length - 2;

    /// <summary>Input size, hidden sizes, output size.</summary>
    public IReadOnlyList<int> Sizes => sizes;

    /// <summary>How many parameters, P.</summary>
    public int Parameters { get; } = (int)model.Shapes.Sum(shape => shape[0] * shape[1]);

    /// <summary>Forward: predictions are left in the last layer.</summary>
    public void Forward(Floats* theta, Floats* x, PerceptronPass pass)
    {
        var from = x;
        for (var l = 0; l <= Last; l++)
        {
            var layer = pass.Layers[l];
            var (inputs, outputs) = (sizes[l], sizes[l + 1]);
            new LaneProduct(Matrix(from, inputs), Weights(theta, l), inputs) { Start = Bias(theta, l) }.Into(
                Matrix(layer.Value, outputs),
                pass.Points,
                outputs
            );
            if (l < Last)
                LaneActivation.Apply(model.Activation, layer.Value, layer.Slope, pass.Points * outputs);
            from = layer.Value;
        }
    }

    /// <summary>The mean squared error of a forward pass; its derivative by the predictions is left in the pass.</summary>
    public Floats Loss(Floats* y, PerceptronPass pass)
    {
        var layer = pass.Layers[Last];
        var count = pass.Points * sizes[^1];
        var sum = Floats.Zero;
        for (var i = 0; i < count; i++)
        {
            var error = layer.Value[i] - y[i];
            sum = Vector512.FusedMultiplyAdd(error, error, sum);
            layer.ByInput[i] = error * (2f / count);
        }
        return sum / count;
    }

    /// <summary>Backward: the loss's gradient by the parameters.</summary>
    public void Backward(Floats* theta, Floats* x, PerceptronPass pass, Floats* gradient)
    {
        for (var l = Last; l >= 0; l--)
        {
            var layer = pass.Layers[l];
            var (inputs, outputs) = (sizes[l], sizes[l + 1]);
            var before = Matrix(l == 0 ? x : pass.Layers[l - 1].Value, inputs);
            var byInput = Matrix(layer.ByInput, outputs);
            new LaneProduct(before.Transposed, byInput, pass.Points).Into(
                Weights(gradient, l),
                inputs,
                outputs
            );
            SumRows(byInput, pass.Points, outputs, Bias(gradient, l).At);
            if (l == 0)
                break;
            var below = pass.Layers[l - 1];
            new LaneProduct(byInput, Weights(theta, l).Transposed, outputs).Into(
                Matrix(below.ByValue, inputs),
                pass.Points,
                inputs
            );
            for (var i = 0; i < pass.Points * inputs; i++)
                below.ByInput[i] = below.ByValue[i] * below.Slope[i];
        }
    }

    /// <summary>
    /// The Hessian times a direction, after a forward and a backward pass at <paramref name="theta"/>: the derivative of
    /// <see cref="Backward"/>'s gradient along it.
    /// </summary>
    /// <param name="theta">The parameters.</param>
    /// <param name="direction">The direction, <c>[P]</c>.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="pass">The passes.</param>
    /// <param name="along">Buffers for their derivatives: of the value, z, the loss by the value, and the loss by z.</param>
    /// <param name="product">The result, <c>[P]</c>.</param>
    public void Hessian(
        Floats* theta,
        Floats* direction,
        Floats* x,
        PerceptronPass pass,
        PerceptronPass along,
        Floats* product
    )
    {
        ForwardAlong(theta, direction, x, pass, along);
        var predictions = along.Layers[Last];
        var count = pass.Points * sizes[^1];
        for (var i = 0; i < count; i++)
            predictions.ByInput[i] = predictions.Slope[i] * (2f / count);
        for (var l = Last; l >= 0; l--)
        {
            var (layer, moved) = (pass.Layers[l], along.Layers[l]);
            var (inputs, outputs) = (sizes[l], sizes[l + 1]);
            var before = Matrix(l == 0 ? x : pass.Layers[l - 1].Value, inputs);
            var (byInput, byInputMoved) = (Matrix(layer.ByInput, outputs), Matrix(moved.ByInput, outputs));
            var slopes = new LaneProduct(before.Transposed, byInputMoved, pass.Points);
            if (l > 0)
                slopes = slopes with
                {
                    And = (Matrix(along.Layers[l - 1].Value, inputs).Transposed, byInput),
                };
            slopes.Into(Weights(product, l), inputs, outputs);
            SumRows(byInputMoved, pass.Points, outputs, Bias(product, l).At);
            if (l == 0)
                break;
            var (below, belowMoved) = (pass.Layers[l - 1], along.Layers[l - 1]);
            new LaneProduct(byInputMoved, Weights(theta, l).Transposed, outputs)
            {
                And = (byInput, Weights(direction, l).Transposed),
            }.Into(Matrix(belowMoved.ByValue, inputs), pass.Points, inputs);
            var width = pass.Points * inputs;
            for (var i = 0; i < width; i++)
                belowMoved.ByInput[i] = belowMoved.ByValue[i] * below.Slope[i];
            LaneActivation.AddCurvature(
                model.Activation,
                belowMoved.ByInput,
                below.Value,
                below.Slope,
                below.ByValue,
                belowMoved.Slope,
                width
            );
        }
    }

    private void ForwardAlong(
        Floats* theta,
        Floats* direction,
        Floats* x,
        PerceptronPass pass,
        PerceptronPass along
    )
    {
        for (var l = 0; l <= Last; l++)
        {
            var (layer, moved) = (pass.Layers[l], along.Layers[l]);
            var (inputs, outputs) = (sizes[l], sizes[l + 1]);
            var before = Matrix(l == 0 ? x : pass.Layers[l - 1].Value, inputs);
            var z = new LaneProduct(before, Weights(direction, l), inputs) { Start = Bias(direction, l) };
            if (l > 0)
                z = z with { And = (Matrix(along.Layers[l - 1].Value, inputs), Weights(theta, l)) };
            z.Into(Matrix(moved.Slope, outputs), pass.Points, outputs);
            if (l < Last)
                for (var i = 0; i < pass.Points * outputs; i++)
                    moved.Value[i] = layer.Slope[i] * moved.Slope[i];
        }
    }

    private LaneMatrix Weights(Floats* theta, int layer) => Matrix(theta + Offset(layer), sizes[layer + 1]);

    // One row, the same for every point.
    private LaneMatrix Bias(Floats* theta, int layer) =>
        new(theta + Offset(layer) + sizes[layer] * sizes[layer + 1], 0, 1);

    private int Offset(int layer)
    {
        var offset = 0;
        for (var l = 0; l < layer; l++)
            offset += (sizes[l] + 1) * sizes[l + 1];
        return offset;
    }

    private static LaneMatrix Matrix(Floats* at, int columns) => new(at, columns, 1);

    private static void SumRows(LaneMatrix of, int rows, int columns, Floats* sums)
    {
        for (var j = 0; j < columns; j++)
        {
            var sum = Floats.Zero;
            for (var i = 0; i < rows; i++)
                sum += *of.To(i, j);
            sums[j] = sum;
        }
    }
}
