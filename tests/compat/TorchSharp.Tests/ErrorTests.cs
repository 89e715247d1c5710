using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What libtorch refuses becomes an exception with its message, and the process lives on.</summary>
public class ErrorTests
{
    private static void Fails(string message, Action action)
    {
        var error = Assert.Throws<ExternalException>(action);
        Assert.Contains(message, error.Message);
        Near.Equal(2, ones(2).sum());
    }

    // The binding of matmul and that of grad let the exception of C++ through, which nothing above can catch.
    private static void FailsWhereCaught(string message, Action action)
    {
        Stack.SkipOnNuget("The real package ends the process on this error.");
        Fails(message, action);
    }

    [Fact]
    public void Shapes() =>
        FailsWhereCaught("cannot be multiplied (2x3 and 2x3)", () => ones(2, 3).matmul(ones(2, 3)));

    [Fact]
    public void Broadcast() => Fails("must match the size", () => _ = ones(2) + ones(3));

    [Fact]
    public void View() => Fails("invalid for input of size 4", () => ones(4).view(3));

    [Fact]
    public void Types() =>
        FailsWhereCaught("ouble", () => ones(2, 2).matmul(ones(2, 2, dtype: ScalarType.Float64)));

    [Fact]
    public void IntegersHaveNoGradient() => Fails("floating point", () => arange(3).requires_grad_());

    [Fact]
    public void NoGradient()
    {
        var x = ones(2);
        FailsWhereCaught("does not require grad", () => autograd.grad([x.sum()], [x], null, false, false));
    }

    [Fact]
    public void NotAScalar()
    {
        var x = ones(2, requires_grad: true);
        FailsWhereCaught("scalar outputs", () => autograd.grad([x * 2.0], [x], null, false, false));
    }

    [Fact]
    public void Unused()
    {
        var x = ones(2, requires_grad: true);
        var y = ones(2, requires_grad: true);
        FailsWhereCaught("allow_unused", () => autograd.grad([x.sum()], [y], null, false, false));
    }

    [Fact]
    public void GraphUsedTwice()
    {
        var x = ones(2, requires_grad: true);
        var y = x.square().sum();
        autograd.grad([y], [x], null, false, false);
        FailsWhereCaught("second time", () => autograd.grad([y], [x], null, false, false));
    }

    [Fact]
    public void ChangedInPlace()
    {
        var x = ones(2, requires_grad: true);
        var doubled = x * 2.0;
        var y = doubled.square().sum();
        doubled.add_(1);
        FailsWhereCaught(
            "modified by an inplace operation",
            () => autograd.grad([y], [x], null, false, false)
        );
    }

    [Fact]
    public void Index() => Fails("out of", () => ones(2).index_select(0, tensor(new long[] { 5 })));

    [Fact]
    public void Singular() => Fails("singular", () => linalg.inv(zeros(2, 2)));

    [Fact]
    public void NaNInBackwardIsNamed()
    {
        var x = zeros(1, requires_grad: true);
        using (autograd.detect_anomaly())
            FailsWhereCaught(
                "nan values",
                () => autograd.grad([(x.sqrt() * 0.0).sum()], [x], null, false, false)
            );
    }

    [Fact]
    public void DisposedTensor()
    {
        var x = ones(2);
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => x.sum());
        x.Dispose();
    }
}
