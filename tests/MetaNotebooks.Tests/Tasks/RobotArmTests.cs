using System.Numerics;

namespace MetaNotebooks.Tests;

public sealed class RobotArmTests : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        from output in Enum.GetValues<ArmOutput>()
        select new SamplerCase(
            $"robot arm, {output}",
            (k, q) =>
                new RobotArm
                {
                    Output = output,
                    Shots = k,
                    Queries = q,
                }
        );

    private static readonly RobotArm Arms = new() { Shots = 6, DType = ScalarType.Float64 };

    // Stretched out (0, 0) the hand is at l₁ + l₂; folded (0, π) at l₁ − l₂. From those two, complex numbers give the rest.
    [Fact]
    public void TheHandIsWhereTwoLinksOfOneLengthPutIt()
    {
        using var scope = NewDisposeScope();
        var tasks = Arms.Sample(1, 40);
        var poses = tensor(new[] { 0, 0, 0, Math.PI }, [1, 2, 2]).repeat(40, 1, 1);
        var (ends, angles) = (tasks.Truth!(poses).Doubles(), tasks.SupportX.Doubles());
        var hands = tasks.SupportY.Doubles();
        for (var t = 0; t < 40; t++)
        {
            var (sum, difference) = (ends[4 * t], ends[4 * t + 2]);
            var (upper, lower) = ((sum + difference) / 2, (sum - difference) / 2);
            Assert.InRange(upper, 0.5, 1.5);
            Assert.InRange(lower, 0.5, 1.5);
            for (var i = 12 * t; i < 12 * (t + 1); i += 2)
            {
                var elbow = Complex.FromPolarCoordinates(upper, angles[i]);
                var hand = elbow * (1 + Complex.FromPolarCoordinates(lower / upper, angles[i + 1]));
                Assert.Equal(hand.Real, hands[i], 1e-10);
                Assert.Equal(hand.Imaginary, hands[i + 1], 1e-10);
            }
        }
    }

    // Torque is the slope of the potential energy, which is known from the heights that the other output gives.
    [Fact]
    public void TorqueIsTheSlopeOfThePotentialEnergy()
    {
        using var scope = NewDisposeScope();
        var light = Arms with { Payload = (0, 0) };
        var loaded = Arms with { Payload = (3, 3) };
        var x = Arms.Sample(2, 10).SupportX;
        Tensor Height(Tensor angles) => light.Sample(2, 10).Truth!(angles).narrow(-1, 1, 1);
        Tensor Torque(RobotArm arms) => (arms with { Output = ArmOutput.Torque }).Sample(2, 10).Truth!(x);
        var slopes = new List<Tensor>();
        for (var joint = 0; joint < 2; joint++)
        {
            var shift = zeros(1, 1, 2, dtype: ScalarType.Float64);
            shift[0, 0, joint] = tensor(1e-5);
            slopes.Add((Height(x + shift) - Height(x - shift)) / 2e-5);
        }
        // 3 kg at the hand weigh 29.43 N.
        var payload = Torque(loaded) - Torque(light);
        Assert.True(Numbers.RelativeError(payload, 29.43 * cat([.. slopes], -1)) < 1e-8);
    }

    [Fact]
    public void LinksOfAMetreStretchedOutWeighOnTheirJoints()
    {
        using var scope = NewDisposeScope();
        var arm = Arms with { Output = ArmOutput.Torque, Length = (1, 1), Payload = (0, 0), LinkMass = 2 };
        // Elbow: 2 kg at 0.5 m. Shoulder: 2 kg at 0.5 m and 2 kg at 1.5 m. Upright: nothing.
        var poses = tensor(new[] { 0, 0, Math.PI / 2, 0 }, [1, 2, 2]);
        var torques = arm.Sample(1, 1).Truth!(poses).Doubles();
        Assert.Equal(9.81 * 4, torques[0], 1e-9);
        Assert.Equal(9.81, torques[1], 1e-9);
        Assert.Equal(0, torques[2], 1e-9);
        Assert.Equal(0, torques[3], 1e-9);
    }

    [Fact]
    public void NoiseIsOnTheSupportOnly()
    {
        using var scope = NewDisposeScope();
        var tasks = (Arms with { Noise = 0.5, Shots = 50 }).Sample(7, 200);
        var noise = (tasks.SupportY - tasks.Truth!(tasks.SupportX)).Doubles();
        Assert.InRange(Math.Sqrt(noise.Average(e => e * e)), 0.48, 0.52);
        Assert.Equal(tasks.Truth!(tasks.QueryX).Doubles(), tasks.QueryY.Doubles());
    }
}
