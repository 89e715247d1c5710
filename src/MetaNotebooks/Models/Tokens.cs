using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Sequences of word numbers as sequences of vectors.</summary>
internal static class Tokens
{
    /// <summary>A table of one vector a word, standard normal as PyTorch initialises its embedding.</summary>
    public static Tensor Init(Random random, int words, int size, ScalarType dtype) =>
        random.Normal(0, 1, [words, size], dtype);

    /// <summary>The vectors of the words.</summary>
    /// <param name="table"><c>[words, e]</c>, or one table a task, <c>[T, words, e]</c>.</param>
    /// <param name="tokens">Int64 <c>[…, length]</c>; <c>[T, n, length]</c> where there is a table a task.</param>
    /// <returns>Vectors <c>[…, length, e]</c>.</returns>
    public static Tensor Embed(Tensor table, Tensor tokens)
    {
        Check(tokens, table.shape[^2]);
        var size = table.shape[^1];
        long[] shape = [.. tokens.shape, size];
        if (table.dim() == 2)
            return table.index_select(0, tokens.reshape(-1)).view(shape);
        var rows = tokens.reshape(tokens.shape[0], -1, 1);
        return table.gather(1, rows.expand(rows.shape[0], rows.shape[1], size)).view(shape);
    }

    /// <summary>1 where there is a word and 0 where there is padding, <c>[…, length, 1]</c>.</summary>
    public static Tensor Present(Tensor tokens, ScalarType dtype) =>
        tokens.ne(Vocabulary.Padding).to(dtype).unsqueeze(-1);

    // Checked here because libtorch's own errors name no argument.
    private static void Check(Tensor tokens, long words)
    {
        if (tokens.dtype != ScalarType.Int64 || tokens.dim() < 2)
            throw new ArgumentException(
                $"x is {tokens.dtype} with shape [{string.Join(", ", tokens.shape)}]; expected word numbers, "
                    + "Int64 [T, n, length].",
                nameof(tokens)
            );
        using var scope = NewDisposeScope();
        var (least, most) = (tokens.min().ToInt64(), tokens.max().ToInt64());
        if (least < 0 || most >= words)
            throw new ArgumentException(
                $"x holds word numbers from {least} to {most}; expected 0 to {words - 1}.",
                nameof(tokens)
            );
    }
}
