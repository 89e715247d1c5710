namespace MetaNotebooks.Tests;

/// <summary>Reads a text word by word with <see cref="PlainLstm"/>.</summary>
internal static class PlainReader
{
    /// <summary>h after the last word that is not padding.</summary>
    public static double[] Last(LstmCell cell, IReadOnlyList<double[]> theta, double[] table, Tensor text)
    {
        var (h, c) = (new double[cell.Hidden], new double[cell.Hidden]);
        foreach (var word in text.data<long>().ToArray().Where(word => word != Vocabulary.Padding))
            (h, c) = PlainLstm.Step(theta, [.. table.Skip((int)word * cell.Inputs).Take(cell.Inputs)], h, c);
        return h;
    }
}
