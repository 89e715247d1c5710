namespace MetaNotebooks.Tests;

/// <summary>What the kit relies on where several threads compute, or libtorch does with several.</summary>
public class TorchSharpThreadTests
{
    [Fact]
    public void ThreadsComputeAtOnce() =>
        OnFour(number =>
        {
            for (var i = 0; i < 300; i++)
            {
                using var scope = NewDisposeScope();
                var x = full([3L, 3L], number + 1.0, ScalarType.Float64).requires_grad_();
                var y = x.matmul(x).sum();
                Assert.Equal(27 * (number + 1) * (number + 1), y.item<double>());
                var slope = autograd.grad([y], [x], null, false, false)[0];
                Assert.Equal(Enumerable.Repeat(6.0 * (number + 1), 9), slope.Doubles());
            }
        });

    [Fact]
    public void EachThreadHasItsOwnGradMode()
    {
        using var barrier = new Barrier(4);
        OnFour(number =>
        {
            using var mode = number % 2 == 0 ? no_grad() : enable_grad();
            barrier.SignalAndWait();
            for (var i = 0; i < 200; i++)
                Assert.Equal(number % 2 != 0, (ones(2, requires_grad: true) * 2).requires_grad);
            barrier.SignalAndWait();
        });
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void ATensorMayBeDisposedOnAnotherThread()
    {
        var tensors = Enumerable.Range(0, 1000).Select(_ => ones(4)).ToArray();
        OnFour(number =>
        {
            for (var i = number; i < tensors.Length; i += 4)
                tensors[i].Dispose();
        });
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(5).Generator();
        var matrix = random.Normal(0, 1, [300, 300]).requires_grad_();
        var batch = random.Normal(0, 1, [8, 40, 300]);
        var images = random.Normal(0, 1, [20, 8, 14, 14]);
        var kernel = random.Normal(0, 1, [16, 8, 3, 3]).requires_grad_();
        var before = get_num_threads();
        double[] With(int threads)
        {
            set_num_threads(threads);
            Assert.Equal(threads, get_num_threads());
            var product = batch.matmul(matrix.matmul(matrix)).softmax(-1);
            var convolved = nn.functional.conv2d(images, kernel, null, [1, 1], [1, 1]).tanh();
            Tensor[] weights = [product.detach(), convolved.detach()];
            var slopes = autograd.grad([product, convolved], [matrix, kernel], weights, false, false);
            return [.. slopes.Append(product).Append(convolved).SelectMany(part => part.Doubles())];
        }
        try
        {
            var one = With(1);
            Assert.All(Enumerable.Range(2, 4), threads => Assert.Equal(one, With(threads)));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static void OnFour(Action<int> body)
    {
        var errors = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
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
                    errors.Enqueue(error);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(errors);
    }
}
