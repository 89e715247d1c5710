using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ThreadTests
{
    private static void OnFour(Action<int> body)
    {
        var errors = new List<Exception>();
        var threads = Enumerable
            .Range(0, 4)
            .Select(number => new Thread(() =>
            {
                try
                {
                    body(number);
                }
                catch (Exception error)
                {
                    lock (errors)
                        errors.Add(error);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(errors);
    }

    [Fact]
    public void ResultsAndGradientsAreRight() =>
        OnFour(number =>
        {
            for (var i = 0; i < 300; i++)
            {
                using var scope = NewDisposeScope();
                var x = full([3L, 3L], number + 1.0, ScalarType.Float64).requires_grad_();
                var y = x.matmul(x).sum();
                Near.Equal(27 * (number + 1) * (number + 1), y);
                var gradient = autograd.grad([y], [x], null, false, false)[0];
                Near.Equal(Enumerable.Repeat(6.0 * (number + 1), 9).ToArray(), gradient);
            }
        });

    [Fact]
    public void NoGradIsOfOneThread()
    {
        using var barrier = new Barrier(4);
        OnFour(number =>
        {
            using var mode = number % 2 == 0 ? no_grad() : enable_grad();
            barrier.SignalAndWait();
            for (var i = 0; i < 200; i++)
                Assert.Equal(number % 2 != 0, (ones(2, requires_grad: true) * 2.0).requires_grad);
            barrier.SignalAndWait();
        });
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void FailuresStayApart() =>
        OnFour(number =>
        {
            for (var i = 0; i < 100; i++)
            {
                var error = Assert.ThrowsAny<Exception>(() => ones(3 + number).view(2));
                Assert.Contains($"size {3 + number}", error.Message);
            }
        });

    [Fact]
    public void TensorsMayBeDisposedOnAnotherThread()
    {
        var tensors = Enumerable.Range(0, 1000).Select(_ => ones(4)).ToArray();
        OnFour(number =>
        {
            for (var i = number; i < tensors.Length; i += 4)
                tensors[i].Dispose();
        });
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }
}
