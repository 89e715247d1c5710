using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>A learner while it adapts to T tasks: what it would predict after each inner step.</summary>
public interface IAdaptation
{
    /// <summary>How many inner steps were taken; there are <c>Steps + 1</c> states, the one before the first included.</summary>
    int Steps { get; }

    /// <summary>
    /// Whether the prediction after some steps is that after one step fewer, whatever the inputs: then it
    /// need not be made again. False (default) where that is not known.
    /// </summary>
    /// <param name="step">1 to <see cref="Steps"/>.</param>
    bool Repeats(int step) => false;

    /// <summary>The prediction after some steps.</summary>
    /// <param name="step">0 (not adapted) to <see cref="Steps"/>.</param>
    /// <param name="x">Inputs <c>[T, n, …]</c>.</param>
    /// <returns>Predictions <c>[T, n, …]</c>.</returns>
    Tensor Predict(int step, Tensor x);
}
