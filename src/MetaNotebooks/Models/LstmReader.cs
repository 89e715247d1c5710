using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Runs an LSTM cell over padded sequences.</summary>
internal static class LstmReader
{
    /// <summary>The hidden state after each sequence's last word: padding does not change the state.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="theta">Its four parameters, shared or with T in front.</param>
    /// <param name="vectors">Sequences <c>[T, n, length, in]</c>.</param>
    /// <param name="present">1 for a word and 0 for padding, <c>[T, n, length, 1]</c>; padding comes last.</param>
    /// <returns><c>[T, n, h]</c>.</returns>
    public static Tensor Read(LstmCell cell, Parameters theta, Tensor vectors, Tensor present)
    {
        var time = vectors.dim() - 2;
        var state = cell.Begin(vectors, vectors.shape[..^2]);
        for (var t = 0L; t < Longest(present); t++)
        {
            var (h, c) = cell.Step(theta, vectors.select(time, t), state);
            var on = present.select(time, t);
            state = (state.H + on * (h - state.H), state.C + on * (c - state.C));
        }
        return state.H;
    }

    private static long Longest(Tensor present)
    {
        using var scope = NewDisposeScope();
        return (long)present.sum([-2L]).max().ToDouble();
    }
}
