using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Adaptation of a learner that compares queries with the support set: nothing to iterate, so that all steps but the
/// one before the first predict the same. Before it, no example has been seen and all classes are equally likely: zeros,
/// of the inputs' type, or float32 where those are word numbers.
/// </summary>
internal sealed class ComparingAdaptation(int steps, long way, Tensor supportX, Func<Tensor, Tensor> predict)
    : IAdaptation
{
    public int Steps { get; } = steps;

    public bool Repeats(int step) => step > 1;

    public Tensor Predict(int step, Tensor x)
    {
        Require.Query(step, Steps, x, supportX.shape[0]);
        Require.Alike(x, nameof(x), supportX, nameof(supportX));
        return step == 0
            ? zeros([.. x.shape[..2], way], x.is_floating_point() ? x.dtype : ScalarType.Float32)
            : predict(x).detach();
    }
}
