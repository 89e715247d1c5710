using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A planar arm of two uniform links, each task with its own link lengths and payload: from the angles of shoulder and
/// elbow <c>[T, n, 2]</c> (radians; the elbow's from the upper link's direction) to the hand's place or the joints'
/// torques <c>[T, n, 2]</c>. A new arm, or a new thing in its hand, is adapted to from few moves.
/// </summary>
public sealed record RobotArm : ITaskSampler
{
    private const double Gravity = 9.81;

    /// <summary>What is predicted. Default the hand's place.</summary>
    public ArmOutput Output { get; init; } = ArmOutput.EndPoint;

    /// <summary>Moves to adapt on, k. Default 10.</summary>
    public int Shots { get; init; } = 10;

    /// <summary>Moves to be judged on. Default 10.</summary>
    public int Queries { get; init; } = 10;

    /// <summary>Range of each link's length in metres, uniform; above 0. Default [0.5, 1.5].</summary>
    public Uniform<double> Length { get; init; } = (0.5, 1.5);

    /// <summary>Range of the payload in kilograms, uniform; at least 0. Default [0, 2].</summary>
    public Uniform<double> Payload { get; init; } = (0, 2);

    /// <summary>Mass of a metre of link in kilograms, at least 0. Default 1.</summary>
    public double LinkMass { get; init; } = 1;

    /// <summary>Range of both angles, uniform. Default [−π, π].</summary>
    public Uniform<double> Angle { get; init; } = (-Math.PI, Math.PI);

    /// <summary>Standard deviation of normal noise on the support targets; queries have none. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        Require.Positive(Length.Low, nameof(Length));
        var random = seed.Generator();
        var lengths = random.Uniform(Length.Low, Length.High, [tasks, 1, 2], DType);
        var payload = random.Uniform(Payload.Low, Payload.High, [tasks, 1, 1], DType);
        Tensor Truth(Tensor x) =>
            Output == ArmOutput.EndPoint ? EndPoint(lengths, x) : Torque(lengths, payload, x);
        var supportX = random.Uniform(Angle.Low, Angle.High, [tasks, Shots, 2], DType);
        var queryX = random.Uniform(Angle.Low, Angle.High, [tasks, Queries, 2], DType);
        var supportY = Truth(supportX);
        if (Noise > 0)
            supportY += random.Normal(0, Noise, [tasks, Shots, 2], DType);
        return new(supportX, supportY, queryX, Truth(queryX), Truth) { Seed = seed };
    }

    // Each link's direction is the sum of the angles up to it, and the hand the sum of the links.
    private static Tensor EndPoint(Tensor lengths, Tensor angles)
    {
        var direction = angles.cumsum(-1);
        return Held.Stack(
            new[] { (lengths * direction.cos()).sum([-1L]), (lengths * direction.sin()).sum([-1L]) },
            -1
        );
    }

    // The derivative of the potential energy g·Σ mass·height by each angle: the upper link carries all that is beyond
    // it at its end and itself at its middle.
    private Tensor Torque(Tensor lengths, Tensor payload, Tensor angles)
    {
        var horizontal = angles.cumsum(-1).cos();
        var (upper, lower) = (lengths.narrow(-1, 0, 1), lengths.narrow(-1, 1, 1));
        var elbow = Gravity * (payload + LinkMass / 2 * lower) * lower * horizontal.narrow(-1, 1, 1);
        var shoulder =
            Gravity
            * (payload + LinkMass * lower + LinkMass / 2 * upper)
            * upper
            * horizontal.narrow(-1, 0, 1);
        return Held.Cat([shoulder + elbow, elbow], -1);
    }
}
