using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How wrong a prediction is, one value a task.</summary>
/// <param name="of">Predictions <c>[T, n, …]</c> and targets <c>[T, n, …]</c> to losses <c>[T]</c>.</param>
/// <remarks>A class, where a delegate would do: some programs list a notebook's values as JSON, which knows none.</remarks>
[JsonConverter(typeof(AsText))]
public sealed class TaskLoss(Func<Tensor, Tensor, Tensor> of)
{
    /// <summary>The loss of each task.</summary>
    /// <param name="prediction">Predictions <c>[T, n, …]</c>.</param>
    /// <param name="target">Targets <c>[T, n, …]</c>.</param>
    /// <returns>Losses <c>[T]</c>.</returns>
    public Tensor Of(Tensor prediction, Tensor target) => of(prediction, target);
}
