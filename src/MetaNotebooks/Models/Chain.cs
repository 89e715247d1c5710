using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Models one after the other, such as <c>Chain(new Conv4(), new Linear(256, 5))</c>: an embedding with a head. Its
/// parameters are theirs: the last model's are the part "head", another's "body", or "body.0", "body.1" … where there are
/// more than two.
/// </summary>
public sealed record Chain : IModel
{
    private readonly string[] names;

    /// <summary>Chains models.</summary>
    /// <param name="models">At least 1; each takes what the one before it gives.</param>
    public Chain(params IModel[] models)
    {
        if (models is null || models.Length == 0)
            throw new ArgumentException("models is empty; expected at least 1.", nameof(models));
        Models = models;
        names =
        [
            .. models.Select(
                (_, i) =>
                    i == models.Length - 1 ? "head"
                    : models.Length == 2 ? "body"
                    : $"body.{i}"
            ),
        ];
        Shapes = ParameterShapes.Join([.. names.Zip(models, (name, model) => (name, model.Shapes))]);
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<IModel> Models { get; }

    /// <inheritdoc/>
    public ParameterShapes Shapes { get; }

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32) =>
        Parameters.Join([.. names.Select((name, i) => (name, Models[i].Init(seed.At(i), dtype)))]);

    /// <inheritdoc/>
    public Tensor Forward(Parameters theta, Tensor x)
    {
        foreach (var (name, model) in names.Zip(Models))
            x = model.Forward(theta.Part(name), x);
        return x;
    }
}
