namespace MetaNotebooks.Tests;

/// <summary>The classifiers of texts against a plain reader of PyTorch's LSTM equations.</summary>
public class LstmClassifierTests
{
    private static readonly LstmClassifier Model = new(7, 3) { Embedding = 2, Hidden = 3 };

    private static readonly long[,] Texts =
    {
        { 2, 3, 6, 1 },
        { 4, 5, 0, 0 },
    };

    private static Tensor Sentences => tensor(Texts).unsqueeze(0).repeat(3, 1, 1);

    [Fact]
    public void EqualsTheEquationsWordByWord()
    {
        using var scope = NewDisposeScope();
        var theta = Model.Init(1, ScalarType.Float64);
        var scores = Model.Forward(theta, tensor(Texts));
        var (weight, bias) = (theta[5].Doubles(), theta[6].Doubles());
        for (var n = 0; n < 2; n++)
        {
            Tensor[] cell = [.. theta.Skip(1).Take(4)];
            var last = PlainReader.Last(
                new(2, 3),
                [.. cell.Select(p => p.Doubles())],
                theta[0].Doubles(),
                tensor(Texts)[n]
            );
            var expected = Enumerable
                .Range(0, 3)
                .Select(c => bias[c] + Enumerable.Range(0, 3).Sum(j => last[j] * weight[3 * j + c]));
            Assert.True(Numbers.RelativeError(scores[n].Doubles(), [.. expected]) < 1e-13);
        }
    }

    [Fact]
    public void OneSetOfParametersATaskIsEachTaskByItself()
    {
        using var scope = NewDisposeScope();
        var each = Enumerable.Range(0, 3).Select(t => Model.Init(t, ScalarType.Float64)).ToArray();
        var together = Parameters.Stack(each);
        var batched = Model.Forward(together, Sentences);
        Assert.Equal([3, 2, 3], batched.shape);
        for (var t = 0; t < 3; t++)
        {
            Assert.True(Numbers.RelativeError(batched[t], Model.Forward(each[t], Sentences[t])) < 1e-14);
            var shared = Model.Forward(each[0], Sentences);
            Assert.True(Numbers.RelativeError(shared[t], Model.Forward(each[0], Sentences[t])) < 1e-14);
        }
    }

    [Fact]
    public void PaddingChangesNothing()
    {
        using var scope = NewDisposeScope();
        var theta = Model.Init(1, ScalarType.Float64);
        var alone = tensor(new long[] { 4, 5 }, [1, 2]);
        var besideALongerText = Model.Forward(theta, tensor(Texts))[1];
        Assert.True(Numbers.RelativeError(besideALongerText, Model.Forward(theta, alone)[0]) < 1e-14);
    }

    [Fact]
    public void GradientEqualsFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        var theta = Model.Init(1, ScalarType.Float64).Leaves();
        Tensor F(Parameters at) => Model.Forward(at, Sentences).square().sum();
        var gradients = autograd.grad([F(theta)], [.. theta], retain_graph: false, create_graph: false);
        var differences = Numbers.CentralDifferences(at => F(at).ToDouble(), theta);
        Assert.All(
            gradients.Zip(differences),
            p => Assert.True(Numbers.RelativeError(p.First, p.Second) < 1e-7)
        );
    }

    [Fact]
    public void InitHasTheShapesAndDependsOnTheSeedOnly()
    {
        using var scope = NewDisposeScope();
        var theta = Model.Init(1);
        Assert.Equal(Model.Shapes, theta.Select(t => t.shape));
        Assert.Equal(theta.Select(t => t.Doubles()), Model.Init(1).Select(t => t.Doubles()));
        Assert.All(theta.Zip(Model.Init(2)), p => Assert.NotEqual(p.First.Doubles(), p.Second.Doubles()));
    }

    [Fact]
    public void NumbersThatAreNoWordsAreNamed()
    {
        using var scope = NewDisposeScope();
        string Error(Tensor x) =>
            Assert.Throws<ArgumentException>(() => Model.Forward(Model.Init(1), x)).Message;
        Assert.Contains(
            "from 0 to 7; expected 0 to 6",
            Error(Sentences + Sentences.eq(6).to(ScalarType.Int64))
        );
        Assert.Contains("expected word numbers, Int64 [T, n, length]", Error(zeros(3, 2, 4)));
    }
}
