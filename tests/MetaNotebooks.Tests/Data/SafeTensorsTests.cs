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
        """{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}""",
        null,
        "tensor 'a': dtype is 'F8_E4M3'; expected one of F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL"
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
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"""
            + """ "b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        null,
        "tensor 'b': its numbers begin at byte 0; expected 4"
    )]
    [InlineData("""{"__metadata__":{"learner":null}}""", null, "metadata: 'learner' is null")]
    // Holes before, between and behind; a tensor without numbers that lies within another.
    [InlineData(
        """{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}""",
        null,
        "tensor 'a': its numbers begin at byte 1; expected 0"
    )]
    [InlineData(
        """{"b":{"dtype":"U8","shape":[1],"data_offsets":[3,4]},"""
            + """ "a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""",
        null,
        "tensor 'b': its numbers begin at byte 3; expected 2"
    )]
    [InlineData(
        """{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}""",
        null,
        "data: 4 bytes follow the header; expected 3"
    )]
    [InlineData("{}", null, "data: 4 bytes follow the header; expected 0")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"""
            + """ "b":{"dtype":"F32","shape":[0],"data_offsets":[2,2]}}""",
        null,
        "tensor 'b': its numbers begin at byte 2; expected 4"
    )]
    // Anything given twice.
    [InlineData(
        """{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"""
            + """ "a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""",
        null,
        "'a'"
    )]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[4],"data_offsets":[0,4]}}""", null, "'dtype'")]
    [InlineData(
        """{"__metadata__":{"k":"1","k":"2"},"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""",
        null,
        "'k'"
    )]
    [InlineData(""" {"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", null, "does not begin with {")]
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
            SafeTensors.Save(
                path,
                new Dictionary<string, Tensor> { ["b"] = ones(2).to(ScalarType.ComplexFloat32) }
            )
        );
        Assert.Contains("tensor 'b' is ComplexFloat32; expected one of Float64, Float32", error.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    // The bits as the types' own definitions have them: IEEE 754, bfloat16, two's complement.
    [Theory]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0xBF }, -1.5)]
    [InlineData("F32", new byte[] { 0, 0, 0xC0, 0xBF }, -1.5)]
    [InlineData("F16", new byte[] { 0, 0xBE }, -1.5)]
    [InlineData("F16", new byte[] { 1, 0 }, 1.0 / (1 << 24))]
    [InlineData("BF16", new byte[] { 0xC0, 0xBF }, -1.5)]
    [InlineData("BF16", new byte[] { 0x80, 0x7F }, double.PositiveInfinity)]
    [InlineData("I64", new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, -2)]
    [InlineData("I32", new byte[] { 0, 0, 0, 0x80 }, int.MinValue)]
    [InlineData("I16", new byte[] { 0, 0x80 }, short.MinValue)]
    [InlineData("I8", new byte[] { 0x80 }, sbyte.MinValue)]
    [InlineData("U8", new byte[] { 0xFF }, 255)]
    [InlineData("BOOL", new byte[] { 1 }, 1)]
    public void EveryTypeIsReadAndWrittenAgain(string type, byte[] bytes, double expected)
    {
        var size = 3 * bytes.Length;
        Write(
            $$$"""{"x":{"dtype":"{{{type}}}","shape":[3],"data_offsets":[0,{{{size}}}]}}""",
            [.. bytes, .. bytes, .. bytes]
        );
        var read = SafeTensors.Load(path).Tensors["x"];
        Assert.Equal([expected, expected, expected], read.to(ScalarType.Float64).Doubles());
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["x"] = read });
        var file = File.ReadAllBytes(path);
        Assert.Contains($"\"dtype\":\"{type}\"", Encoding.UTF8.GetString(file));
        Assert.Equal([.. bytes, .. bytes, .. bytes], file[^size..]);
    }

    [Fact]
    public void ABooleanIsNothingButFalseOrTrue()
    {
        Write("""{"x":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}""", [1, 2]);
        Assert.Equal(
            $"{path}, tensor 'x': byte 2 in a BOOL; expected 0 or 1",
            Assert.Throws<BadFileException>(() => SafeTensors.Load(path)).Message
        );
    }

    [Fact]
    public void TensorsMayStandInAnyOrderAndWithoutNumbersAnywhere()
    {
        Write(
            """{"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]},"""
                + """ "none":{"dtype":"F64","shape":[0,9],"data_offsets":[1,1]},"""
                + """ "a":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}""",
            [7, 8, 9]
        );
        var tensors = SafeTensors.Load(path).Tensors;
        Assert.Equal([8, 9], tensors["b"].to(ScalarType.Float64).Doubles());
        Assert.Equal(7, tensors["a"].to(ScalarType.Float64).ToDouble());
        Assert.Equal([0, 9], tensors["none"].shape);
    }

    [Fact]
    public void ATensorCannotTakeTheNameOfTheTexts() =>
        Assert.Contains(
            "a tensor is named '__metadata__'",
            Assert
                .Throws<ArgumentException>(() =>
                    SafeTensors.Save(path, new Dictionary<string, Tensor> { ["__metadata__"] = ones(1) })
                )
                .Message
        );
}
