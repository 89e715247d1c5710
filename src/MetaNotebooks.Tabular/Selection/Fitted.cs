using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Models fitted to T data sets, one each: their numbers, and the function that these give.</summary>
/// <param name="Parameters">All that was fitted, preprocessing included, <c>[T, …]</c> each.</param>
/// <param name="Forward">The prediction <c>[T, n, …]</c> at given parameters and inputs <c>[T, n, …]</c>.</param>
public sealed record Fitted(
    Parameters Parameters,
    [property: JsonIgnore] Func<Parameters, Tensor, Tensor> Forward
)
{
    /// <summary>Predictions <c>[T, n, …]</c>.</summary>
    /// <param name="x">Inputs <c>[T, n, …]</c>.</param>
    public Tensor Predict(Tensor x) => Forward(Parameters, x);
}
