namespace MetaNotebooks.Tests;

/// <summary>An LSTM cell in plain arithmetic, one row at a time, from the equations.</summary>
internal static class PlainLstm
{
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>h′ and c′ of one row; parameters in the layout of <see cref="LstmCell"/>.</summary>
    public static (double[] H, double[] C) Step(
        IReadOnlyList<double[]> theta,
        double[] x,
        double[] h,
        double[] c
    )
    {
        var n = h.Length;
        double Sum(int column) =>
            theta[2][column]
            + theta[3][column]
            + x.Select((v, i) => v * theta[0][i * 4 * n + column]).Sum()
            + h.Select((v, i) => v * theta[1][i * 4 * n + column]).Sum();
        var (next, cell) = (new double[n], new double[n]);
        for (var j = 0; j < n; j++)
        {
            var (input, forget) = (Sigmoid(Sum(j)), Sigmoid(Sum(n + j)));
            var (update, output) = (Math.Tanh(Sum(2 * n + j)), Sigmoid(Sum(3 * n + j)));
            cell[j] = forget * c[j] + input * update;
            next[j] = output * Math.Tanh(cell[j]);
        }
        return (next, cell);
    }
}
