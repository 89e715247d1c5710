using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

public class PointwiseTests
{
    private static readonly double[] points = [-1.7, -0.5, -0.1, 0.0, 0.3, 0.9, 2.4];

    private static readonly Dictionary<
        string,
        (Func<Tensor, Tensor> f, Func<double, double> expected)
    > cases = new()
    {
        ["neg"] = (x => x.neg(), x => -x),
        ["operator -"] = (x => -x, x => -x),
        ["abs"] = (x => x.abs(), Math.Abs),
        ["sign"] = (x => x.sign(), x => Math.Sign(x)),
        ["exp"] = (x => x.exp(), Math.Exp),
        ["exp2"] = (x => x.exp2(), x => Math.Pow(2, x)),
        ["expm1"] = (x => x.expm1(), x => Math.Exp(x) - 1),
        ["log"] = (x => (x + 3.0).log(), x => Math.Log(x + 3)),
        ["log1p"] = (x => (x + 3.0).log1p(), x => Math.Log(x + 4)),
        ["log2"] = (x => (x + 3.0).log2(), x => Math.Log2(x + 3)),
        ["log10"] = (x => (x + 3.0).log10(), x => Math.Log10(x + 3)),
        ["sqrt"] = (x => x.abs().sqrt(), x => Math.Sqrt(Math.Abs(x))),
        ["rsqrt"] = (x => (x + 3.0).rsqrt(), x => 1 / Math.Sqrt(x + 3)),
        ["square"] = (x => x.square(), x => x * x),
        ["sin"] = (x => x.sin(), Math.Sin),
        ["cos"] = (x => x.cos(), Math.Cos),
        ["tan"] = (x => x.tan(), Math.Tan),
        ["sinh"] = (x => x.sinh(), Math.Sinh),
        ["cosh"] = (x => x.cosh(), Math.Cosh),
        ["tanh"] = (x => x.tanh(), Math.Tanh),
        ["atan"] = (x => x.atan(), Math.Atan),
        ["asin"] = (x => (x / 3.0).asin(), x => Math.Asin(x / 3)),
        ["acos"] = (x => (x / 3.0).acos(), x => Math.Acos(x / 3)),
        ["sigmoid"] = (x => x.sigmoid(), x => 1 / (1 + Math.Exp(-x))),
        ["floor"] = (x => x.floor(), Math.Floor),
        ["ceil"] = (x => x.ceil(), Math.Ceiling),
        ["trunc"] = (x => x.trunc(), Math.Truncate),
        ["frac"] = (x => x.frac(), x => x - Math.Truncate(x)),
        ["round"] = (x => x.round(), x => Math.Round(x, MidpointRounding.ToEven)),
        ["round decimals"] = (x => (x * 1.23).round(1), x => Math.Round(x * 1.23, 1)),
        ["reciprocal"] = (x => (x + 3.0).reciprocal(), x => 1 / (x + 3)),
        ["pow"] = (x => x.pow(3), x => x * x * x),
        ["clamp"] = (x => x.clamp(-0.4, 0.5), x => Math.Clamp(x, -0.4, 0.5)),
        ["clamp_min"] = (x => x.clamp_min(0.1), x => Math.Max(x, 0.1)),
        ["clamp_max"] = (x => x.clamp_max(0.1), x => Math.Min(x, 0.1)),
        ["relu"] = (x => x.relu(), x => Math.Max(x, 0)),
        ["leaky_relu"] = (x => x.leaky_relu(0.2), x => x > 0 ? x : 0.2 * x),
        ["elu"] = (x => x.elu(0.7), x => x > 0 ? x : 0.7 * (Math.Exp(x) - 1)),
        ["silu"] = (x => x.silu(), x => x / (1 + Math.Exp(-x))),
        ["softplus"] = (x => x.softplus(), x => Math.Log(1 + Math.Exp(x))),
        ["log_sigmoid"] = (x => x.log_sigmoid(), x => -Math.Log(1 + Math.Exp(-x))),
        ["F.relu"] = (x => F.relu(x), x => Math.Max(x, 0)),
        ["F.leaky_relu"] = (x => F.leaky_relu(x), x => x > 0 ? x : 0.01 * x),
        ["F.tanh"] = (x => F.tanh(x), Math.Tanh),
        ["F.sigmoid"] = (x => F.sigmoid(x), x => 1 / (1 + Math.Exp(-x))),
        ["torch.exp"] = (x => torch.exp(x), Math.Exp),
        ["torch.sin"] = (x => torch.sin(x), Math.Sin),
        ["torch.square"] = (x => torch.square(x), x => x * x),
    };

    public static TheoryData<string> Names() => new(cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void MatchesClosedForm(string name)
    {
        var (f, expected) = cases[name];
        Near.Equal(points.Select(expected).ToArray(), f(tensor(points)));
    }

    [Fact]
    public void ErrorFunctionMatchesItsSeries()
    {
        static double Series(double x)
        {
            double sum = 0,
                term = x;
            for (var n = 0; n < 60; n++)
            {
                sum += term / (2 * n + 1);
                term *= -x * x / (n + 1);
            }
            return 2 / Math.Sqrt(Math.PI) * sum;
        }
        var x = tensor(points);
        Near.Equal(points.Select(Series).ToArray(), x.erf());
        Near.Equal(points.Select(p => 1 - Series(p)).ToArray(), x.erfc());
        Near.Equal(points.Select(p => p * 0.5 * (1 + Series(p / Math.Sqrt(2)))).ToArray(), x.gelu());
    }

    [Fact]
    public void SoftmaxIsNormalizedExponential()
    {
        var x = tensor(points).reshape(1, 7);
        var total = points.Sum(Math.Exp);
        Near.Equal(points.Select(p => Math.Exp(p) / total).ToArray(), x.softmax(1));
        Near.Equal(points.Select(p => p - Math.Log(total)).ToArray(), x.log_softmax(1));
        Near.Equal(Math.Log(total), x.logsumexp(1));
        Near.Equal(points.Select(p => Math.Exp(p) / total).ToArray(), torch.softmax(x, 1));
        Near.Equal(points.Select(p => Math.Exp(p) / total).ToArray(), F.softmax(x, 1));
    }

    [Fact]
    public void InPlaceReturnsTheSameObject()
    {
        var x = tensor(points);
        Assert.Same(x, x.abs_());
        Near.Equal(points.Select(Math.Abs).ToArray(), x);
        Assert.Same(x, x.sqrt_());
        Near.Equal(points.Select(p => Math.Sqrt(Math.Abs(p))).ToArray(), x);
        Assert.Same(x, x.neg_().clamp_(-1, 0).exp_());
        Near.Equal(points.Select(p => Math.Exp(Math.Max(-Math.Sqrt(Math.Abs(p)), -1))).ToArray(), x);
    }
}
