using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a tensor as its description and its last two dimensions as rows and columns.</summary>
internal sealed class RowText(string format, int width, CultureInfo culture, string newLine)
{
    private const string Ellipsis = "...";

    internal string Write(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        var text = new StringBuilder(tensor.ToString());
        var shape = tensor.shape;
        if (shape.Length == 0)
            return text.Append(", value = ").Append(Cells(tensor)[0]).ToString();
        text.Append(newLine);
        if (shape.Length <= 2)
            Table(text, tensor, shape.Length == 1 ? 1 : (int)shape[0], (int)shape[^1]);
        else
            Tables(text, tensor, shape);
        return text.ToString();
    }

    private void Tables(StringBuilder text, Tensor tensor, long[] shape)
    {
        var outer = shape[..^2];
        var count = outer.Aggregate(1L, (product, size) => product * size);
        var tables = tensor.reshape([count, .. shape[^2..]]);
        for (var i = 0L; i < count; i++)
        {
            if (i > 0)
                text.Append(newLine);
            text.Append('[').AppendJoin(',', Places(i, outer)).Append(",..,..] =").Append(newLine);
            Table(text, tables.select(0, i), (int)shape[^2], (int)shape[^1]);
        }
    }

    private static long[] Places(long index, long[] sizes)
    {
        var places = new long[sizes.Length];
        for (var i = sizes.Length - 1; i >= 0; i--)
            index = Math.DivRem(index, sizes[i], out places[i]);
        return places;
    }

    private void Table(StringBuilder text, Tensor tensor, int rows, int columns)
    {
        var cells = Cells(tensor);
        var shown = columns;
        for (var i = 0; i < rows; i++)
            shown = Math.Min(shown, Fitting(cells.AsSpan(i * columns, columns)));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < shown; j++)
            {
                var space = 0;
                for (var k = j; k < cells.Length; k += columns)
                    space = Math.Max(space, cells[k].Length);
                text.Append(' ').Append(cells[i * columns + j].PadLeft(space));
            }
            if (shown < columns)
                text.Append(' ').Append(Ellipsis);
            text.Append(newLine);
        }
    }

    // The number of cells that leave room for the ellipsis.
    private int Fitting(ReadOnlySpan<string> row)
    {
        var left = width;
        for (var i = 0; i < row.Length; i++)
        {
            if (left - row[i].Length - Ellipsis.Length - 1 < 0)
                return i;
            left -= row[i].Length + 1;
        }
        return row.Length;
    }

    private string[] Cells(Tensor tensor)
    {
        var here = tensor.cpu();
        return tensor.dtype switch
        {
            ScalarType.Float16 or ScalarType.Float32 => Each(here.@float().data<float>().ToArray()),
            ScalarType.Float64 => Each(here.data<double>().ToArray()),
            ScalarType.Bool => Array.ConvertAll(
                here.data<bool>().ToArray(),
                value => value.ToString(culture)
            ),
            _ => Array.ConvertAll(here.@long().data<long>().ToArray(), value => value.ToString(culture)),
        };
    }

    private string[] Each<T>(T[] values)
        where T : IFormattable => Array.ConvertAll(values, value => value.ToString(format, culture));
}
