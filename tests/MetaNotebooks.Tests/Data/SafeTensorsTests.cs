using System.Buffers.Binary;
using System.Text;

namespace MetaNotebooks.Tests;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    // The format's own layout, written here by hand.
    private void Write(string header, byte[] data, long? length = null)
    {
        var file = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(file, length ?? Encoding.UTF8.GetByteCount(header));
        File.WriteAllBytes(path, [.. file, .. Encoding.UTF8.GetBytes(header), .. data]);
    }

    [Fact]
    public void ReadsAFileWrittenByTheFormatsDescription()
    {
        byte[] data =
        [
            .. BitConverter.GetBytes(1.5f),
            .. BitConverter.GetBytes(-2f),
            .. BitConverter.GetBytes(7L),
        ];
        Write(
            """{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"""
                + """ "b":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}  """,
            data
        );
        var (tensors, metadata) = SafeTensors.Load(path);
        Assert.Equal("v", metadata["k"]);
        Assert.Equal([2, 1], tensors["a"].shape);
        Assert.Equal([1.5, -2], tensors["a"].Doubles());
        Assert.Equal(7, tensors["b"].ToInt64());
    }

    [Fact]
    public void WritesTheFormat()
    {
        SafeTensors.Save(
            path,
            new Dictionary<string, Tensor> { ["x"] = tensor([1.0, 2, 3, 4], [2, 2]).transpose(0, 1) }
        );
        var file = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"x":{"dtype":"F64","shape":[2,2],"data_offsets":[0,32]}}""",
            Encoding.UTF8.GetString(file, 8, length).TrimEnd(' ')
        );
        Assert.Equal(
            [1, 3, 2, 4],
            Enumerable.Range(0, 4).Select(i => BitConverter.ToDouble(file, 8 + length + 8 * i))
        );
    }

    [Fact]
    public void RoundTripIsBitEqual()
    {
        var saved = new Dictionary<string, Tensor>
        {
            ["单"] = new Random(1).Normal(0, 1, [3, 4]),
            ["double"] = tensor([double.NaN, double.Epsilon, -0.0, double.PositiveInfinity]),
            ["empty"] = zeros(0, 3),
        };
        SafeTensors.Save(path, saved, new Dictionary<string, string> { ["说明"] = "文本" });
        var (tensors, metadata) = SafeTensors.Load(path);
        Assert.Equal("文本", metadata["说明"]);
        Assert.All(
            saved,
            pair =>
            {
                Assert.Equal(pair.Value.dtype, tensors[pair.Key].dtype);
                Assert.Equal(pair.Value.shape, tensors[pair.Key].shape);
                Assert.Equal(
                    pair.Value.Doubles().Select(BitConverter.DoubleToInt64Bits),
                    tensors[pair.Key].Doubles().Select(BitConverter.DoubleToInt64Bits)
                );
            }
        );
    }

    [Theory]
    [InlineData("{}", -5, "header")]
    [InlineData("{}", 3, "header")]
    [InlineData("{]", null, "header")]
    [InlineData("[1]", null, "header")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", null, "header")]
    [InlineData(
        """{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""",
        null,
        "dtype is 'F16'; expected"
    )]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", null, "takes 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,-4]}}""", null, "tensor 'a'")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""",
        null,
        "tensor 'a'"
    )]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[0,9223372036854775807],"data_offsets":[0,0]}}""",
        null,
        "tensor 'a'"
    )]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""",
        null,
        "17 dimensions; expected at most 16"
    )]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        null,
        "tensor 'b': with those before it takes 8 bytes of 4"
    )]
    [InlineData("""{"__metadata__":{"learner":null}}""", null, "metadata: 'learner' is null")]
    public void ABrokenFileIsOneErrorThatNamesFileAndPlace(string header, int? length, string expected)
    {
        Write(header, [0, 0, 0, 0], length);
        var error = Assert.Throws<BadFileException>(() => SafeTensors.Load(path));
        Assert.StartsWith(path, error.Message);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void AFailedSaveLeavesTheFileThatWasThere()
    {
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["a"] = ones(2) });
        var before = File.ReadAllBytes(path);
        var error = Assert.Throws<ArgumentException>(() =>
            SafeTensors.Save(path, new Dictionary<string, Tensor> { ["b"] = ones(2).to(ScalarType.Bool) })
        );
        Assert.Contains("tensor 'b' is Bool; expected Float32, Float64 or Int64", error.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
