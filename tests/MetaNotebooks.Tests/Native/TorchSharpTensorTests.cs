using System.Runtime.InteropServices;

namespace MetaNotebooks.Tests;

/// <summary>What the kit relies on in how TorchSharp makes, draws and multiplies tensors.</summary>
public class TorchSharpTensorTests
{
    [Fact]
    public void ATensorCopiesItsArray()
    {
        double[] values = [1, 2, 3];
        var flat = tensor(values);
        var shaped = tensor(values, [3, 1]);
        values[1] = 7;
        Assert.Equal([1, 2, 3], flat.Doubles());
        Assert.Equal([1, 2, 3], shaped.Doubles());
        flat[0] = 5;
        Assert.Equal([1, 7, 3], values);
    }

    [Fact]
    public void AGeneratorsNumbersAreItsSeedsAlone()
    {
        using var one = new Generator(3);
        using var two = new Generator(3);
        using var other = new Generator(4);
        var drawn = randn(8, generator: one).Doubles();
        randn(100);
        Assert.Equal(drawn, randn(8, generator: two).Doubles());
        Assert.NotEqual(drawn, randn(8, generator: two).Doubles());
        Assert.NotEqual(drawn, randn(8, generator: other).Doubles());
        Assert.Equal(drawn, randn(8, generator: one.manual_seed(3)).Doubles());
    }

    [Fact]
    public void AGeneratorsStateCanBeKept()
    {
        using var generator = new Generator(3);
        rand(3, generator: generator);
        var state = generator.get_state();
        var next = rand(8, generator: generator).Doubles();
        Assert.NotEqual(next, rand(8, generator: generator).Doubles());
        generator.set_state(state);
        Assert.Equal(next, rand(8, generator: generator).Doubles());
    }

    [Fact]
    public void WhatLibtorchRefusesIsAnExceptionWithItsWords()
    {
        static void Fails(string message, Func<Tensor> compute) =>
            Assert.Contains(message, Assert.Throws<ExternalException>(compute).Message);
        Fails("must match the size", () => ones(2) + ones(3));
        Fails("invalid for input of size 4", () => ones(4).view(3));
        Fails("mat1 and mat2 shapes", () => ones(2, 3).mm(ones(2, 3)));
        Fails("out of", () => ones(2).index_select(0, tensor([5L])));
    }

    [Fact]
    public void BaddbmmTakesItsArgumentsInAnotherOrderThanItNamesThem()
    {
        // 2 + 3·5 by its names. Nothing in the kit calls it; once this fails, TorchSharp is mended.
        Tensor Of(double value) => full([1, 1, 1], value, ScalarType.Float64);
        Assert.Equal(2 * 3 + 5, baddbmm(Of(2), Of(3), Of(5)).item<double>());
    }
}
