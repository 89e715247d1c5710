using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class CreateTests
{
    [Fact]
    public void FromNumbersAndArrays()
    {
        Assert.Equal(ScalarType.Float32, tensor(1.5f).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.5).dtype);
        Assert.Equal(ScalarType.Int64, tensor(3L).dtype);
        Assert.Equal(ScalarType.Int32, tensor(3).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Empty(tensor(1.5).shape);
        var table = tensor(
            new[,]
            {
                { 1f, 2f, 3f },
                { 4f, 5f, 6f },
            }
        );
        Near.Shape(table, 2, 3);
        Near.Equal([1, 2, 3, 4, 5, 6], table);
        Near.Shape(tensor(new double[2, 3, 4]), 2, 3, 4);
        Near.Shape(tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [3, 2]), 3, 2);
        Near.Shape(tensor(new List<float> { 1, 2, 3, 4 }, 2, 2), 2, 2);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1.0, 2.0 }, dtype: ScalarType.Float32).dtype);
        Assert.True(tensor(new[] { 1.0 }, requires_grad: true).requires_grad);
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([1, 255], tensor(new byte[] { 1, 255 }).data<byte>().ToArray());
        Near.Equal(
            [1, 2, 3, 4],
            from_array(
                new long[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                }
            )
        );
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f }, [3]));
    }

    [Fact]
    public void TensorsCopyTheirArray()
    {
        var array = new[] { 1f, 2f };
        var copy = tensor(array);
        array[0] = 9;
        Near.Equal([1, 2], copy);
    }

    [Fact]
    public void Filled()
    {
        Near.Equal([0, 0], zeros(2));
        Near.Equal([1, 1, 1, 1], ones(2, 2));
        Near.Equal([1, 1], ones([2L]));
        Near.Equal([2.5, 2.5], full(2, 2.5));
        Assert.Equal(ScalarType.Float32, full([2L], 2.5).dtype);
        Assert.Equal(ScalarType.Int64, full([2L], 2).dtype);
        Assert.Equal(ScalarType.Float64, zeros(2, dtype: ScalarType.Float64).dtype);
        Near.Shape(empty(2, 3), 2, 3);
        Near.Equal([1, 0, 0, 1], eye(2));
        Near.Shape(eye(2, 3), 2, 3);
        var x = tensor(new[] { 1.0, 2.0 });
        Assert.Equal(ScalarType.Float64, zeros_like(x).dtype);
        Near.Equal([1, 1], x.ones_like());
        Near.Equal([7, 7], full_like(x, 7));
        Near.Shape(x.new_zeros(3), 3);
        Assert.Equal(ScalarType.Float64, x.new_zeros(3).dtype);
    }

    [Fact]
    public void Ranges()
    {
        Near.Equal([0, 1, 2], arange(3));
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(3.0).dtype);
        Near.Equal([1, 1.5, 2, 2.5], arange(1, 3, 0.5));
        Near.Equal([0, 0.25, 0.5, 0.75, 1], linspace(0, 1, 5));
        Near.Equal([1, 10, 100], logspace(0, 2, 3), 1e-6);
        Near.Equal([0, 1, 1, 0, 0, 1], tril_indices(2, 2));
    }

    [Fact]
    public void Conversions()
    {
        var x = tensor(new[] { 1.7, -1.7 });
        Near.Equal([1, -1], x.to(ScalarType.Int64));
        Assert.Equal(ScalarType.Int32, x.to_type(ScalarType.Int32).dtype);
        Assert.Equal(ScalarType.Float32, x.@float().dtype);
        Assert.Equal(ScalarType.Float64, ones(1).@double().dtype);
        Assert.Equal(ScalarType.Int64, ones(1).@long().dtype);
        Assert.Equal([true, false], tensor(new[] { 2.0, 0.0 }).@bool().data<bool>().ToArray());
        Assert.Equal(ScalarType.Float64, ones(1).type_as(x).dtype);
        Assert.Equal(DeviceType.CPU, x.cpu().device_type);
        Tensor implicitly = 2.5;
        Assert.Equal(2.5, (double)implicitly);
        Assert.Equal(2, (int)tensor(2L));
    }

    [Fact]
    public void Description()
    {
        var x = zeros(2, 3);
        Assert.Equal([2L, 3L], x.shape);
        Assert.Equal([2L, 3L], x.size());
        Assert.Equal(3, x.size(-1));
        Assert.Equal(2, x.dim());
        Assert.Equal(2, x.ndim);
        Assert.Equal(6, x.numel());
        Assert.Equal(4, x.ElementSize);
        Assert.Equal([3L, 1L], x.stride());
        Assert.Equal("cpu", x.device.ToString());
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
        Assert.Equal("[2x3], type = Float32, device = cpu", x.ToString());
        Assert.True(x.is_floating_point());
        Assert.True(arange(2).is_integral());
        Assert.False(x.IsInvalid);
        Assert.NotEqual(0, x.Handle);
    }

    [Fact]
    public void ElementsCanBeReadAndWritten()
    {
        var x = arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], x.data<long>().ToArray());
        Assert.Equal(4, x.data<long>()[1, 1]);
        Assert.Equal(6, x.data<long>().Count);
        var array = (long[,])x.data<long>().ToNDArray();
        Assert.Equal(5, array[2, 1]);
        x.data<long>()[1, 1] = 40;
        Near.Equal(40, x[1, 1]);
        Assert.Equal(40, x[1, 1].item<long>());
        Assert.Equal(40f, x[1, 1].ToSingle());
        Assert.Equal(40.0, x[1, 1].ToDouble());
        Assert.Equal(40, x[1, 1].ToInt32());
        Assert.Throws<ArgumentException>(() => x.data<float>());
        Assert.Throws<ArgumentException>(() => x.item<long>());
        var y = zeros(2);
        y.data<float>().CopyFrom([1f, 2f]);
        Near.Equal([1, 2], y);
        Assert.Equal(8, y.bytes.Length);
    }

    [Fact]
    public void Scalars()
    {
        Assert.Equal(ScalarType.Int64, 3.ToScalar().Type);
        Assert.Equal(ScalarType.Float64, 3.5.ToScalar().Type);
        Assert.Equal(ScalarType.Bool, true.ToScalar().Type);
        Assert.Equal(3.5f, 3.5.ToScalar().ToSingle());
        Assert.Equal(3, 3L.ToScalar().ToInt32());
        Assert.True(true.ToScalar().ToBoolean());
        Assert.Equal(2.5, tensor(2.5).ToScalar().ToDouble());
    }
}
