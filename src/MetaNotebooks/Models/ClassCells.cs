using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Classifies texts with one LSTM cell a class: a cell reads the sentence and scores it for its class (errata page, D4.6). Word
/// numbers int64 <c>[T, n, length] → [T, n, way]</c>.
/// </summary>
/// <remarks>
/// Parameters: those of <see cref="LstmCell"/> with the classes in front, <c>[way, …]</c>. Word vectors and
/// score are given, not adapted: they mean the same in every task.
/// </remarks>
/// <param name="cell">The cell of one class.</param>
/// <param name="way">Number of classes.</param>
/// <param name="table">Word vectors <c>[words, in]</c>.</param>
/// <param name="score">What a cell's last state says for its class, <c>[h, 1]</c>.</param>
internal sealed class ClassCells(LstmCell cell, long way, Tensor table, Tensor score) : IModel
{
    /// <inheritdoc/>
    public ParameterShapes Shapes { get; } = cell.Shapes.Map(shape => [way, .. shape]);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        var cells = Enumerable.Range(0, (int)way).Select(_ => cell.Init(random, dtype)).ToArray();
        return Parameters.Stack(cells);
    }

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        if (x.dim() == 2)
            return Forward(theta, x.unsqueeze(0)).squeeze(0);
        var vectors = Tokens.Embed(table, x);
        var (tasks, points) = (x.shape[0], x.shape[1]);
        // Classes join the tasks in the leading dimension: T · way cells read at once.
        Tensor EachClass(Tensor all) =>
            all.unsqueeze(1)
                .expand([tasks, way, .. all.shape[1..]])
                .reshape([tasks * way, .. all.shape[1..]]);
        var place = 0;
        var cells = theta.Map(all =>
        {
            var own = all.expand([tasks, .. Shapes[place]]).reshape([-1, .. cell.Shapes[place]]);
            place++;
            return own;
        });
        var present = Tokens.Present(x, vectors.dtype);
        var last = LstmReader.Read(cell, cells, EachClass(vectors), EachClass(present));
        return matmul(last, score).view(tasks, way, points).transpose(1, 2);
    }
}
