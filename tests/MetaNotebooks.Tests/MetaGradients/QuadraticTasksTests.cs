namespace MetaNotebooks.Tests;

/// <summary>
/// Linear regression makes every task's loss a quadratic, and MAML's meta-gradient a closed form in plain arithmetic:
/// θ′ = θ − α∇L_s(θ) repeated, then J₁ᵀ…J_Sᵀ ∇L_q(θ′) with J = I − αH_s.
/// </summary>
public class QuadraticTasksTests
{
    private const double Rate = 0.1;
    private static readonly LinearTasks Family = new()
    {
        Inputs = 2,
        Shots = 4,
        Queries = 6,
        Noise = 0.3,
        DType = ScalarType.Float64,
    };

    [Theory]
    [InlineData(1, Derivatives.Second)]
    [InlineData(3, Derivatives.Second)]
    [InlineData(1, Derivatives.First)]
    [InlineData(3, Derivatives.First)]
    public void TheMetaGradientIsTheClosedForm(int steps, Derivatives order)
    {
        using var scope = NewDisposeScope();
        var model = new Linear(2, 1);
        var learner =
            order == Derivatives.Second
                ? Maml.Create(model, Losses.MeanSquaredError, Rate, steps)
                : Maml.CreateFirstOrder(model, Losses.MeanSquaredError, Rate, steps);
        var tasks = Family.Sample(1, 5);
        var meta = learner.Init(2, ScalarType.Float64).Leaves();
        double[] theta = [.. meta[0].Doubles(), .. meta[1].Doubles()];

        var expected = new double[3];
        for (var t = 0; t < 5; t++)
        {
            var support = Quadratic(tasks.SupportX[t].Doubles(), tasks.SupportY[t].Doubles());
            var query = Quadratic(tasks.QueryX[t].Doubles(), tasks.QueryY[t].Doubles());
            var adapted = theta;
            for (var s = 0; s < steps; s++)
                adapted = [.. adapted.Zip(Slope(support, adapted), (p, g) => p - Rate * g)];
            var pulled = Slope(query, adapted);
            // H is symmetric and the same at every step of a quadratic.
            for (var s = 0; s < steps && order == Derivatives.Second; s++)
                pulled = [.. pulled.Zip(Times(support.Hessian, pulled), (v, hv) => v - Rate * hv)];
            for (var i = 0; i < 3; i++)
                expected[i] += pulled[i] / 5;
        }

        var actual = learner.MetaGradient(meta, tasks).Gradients;
        Assert.True(Numbers.RelativeError([.. actual[0].Doubles(), .. actual[1].Doubles()], expected) < 1e-9);
    }

    private static (double[][] Hessian, double[] Slope0) Quadratic(double[] x, double[] y)
    {
        var hessian = new[] { new double[3], new double[3], new double[3] };
        var slope0 = new double[3];
        for (var n = 0; n < y.Length; n++)
        {
            double[] row = [x[2 * n], x[2 * n + 1], 1];
            for (var i = 0; i < 3; i++)
            {
                slope0[i] -= 2 * row[i] * y[n] / y.Length;
                for (var j = 0; j < 3; j++)
                    hessian[i][j] += 2 * row[i] * row[j] / y.Length;
            }
        }
        return (hessian, slope0);
    }

    private static double[] Slope((double[][] Hessian, double[] Slope0) loss, double[] at) =>
        [.. Times(loss.Hessian, at).Zip(loss.Slope0, (hv, s) => hv + s)];

    private static double[] Times(double[][] matrix, double[] v) =>
        [.. matrix.Select(row => row.Zip(v, (a, b) => a * b).Sum())];
}
