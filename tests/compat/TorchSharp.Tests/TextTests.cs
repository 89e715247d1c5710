using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class TextTests
{
    private static string Text(Tensor tensor, int? width = null) =>
        tensor.str(width: width, newLine: "\n", cultureInfo: CultureInfo.InvariantCulture);

    [Fact]
    public void Number() => Assert.Equal("[], type = Float32, device = cpu, value = 0.5", Text(tensor(0.5f)));

    [Fact]
    public void Row() =>
        Assert.Equal(
            "[3], type = Float32, device = cpu\n 0 -1.5 3.1416\n",
            Text(tensor(new[] { 0f, -1.5f, 3.14159f }))
        );

    [Fact]
    public void ColumnsAreAligned() =>
        Assert.Equal(
            "[2x2], type = Int64, device = cpu\n   1 20\n 300  4\n",
            Text(
                tensor(
                    new long[,]
                    {
                        { 1, 20 },
                        { 300, 4 },
                    }
                )
            )
        );

    [Fact]
    public void LongRowsAreCut() =>
        Assert.Equal("[100], type = Int64, device = cpu\n 0 1 2 3 4 5 6 7 ...\n", Text(arange(100), 20));

    [Fact]
    public void SavedTensorsComeBack()
    {
        var stream = new MemoryStream();
        var saved = tensor(
            new[,]
            {
                { 1.5, -2.0, 3.0 },
                { 4.0, 5.0, 6.0 },
            }
        );
        using var writer = new BinaryWriter(stream);
        saved.Save(writer);
        writer.Flush();
        // The type, the number of dimensions and the sizes, then the elements.
        Assert.Equal([7, 2, 2, 3], stream.ToArray()[..4]);
        Assert.Equal(4 + 6 * 8, stream.Length);
        stream.Position = 0;
        Assert.True(saved.Equals(Tensor.Load(new BinaryReader(stream))));
        stream.Position = 0;
        var target = zeros(2, 3, dtype: ScalarType.Float64, requires_grad: true);
        target.Load(new BinaryReader(stream));
        Assert.True(saved.Equals(target));
        stream.Position = 0;
        Assert.Throws<ArgumentException>(() =>
            zeros(3, 2, dtype: ScalarType.Float64).Load(new BinaryReader(stream))
        );
    }
}
