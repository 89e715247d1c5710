namespace MetaNotebooks.Tests;

public sealed class ArmBodyTests
{
    private const int Arms = 6;
    private readonly Random random = new Seed(7).Generator();

    private Tensor Draw(double low, double high, params long[] shape) =>
        random.Uniform(low, high, shape, ScalarType.Float64);

    private (ArmBody Body, Tensor Upper, Tensor Lower, Tensor Load) Some(double friction = 0)
    {
        var (upper, lower) = (Draw(0.5, 1.5, Arms, 1, 1), Draw(0.5, 1.5, Arms, 1, 1));
        var load = Draw(0, 2, Arms, 1, 1);
        var f = Draw(0, 1, Arms, 1, 1) * friction;
        return (ArmBody.Of(upper, lower, load, f, 2 * f), upper, lower, load);
    }

    // Lagrange's equations by differences, of energies that are summed over points of the links: three Gauss points of
    // a link integrate the square of its speed exactly, and the load is one point more.
    [Fact]
    public void TorquesAreThoseOfTheLagrangian()
    {
        using var scope = NewDisposeScope();
        var (body, upper, lower, load) = Some();
        var (q, v, a) = (Draw(-2, 2, Arms, 5, 2), Draw(-3, 3, Arms, 5, 2), Draw(-9, 9, Arms, 5, 2));
        var points = new List<(Tensor Mass, Tensor OnUpper, Tensor OnLower)>();
        foreach (var (x, weight) in new[] { (-Math.Sqrt(0.6), 5.0), (0.0, 8.0), (Math.Sqrt(0.6), 5.0) })
        {
            points.Add((weight / 18 * upper, (1 + x) / 2 * upper, zeros_like(lower)));
            points.Add((weight / 18 * lower, upper, (1 + x) / 2 * lower));
        }
        points.Add((load, upper, lower));
        (Tensor X, Tensor Y) Place((Tensor Mass, Tensor OnUpper, Tensor OnLower) point, Tensor at)
        {
            var (first, second) = (at.narrow(-1, 0, 1), at.sum([-1L], true));
            return (
                point.OnUpper * first.cos() + point.OnLower * second.cos(),
                point.OnUpper * first.sin() + point.OnLower * second.sin()
            );
        }
        Tensor Lagrangian(Tensor at, Tensor speed)
        {
            var sum = zeros(Arms, 5, 1, dtype: ScalarType.Float64);
            foreach (var point in points)
            {
                var (x1, y1) = Place(point, at + 1e-5 * speed);
                var (x0, y0) = Place(point, at - 1e-5 * speed);
                var fast = ((x1 - x0) / 2e-5).square() + ((y1 - y0) / 2e-5).square();
                sum = sum + point.Mass * (fast / 2 - 9.81 * Place(point, at).Y);
            }
            return sum;
        }
        for (var joint = 0; joint < 2; joint++)
        {
            var shift = zeros(1, 1, 2, dtype: ScalarType.Float64);
            shift[0, 0, joint] = 1e-3;
            Tensor Momentum(double t)
            {
                var (at, speed) = (q + t * v + t * t / 2 * a, v + t * a);
                return (Lagrangian(at, speed + shift) - Lagrangian(at, speed - shift)) / 2e-3;
            }
            var change = (Momentum(1e-3) - Momentum(-1e-3)) / 2e-3;
            var slope = (Lagrangian(q + shift, v) - Lagrangian(q - shift, v)) / 2e-3;
            var own = body.Torque(q, v, a).narrow(-1, joint, 1);
            Assert.True((change - slope - own).abs().max().ToDouble() < 1e-3);
        }
    }

    [Fact]
    public void AtRestTorquesAreThoseOfRobotArm()
    {
        using var scope = NewDisposeScope();
        var held = new RobotArm
        {
            Output = ArmOutput.Torque,
            Length = (0.8, 0.8),
            Payload = (1.5, 1.5),
            LinkMass = 2,
            DType = ScalarType.Float64,
        }.Sample(1, 1);
        Tensor One(double x) => full(1, 1, 1, x, dtype: ScalarType.Float64);
        var body = ArmBody.Of(One(0.8), One(0.8), One(1.5), linkMass: 2);
        var still = zeros_like(held.QueryX);
        Assert.True((body.Torque(held.QueryX, still, still) - held.QueryY).abs().max().ToDouble() < 1e-12);
    }

    [Fact]
    public void AFreeArmWithoutFrictionKeepsItsEnergyForTenSeconds()
    {
        using var scope = NewDisposeScope();
        var (body, _, _, _) = Some();
        var q = Draw(-1, 1, Arms, 1, 2);
        var speed = zeros_like(q);
        var (before, none) = (body.Energy(q, speed), zeros_like(q));
        var scale = body.Numbers.narrow(-1, 3, 2).sum([-1L], true);
        var worst = 0.0;
        for (var t = 0; t < 100; t++)
        {
            (q, speed) = body.Advance(q, speed, none, 0.1, 200);
            worst = Math.Max(worst, ((body.Energy(q, speed) - before) / scale).abs().max().ToDouble());
        }
        Assert.InRange(worst, 0, 1e-6);
    }

    // What the motors give and friction takes, summed along the way, is what the energy changes by.
    [Fact]
    public void PowerIsBalanced()
    {
        using var scope = NewDisposeScope();
        var (body, _, _, _) = Some(friction: 1);
        var (q, speed) = (Draw(-1, 1, Arms, 1, 2), Draw(-1, 1, Arms, 1, 2));
        var torque = Draw(-5, 5, Arms, 1, 2);
        var friction = body with { Numbers = body.Numbers.clone() };
        friction.Numbers.narrow(-1, 0, 5).zero_();
        Tensor Power() => ((torque - friction.Torque(q, speed, zeros_like(q))) * speed).sum([-1L], true);
        var (before, work) = (body.Energy(q, speed), zeros(Arms, 1, 1, dtype: ScalarType.Float64));
        for (var t = 0; t < 1000; t++)
        {
            var power = Power();
            (q, speed) = body.Advance(q, speed, torque, 1e-3);
            work = work + 5e-4 * (power + Power());
        }
        Assert.True((body.Energy(q, speed) - before - work).abs().max().ToDouble() < 1e-3);
        Assert.True(work.abs().min().ToDouble() > 0.1);
    }

    [Fact]
    public void MassMatricesAreSymmetricAndPositiveAndAccelerationsUndoTorques()
    {
        using var scope = NewDisposeScope();
        var (body, _, _, _) = Some(friction: 1);
        var (q, v, a) = (Draw(-4, 4, Arms, 50, 2), Draw(-3, 3, Arms, 50, 2), Draw(-9, 9, Arms, 50, 2));
        var mass = body.MassMatrix(q);
        Assert.Equal(0, (mass - mass.transpose(-1, -2)).abs().max().ToDouble());
        Assert.True(linalg.eigvalsh(mass).min().ToDouble() > 1e-3);
        Assert.True((body.Acceleration(q, v, body.Torque(q, v, a)) - a).abs().max().ToDouble() < 1e-9);
        var asked = matmul(mass, a.unsqueeze(-1)).squeeze(-1) + body.Torque(q, v, zeros_like(a));
        Assert.True((body.Torque(q, v, a) - asked).abs().max().ToDouble() < 1e-10);
    }

    // The small steps are written out in plain numbers: they must go where the accelerations point.
    [Fact]
    public void AShortStepFollowsTheAcceleration()
    {
        using var scope = NewDisposeScope();
        var (body, _, _, _) = Some(friction: 1);
        var (q, v, torque) = (Draw(-2, 2, Arms, 1, 2), Draw(-1, 1, Arms, 1, 2), Draw(-5, 5, Arms, 1, 2));
        var (_, later) = body.Advance(q, v, torque, 1e-5);
        var (_, earlier) = body.Advance(q, v, torque, -1e-5);
        var slope = (later - earlier) / 2e-5;
        Assert.True((slope - body.Acceleration(q, v, torque)).abs().max().ToDouble() < 1e-5);
        var (half, fast) = body.Advance(q, v, torque, 0.01);
        var (twice, faster) = body.Advance(q, v, torque, 0.01, 64);
        Assert.True((half - twice).abs().max().ToDouble() < 1e-5);
        Assert.True((fast - faster).abs().max().ToDouble() < 1e-3);
    }

    // xᵀ(Ṁ − 2C)x = 0 for every x: what lets an adaptive controller prove that it comes to rest.
    [Fact]
    public void TheCoriolisPartIsSplitSkewSymmetrically()
    {
        using var scope = NewDisposeScope();
        var (body, _, _, _) = Some();
        var (q, v, x) = (Draw(-2, 2, Arms, 9, 2), Draw(-3, 3, Arms, 9, 2), Draw(-1, 1, Arms, 9, 2));
        Tensor Asked(Tensor reference) =>
            matmul(ArmBody.Regressor(q, v, reference, zeros_like(q)), body.Numbers.unsqueeze(-1)).squeeze(-1);
        var coriolis = (Asked(x) - Asked(zeros_like(x))).mul(x).sum(-1);
        var change = (body.MassMatrix(q + 1e-5 * v) - body.MassMatrix(q - 1e-5 * v)) / 2e-5;
        var turned = matmul(change, x.unsqueeze(-1)).squeeze(-1).mul(x).sum(-1);
        Assert.True((turned - 2 * coriolis).abs().max().ToDouble() < 1e-7);
        Assert.True(turned.abs().max().ToDouble() > 0.01);
    }
}
