namespace MetaNotebooks.Tests;

/// <summary>
/// A regression problem whose truth is a network of a known structure, made so that the structure shows in the data:
/// weights orthonormal, so that every unit has a direction of its own and an output of fewer units lacks rank; each
/// unit's input centred, with deviation 2, so that its non-linearity matters; outputs of variance 1, little noise.
/// </summary>
internal static class PlantedNetwork
{
    public const int Size = 4;
    private const int Points = 128;

    public static TaskBatch Sample(Architecture planted, Seed seed)
    {
        var random = seed.Generator();
        var network = planted.Build(Size, Size);
        Tensor Inputs(int points) => random.Normal(0, 1, [1, points, Size]);
        var theta = new List<Tensor>();
        var (h, activation) = (Inputs(2000), Activation.Identity);
        for (var layer = 0; layer <= planted.Depth; layer++)
        {
            var weight = Orthonormal(random, network.Shapes[2 * layer]);
            var (scale, shift) = (ones(1), zeros(network.Shapes[2 * layer + 1]));
            if (layer < planted.Depth)
            {
                var z = Apply(activation, h).matmul(weight);
                shift = z.mean([0L, 1L], keepdim: true).reshape(1, -1);
                scale = 2 / (z - shift).square().mean([0L, 1L]).sqrt().reshape(1, -1);
                h = scale * (z - shift);
                activation = planted.Activation;
            }
            theta.AddRange([weight * scale, -shift * scale]);
        }
        var (x, v) = (Inputs(Points), Inputs(Points));
        var unit = network.Forward(network.Shapes.Named(theta), x).square().mean().sqrt();
        Tensor Targets(Tensor at) =>
            network.Forward(network.Shapes.Named(theta), at) / unit
            + random.Normal(0, 0.02, [1, Points, Size]);
        return new(x, Targets(x), v, Targets(v));
    }

    private static Tensor Apply(Activation activation, Tensor x) =>
        activation switch
        {
            Activation.Sine => x.sin(),
            Activation.Tanh => x.tanh(),
            Activation.Relu => x.relu(),
            _ => x,
        };

    // Gram–Schmidt on the shorter side.
    private static Tensor Orthonormal(Random random, long[] shape)
    {
        var basis = new List<double[]>();
        for (var i = 0L; i < shape.Min(); i++)
        {
            var v = Enumerable.Range(0, (int)shape.Max()).Select(_ => random.NextNormal()).ToArray();
            foreach (var b in basis)
            {
                var along = v.Zip(b, (p, q) => p * q).Sum();
                v = [.. v.Zip(b, (p, q) => p - along * q)];
            }
            var length = Math.Sqrt(v.Sum(p => p * p));
            basis.Add([.. v.Select(p => p / length)]);
        }
        var rows = tensor(
            basis.SelectMany(b => b).Select(p => (float)p).ToArray(),
            [shape.Min(), shape.Max()]
        );
        return shape[0] <= shape[1] ? rows : rows.transpose(0, 1);
    }
}
