using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Collection("default generator")]
public class RandomTests
{
    [Fact]
    public void SeedsReproduce()
    {
        manual_seed(5);
        var first = randn(8);
        manual_seed(5);
        Assert.True(first.Equals(randn(8)));
        Assert.False(first.Equals(randn(8)));
        Assert.Equal(5, initial_seed());
    }

    [Fact]
    public void GeneratorsAreIndependent()
    {
        var one = new Generator(3);
        var two = new Generator(3);
        var drawn = rand(8, generator: one);
        randn(100);
        Assert.True(drawn.Equals(rand(8, generator: two)));
        Assert.False(drawn.Equals(rand(8, generator: two)));
        Assert.True(
            randint(0, 100, [8L], generator: one.manual_seed(9))
                .Equals(randint(0, 100, [8L], generator: two.manual_seed(9)))
        );
        Assert.True(randperm(20, generator: one).Equals(randperm(20, generator: two)));
        Assert.True(zeros(9).normal_(0, 1, one).Equals(zeros(9).normal_(0, 1, two)));
        Assert.True(zeros(9).uniform_(0, 1, one).Equals(zeros(9).uniform_(0, 1, two)));
    }

    [Fact]
    public void StateCanBeKept()
    {
        var generator = new Generator(3);
        rand(3, generator: generator);
        var state = generator.get_state();
        var next = rand(8, generator: generator);
        generator.set_state(state);
        Assert.True(next.Equals(rand(8, generator: generator)));
    }

    [Fact]
    public void MomentsAreRight()
    {
        var generator = new Generator(1);
        var normal = randn(20000, dtype: ScalarType.Float64, generator: generator);
        Assert.InRange(normal.mean().item<double>(), -0.03, 0.03);
        Assert.InRange(normal.std().item<double>(), 0.97, 1.03);
        var uniform = rand(20000, generator: generator);
        Assert.InRange(uniform.min().item<float>(), 0, 0.01f);
        Assert.InRange(uniform.max().item<float>(), 0.99f, 1);
        Assert.InRange(uniform.mean().item<float>(), 0.49f, 0.51f);
        Near.Equal([0, 1, 2], randint(3, [1000L], generator: generator).unique().output);
        Near.Equal(
            Enumerable.Range(0, 50).Select(i => (double)i).ToArray(),
            randperm(50, generator: generator).sort().Item1
        );
        var coins = full(20000, 0.3).bernoulli(generator);
        Assert.InRange(coins.mean().item<float>(), 0.28f, 0.32f);
        var dice = tensor(new[] { 1f, 3f, 0f }).multinomial(20000, true, generator).bincount(null!, 3);
        Assert.InRange(dice[1].item<long>(), 14500, 15500);
        Assert.Equal(0, dice[2].item<long>());
        Assert.Throws<ArgumentException>(() => randn(3, dtype: ScalarType.Int64));
    }

    [Fact]
    public void ThreadsCanBeSet()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }
}
