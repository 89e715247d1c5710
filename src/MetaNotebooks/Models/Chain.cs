using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Models one after the other, such as <c>Chain(new Conv4(), new Linear(256, 5))</c>: an embedding with a head. Its
/// parameters are theirs in order.
/// </summary>
public sealed record Chain : IModel
{
    /// <summary>Chains models.</summary>
    /// <param name="models">At least 1; each takes what the one before it gives.</param>
    public Chain(params IModel[] models)
    {
        if (models is null || models.Length == 0)
            throw new ArgumentException("models is empty; expected at least 1.", nameof(models));
        Models = models;
        Shapes = [.. models.SelectMany(model => model.Shapes)];
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<IModel> Models { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Shapes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        [.. Models.SelectMany((model, i) => model.Init(seed.At(i), dtype))];

    /// <inheritdoc/>
    public Tensor Forward(IReadOnlyList<Tensor> theta, Tensor x)
    {
        var start = 0;
        foreach (var model in Models)
        {
            x = model.Forward([.. theta.Skip(start).Take(model.Shapes.Count)], x);
            start += model.Shapes.Count;
        }
        return x;
    }
}
