using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// How an arm of two links moves in a vertical plane under torques at its shoulder and elbow: by nine numbers of each
/// arm, in which the torques are linear. Angles are those of <see cref="RobotArm"/>; speeds are in rad/s, torques in Nm.
/// </summary>
/// <remarks>
/// With s and c for sine and cosine of the elbow's angle q₂, and a friction f at each joint:
/// τ₁ = (A + 2Bc)q̈₁ + (D + Bc)q̈₂ − Bs(2q̇₁ + q̇₂)q̇₂ + G₁cos q₁ + G₂cos(q₁ + q₂) + f₁,
/// τ₂ = (D + Bc)q̈₁ + Dq̈₂ + Bsq̇₁² + G₂cos(q₁ + q₂) + f₂, with fᵢ = Fᵢq̇ᵢ + Cᵢtanh(q̇ᵢ/0.2).
/// </remarks>
/// <param name="Numbers">A, B, D, G₁, G₂, F₁, F₂, C₁ and C₂ of each arm, <c>[T, 1, 9]</c>.</param>
public sealed record ArmBody(Tensor Numbers)
{
    /// <summary>The names of the nine numbers, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["A", "B", "D", "G₁", "G₂", "F₁", "F₂", "C₁", "C₂"];

    private const double Gravity = 9.81;

    // Dry friction turns over within this speed, in rad/s, so that motions have no corners.
    private const double Turn = 0.2;

    /// <summary>The arm of two uniform links with a load in its hand.</summary>
    /// <param name="upper">Length of the upper link in metres, <c>[T, 1, 1]</c>.</param>
    /// <param name="lower">Length of the lower one.</param>
    /// <param name="load">Mass in the hand, in kilograms.</param>
    /// <param name="viscous">Friction of both joints that grows with the speed, in Nm s; none by default.</param>
    /// <param name="dry">Friction of both joints that does not, in Nm; none by default.</param>
    /// <param name="linkMass">Mass of a metre of link in kilograms.</param>
    public static ArmBody Of(
        Tensor upper,
        Tensor lower,
        Tensor load,
        Tensor? viscous = null,
        Tensor? dry = null,
        double linkMass = 1
    )
    {
        var (first, second) = (linkMass * upper, linkMass * lower);
        var (f, c) = (viscous ?? zeros_like(load), dry ?? zeros_like(load));
        var d = second * lower * lower / 3 + load * lower * lower;
        return new(
            Held.Cat(
                [
                    first * upper * upper / 3 + (second + load) * upper * upper + d,
                    upper * lower * (second / 2 + load),
                    d,
                    Gravity * upper * (first / 2 + second + load),
                    Gravity * lower * (second / 2 + load),
                    f,
                    f,
                    c,
                    c,
                ],
                -1
            )
        );
    }

    /// <summary>
    /// What multiplies the nine numbers: the torques are this times <see cref="Numbers"/>. The Coriolis part is split as
    /// adaptive control needs it, so that the change of the mass matrix less twice that part is skew-symmetric.
    /// </summary>
    /// <param name="q">Angles <c>[T, n, 2]</c>.</param>
    /// <param name="speed">Their speeds.</param>
    /// <param name="reference">The speeds that are asked for; for an arm's own torques, <paramref name="speed"/>.</param>
    /// <param name="acceleration">The accelerations that are asked for.</param>
    /// <returns><c>[T, n, 2, 9]</c>.</returns>
    public static Tensor Regressor(Tensor q, Tensor speed, Tensor reference, Tensor acceleration)
    {
        var (q1, q2) = Joints(q);
        var (v1, v2) = Joints(speed);
        var (r1, r2) = Joints(reference);
        var (a1, a2) = Joints(acceleration);
        var (sin, cos, hang, none) = (q2.sin(), q2.cos(), (q1 + q2).cos(), zeros_like(r1));
        var turning = (reference / Turn).tanh();
        var (c1, c2) = Joints(turning);
        var swing = cos * (2 * a1 + a2) - sin * (v2 * r1 + (v1 + v2) * r2);
        var upper = Held.Cat([a1, swing, a2, q1.cos(), hang, r1, none, c1, none], -1);
        var lower = Held.Cat([none, cos * a1 + sin * v1 * r1, a1 + a2, none, hang, none, r2, none, c2], -1);
        return Held.Stack([upper, lower], -2);
    }

    /// <summary>The torques that make a motion happen, <c>[T, n, 2]</c>.</summary>
    /// <inheritdoc cref="Regressor"/>
    public Tensor Torque(Tensor q, Tensor speed, Tensor acceleration) =>
        (Regressor(q, speed, speed, acceleration) * Numbers.unsqueeze(-2)).sum(-1);

    /// <summary>The mass matrix, by which accelerations are multiplied, <c>[T, n, 2, 2]</c>.</summary>
    /// <inheritdoc cref="Regressor"/>
    public Tensor MassMatrix(Tensor q)
    {
        var (m11, m12, m22) = Masses(q);
        return Held.Stack([Held.Cat([m11, m12], -1), Held.Cat([m12, m22], -1)], -2);
    }

    /// <summary>What torques do: the accelerations, <c>[T, n, 2]</c>.</summary>
    /// <param name="q">Angles <c>[T, n, 2]</c>.</param>
    /// <param name="speed">Their speeds.</param>
    /// <param name="torque">The torques of the motors.</param>
    public Tensor Acceleration(Tensor q, Tensor speed, Tensor torque)
    {
        var (t1, t2) = Joints(torque - Torque(q, speed, zeros_like(q)));
        var (m11, m12, m22) = Masses(q);
        var turned = Held.Cat([m22 * t1 - m12 * t2, m11 * t2 - m12 * t1], -1);
        return turned / (m11 * m22 - m12 * m12);
    }

    /// <summary>Energy of motion and of height, <c>[T, n, 1]</c>, in joules; a straight arm that lies has none.</summary>
    /// <param name="q">Angles <c>[T, n, 2]</c>.</param>
    /// <param name="speed">Their speeds.</param>
    public Tensor Energy(Tensor q, Tensor speed)
    {
        var moving = matmul(MassMatrix(q), speed.unsqueeze(-1)).squeeze(-1);
        var (g1, g2) = (Number(3), Number(4));
        var height = g1 * q.narrow(-1, 0, 1).sin() + g2 * q.sum([-1L], true).sin();
        return (moving * speed).sum([-1L], true) / 2 + height;
    }

    /// <summary>Where torques that are held for a time bring the arm: fourth-order Runge–Kutta steps. No gradient passes.</summary>
    /// <param name="q">Angles <c>[T, 1, 2]</c>.</param>
    /// <param name="speed">Their speeds.</param>
    /// <param name="torque">The torques of the motors.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="steps">In how many steps; at least 1. Default 1.</param>
    public (Tensor Q, Tensor Speed) Advance(
        Tensor q,
        Tensor speed,
        Tensor torque,
        double seconds,
        int steps = 1
    )
    {
        Require.AtLeast(steps, 1, nameof(steps));
        using var scope = NewDisposeScope();
        static double[] Of(Tensor all) => Held.Numbers<double>(all.detach().to(ScalarType.Float64));
        // Number by number: as tensors, each of the many small steps would be some fifty calls.
        var (numbers, angles, speeds, torques) = (Of(Numbers), Of(q), Of(speed), Of(torque));
        for (var arm = 0; arm < angles.Length / 2; arm++)
        {
            var own = new ArmStepper(
                numbers.AsSpan(9 * arm, 9),
                torques[2 * arm],
                torques[2 * arm + 1],
                Turn
            );
            var state = new ArmState(
                angles[2 * arm],
                angles[2 * arm + 1],
                speeds[2 * arm],
                speeds[2 * arm + 1]
            );
            for (var step = 0; step < steps; step++)
                state = own.After(state, seconds / steps);
            (angles[2 * arm], angles[2 * arm + 1]) = (state.Q1, state.Q2);
            (speeds[2 * arm], speeds[2 * arm + 1]) = (state.V1, state.V2);
        }
        Tensor Back(double[] all) => tensor(all, q.shape).to(q.dtype).MoveToOuterDisposeScope();
        return (Back(angles), Back(speeds));
    }

    private static (Tensor Shoulder, Tensor Elbow) Joints(Tensor both) =>
        (both.narrow(-1, 0, 1), both.narrow(-1, 1, 1));

    private Tensor Number(int place) => Numbers.narrow(-1, place, 1);

    private (Tensor M11, Tensor M12, Tensor M22) Masses(Tensor q)
    {
        var bend = Number(1) * q.narrow(-1, 1, 1).cos();
        return (Number(0) + 2 * bend, Number(2) + bend, Number(2).expand_as(bend));
    }
}
