using TorchSharp.PyBridge;

namespace MetaNotebooks.Tests;

/// <summary>What the kit writes another program reads the same, and the other way round.</summary>
public sealed class OtherSafeTensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private static Dictionary<string, Tensor> Some()
    {
        var numbers = new Random(5).Normal(0, 40, [3, 4], ScalarType.Float64);
        ScalarType[] types =
        [
            ScalarType.Float64,
            ScalarType.Float32,
            ScalarType.Float16,
            ScalarType.BFloat16,
            ScalarType.Int64,
            ScalarType.Int32,
            ScalarType.Int16,
            ScalarType.Int8,
        ];
        return new(types.Select(type => KeyValuePair.Create($"{type}", numbers.to(type))))
        {
            ["Byte"] = numbers.abs().to(ScalarType.Byte),
            ["Bool"] = numbers.gt(0),
            ["scalar"] = tensor(2.5f),
        };
    }

    private static void Same(
        IReadOnlyDictionary<string, Tensor> expected,
        IReadOnlyDictionary<string, Tensor> read
    )
    {
        Assert.Equal(expected.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in expected)
        {
            Assert.Equal((name, tensor.dtype), (name, read[name].dtype));
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(
                tensor.to(ScalarType.Float64).Doubles(),
                read[name].to(ScalarType.Float64).Doubles()
            );
        }
    }

    [Fact]
    public void TheyReadWhatTheKitWrites()
    {
        SafeTensors.Save(folder["file"], Some());
        Same(Some(), Safetensors.LoadStateDict(folder["file"]));
    }

    [Fact]
    public void TheKitReadsWhatTheyWrite()
    {
        Safetensors.SaveStateDict(folder["file"], Some());
        Same(Some(), SafeTensors.Load(folder["file"]).Tensors);
    }
}
