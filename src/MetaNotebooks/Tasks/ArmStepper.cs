namespace MetaNotebooks;

/// <summary>An arm's two angles and their speeds; also how fast these change.</summary>
internal readonly record struct ArmState(double Q1, double Q2, double V1, double V2)
{
    public ArmState Plus(double times, ArmState change) =>
        new(Q1 + times * change.Q1, Q2 + times * change.Q2, V1 + times * change.V1, V2 + times * change.V2);
}

/// <summary>One arm of <see cref="ArmBody"/> under torques that are held, in plain numbers.</summary>
internal readonly ref struct ArmStepper(
    ReadOnlySpan<double> numbers,
    double shoulder,
    double elbow,
    double turn
)
{
    private readonly ReadOnlySpan<double> numbers = numbers;

    /// <summary>A fourth-order Runge–Kutta step.</summary>
    public ArmState After(ArmState state, double h)
    {
        var first = Change(state);
        var second = Change(state.Plus(h / 2, first));
        var third = Change(state.Plus(h / 2, second));
        var last = Change(state.Plus(h, third));
        return state.Plus(h / 6, first).Plus(h / 3, second).Plus(h / 3, third).Plus(h / 6, last);
    }

    private ArmState Change(ArmState at)
    {
        var (sin, cos) = Math.SinCos(at.Q2);
        var (bend, fast) = (numbers[1] * cos, numbers[1] * sin);
        var (m11, m12, m22) = (numbers[0] + 2 * bend, numbers[2] + bend, numbers[2]);
        var hang = numbers[4] * Math.Cos(at.Q1 + at.Q2);
        var t1 =
            shoulder
            + fast * (2 * at.V1 + at.V2) * at.V2
            - numbers[3] * Math.Cos(at.Q1)
            - hang
            - Friction(numbers[5], numbers[7], at.V1);
        var t2 = elbow - fast * at.V1 * at.V1 - hang - Friction(numbers[6], numbers[8], at.V2);
        var determinant = m11 * m22 - m12 * m12;
        return new(at.V1, at.V2, (m22 * t1 - m12 * t2) / determinant, (m11 * t2 - m12 * t1) / determinant);
    }

    // Most arms of tests and lessons have none, and a tanh is much of a step.
    private double Friction(double viscous, double dry, double speed) =>
        viscous * speed + (dry == 0 ? 0 : dry * Math.Tanh(speed / turn));
}
