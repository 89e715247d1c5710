namespace MetaNotebooks.Tests;

/// <summary>
/// Gradient descent on a least-squares problem has a closed form: θₖ = θ* + (I − αH)ᵏ(θ₀ − θ*), here one-dimensional in
/// the eigenbasis because inputs are chosen orthogonal.
/// </summary>
public class GradientDescentTests
{
    // Points (±1, ±√3-free choice): Σx = 0, so weight and bias separate; Hessian of the mean loss is diag(2·mean x², 2).
    private static readonly double[] X = [-2, -1, 1, 2];
    private static readonly double[] Y = [-3.5, -1.0, 2.5, 6.0];
    private static readonly double MeanSquare = X.Average(x => x * x);
    private static readonly double BestWeight = X.Zip(Y, (x, y) => x * y).Average() / MeanSquare;
    private static readonly double BestBias = Y.Average();

    private static (Tensor X, Tensor Y) Data(int tasks = 1) =>
        (tensor(X, [1, 4, 1]).repeat(tasks, 1, 1), tensor(Y, [1, 4, 1]).repeat(tasks, 1, 1));

    private static Parameters Start(double weight, double bias) =>
        Parameters.Of(
            ("weight", tensor(weight, ScalarType.Float64).reshape(1, 1)),
            ("bias", tensor(bias, ScalarType.Float64).reshape(1, 1))
        );

    [Fact]
    public void ThePathIsTheClosedForm()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data();
        const double rate = 0.07;
        var path = GradientDescent.Run(
            new Linear(1, 1),
            Losses.MeanSquaredError,
            Start(0, 5),
            x,
            y,
            rate,
            50
        );
        Assert.Equal(50, path.Steps);
        for (var k = 0; k <= 50; k++)
        {
            var weight = BestWeight + Math.Pow(1 - rate * 2 * MeanSquare, k) * (0 - BestWeight);
            var bias = BestBias + Math.Pow(1 - rate * 2, k) * (5 - BestBias);
            Assert.Equal(weight, path.Trajectory[k][0].ToDouble(), 1e-12);
            Assert.Equal(bias, path.Trajectory[k][1].ToDouble(), 1e-12);
        }
    }

    [Fact]
    public void ItConvergesBelowTwoOverTheLargestCurvatureAndDivergesAbove()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data(2);
        var limit = 2 / (2 * MeanSquare);
        var rates = tensor([0.99 * limit, 1.01 * limit], [2, 1, 1]);
        var path = Adaptation.Run(
            new Linear(1, 1),
            Losses.MeanSquaredError,
            new GradientStep(1),
            Start(0, 0),
            Parameters.Of(("rate", rates)),
            x,
            y,
            1000
        );
        var losses = path.Losses(Losses.MeanSquaredError, x, y)[-1].Doubles();
        var best = X.Zip(Y, (a, b) => Math.Pow(BestWeight * a + BestBias - b, 2)).Average();
        Assert.Equal(best, losses[0], 1e-6);
        Assert.True(losses[1] > 1e6);
    }

    [Fact]
    public void PredictAndLossesFollowTheTrajectory()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data();
        var path = GradientDescent.Run(new Linear(1, 1), Losses.MeanSquaredError, Start(1, 0), x, y, 0.05, 3);
        var losses = path.Losses(Losses.MeanSquaredError, x, y);
        Assert.Equal([4, 1], losses.shape);
        Assert.Equal(X, path.Predict(0, x).Doubles());
        Assert.Equal(X.Zip(Y, (a, b) => (a - b) * (a - b)).Average(), losses[0].ToDouble(), 1e-12);
        Assert.True(losses[3].ToDouble() < losses[2].ToDouble());
        Assert.False(path.Final[0].requires_grad);
    }

    [Fact]
    public void BadArgumentsAreNamed()
    {
        using var scope = NewDisposeScope();
        var (x, y) = Data();
        var model = new Linear(1, 1);
        string Error(Parameters theta, Tensor targets, double rate, int steps) =>
            Assert
                .ThrowsAny<ArgumentException>(() =>
                    GradientDescent.Run(model, Losses.MeanSquaredError, theta, x, targets, rate, steps)
                )
                .Message;
        Assert.Contains("Rate is -1; expected a finite number above 0", Error(Start(0, 0), y, -1, 1));
        Assert.Contains("steps is -1; expected at least 0", Error(Start(0, 0), y, 0.1, -1));
        Assert.Contains(
            "y has shape [1, 3, 1]; expected [1, 4, …]",
            Error(Start(0, 0), zeros(1, 3, 1), 0.1, 1)
        );
        Assert.Contains(
            "theta is weight [1, 1]; expected weight [1, 1], bias [1, 1], as the model has",
            Error(Parameters.Of(("weight", zeros(1, 1))), y, 0.1, 1)
        );
        Assert.Contains(
            "theta is 0 [1, 1], 1 [1, 1]; expected weight [1, 1], bias [1, 1]",
            Error(Numbers.Placed(zeros(1, 1), zeros(1, 1)), y, 0.1, 1)
        );
        Assert.Contains(
            "theta['weight'] has shape [2, 1]; expected [1, 1]",
            Error(model.Shapes.Named(zeros(2, 1), zeros(1, 1)), y, 0.1, 1)
        );
    }
}
