using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A meta-network, L(θ, ω) with ω the structure of the base network (errata page, D1.4), after DARTS (Liu, Simonyan, Yang 2019):
/// ω is relaxed to a softmax over each kind of choice; θ descends on the support set (training data), ω on the query
/// set (validation data) after a step of θ; in the end each choice is its most probable member.
/// </summary>
/// <remarks>
/// DARTS mixes the outputs of its operations. Here the softmax mixes losses, an expectation over structures, each of
/// which must do well by itself: in a mixture of outputs the weights of a choice grow to undo its softmax, and two
/// activations together imitate a third. A wider or deeper network contains the smaller ones: what tells them apart is
/// <see cref="Price"/>.
/// </remarks>
/// <param name="Space">What is chosen from.</param>
/// <param name="Loss">Loss of training and of validation.</param>
/// <param name="Rate">Step size of θ before ω is judged (DARTS's ξ), and of adapting; above 0.</param>
public sealed record MetaNetwork(ArchitectureSpace Space, TaskLoss Loss, double Rate) : ILearner
{
    private const string Structure = "omega";
    private const string Weights = "theta";

    /// <inheritdoc/>
    public string Name => "meta-network";

    /// <summary>Added to the validation loss for the size of the largest network, less for smaller ones. Default 0.05.</summary>
    public double Price { get; init; } = 0.05;

    /// <summary>
    /// Choices have the probabilities softmax(ω / Temperature); above 0. Default 5: under one optimiser the choices then
    /// settle more slowly than the weights that they judge, as in DARTS, where ω has a smaller rate.
    /// </summary>
    public double Temperature { get; init; } = 5;

    /// <summary>Draws meta-parameters: "omega.activation", "omega.width" and "omega.depth", all choices alike, and the shared weights, the part "theta".</summary>
    /// <inheritdoc cref="ILearner.Init"/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return Parameters.Join(
            (Structure, Space.Choices.Make((_, shape) => zeros(shape, dtype))),
            (
                Weights,
                Parameters.Join([
                    .. Space.Layers.Select(layer =>
                        (layer.Name, Dense.Init(random, layer.In, layer.Out, dtype))
                    ),
                ])
            )
        );
    }

    /// <summary>The structure that was found: the most probable member of each choice.</summary>
    /// <param name="meta">Meta-parameters.</param>
    public Architecture Choose(Parameters meta)
    {
        var omega = Choices(meta);
        int Best(string choice) => (int)omega[choice].argmax(0).ToInt64();
        return new(
            Space.Activations[Best("activation")],
            Space.Widths[Best("width")],
            Space.Depths[Best("depth")]
        );
    }

    /// <summary>Every structure, the most probable first; <see cref="Finalists"/> are taken from its beginning.</summary>
    /// <param name="meta">Meta-parameters.</param>
    public IReadOnlyList<Architecture> Ranking(Parameters meta)
    {
        using var scope = NewDisposeScope();
        var probabilities = Probabilities(Choices(meta)).to(ScalarType.Float64).flatten().detach();
        var p = Held.Numbers<double>(probabilities);
        return
        [
            .. Space
                .All.Select((one, i) => (one, i))
                .OrderByDescending(pair => p[pair.i])
                .Select(pair => pair.one),
        ];
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        Require.Positive(Rate, nameof(Rate));
        Require.Positive(Temperature, nameof(Temperature));
        var (omega, theta) = Split(meta);
        var slopes = Parameters.Empty;
        Tensor? losses = null;
        var choices = Gradient.Of(
            Name,
            omega,
            own =>
            {
                var drawn = Probabilities(own);
                // Half of the training goes to all alike, lest the structures that learn fastest starve the rest.
                var trained = (drawn + 1.0 / drawn.shape[0]) / 2;
                slopes = Gradient.Of(
                    Name,
                    theta,
                    at => (trained * All(at, tasks.SupportX, tasks.SupportY)).sum([0L]).mean(),
                    differentiable: true
                );
                losses = (drawn * All(theta - Rate * slopes, tasks.QueryX, tasks.QueryY)).sum([0L]);
                return losses.mean() + (drawn * Prices(drawn.dtype)).sum();
            }
        );
        return new(losses!.detach(), Parameters.Join((Structure, choices), (Weights, slopes.Detached())));
    }

    /// <summary>Adapts the structure that was found to T tasks, by gradient descent from the shared weights.</summary>
    /// <inheritdoc cref="ILearner.Adapt"/>
    public Adaptation Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps)
    {
        var found = Choose(meta);
        return GradientDescent.Run(
            found.Build(Space.Inputs, Space.Outputs),
            Loss,
            Space.Weights(Split(meta).Theta, found),
            supportX,
            supportY,
            Rate,
            steps
        );
    }

    IAdaptation ILearner.Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Adapt(meta, supportX, supportY, steps);

    // Losses of every structure, [A·W·D, T]; a deeper network goes on from the hidden layers of the shallower.
    private Tensor All(Parameters theta, Tensor x, Tensor y)
    {
        var losses = new List<Tensor>();
        var (hidden, depth) = (x, 0);
        foreach (var one in Space.All)
        {
            if (one.Depth <= depth)
                (hidden, depth) = (x, 0);
            var weights = Space.Weights(theta, one);
            for (; depth < one.Depth; depth++)
                hidden = one.Activation.Apply(
                    Dense.Forward(weights[2 * depth], weights[2 * depth + 1], hidden)
                );
            var loss = Loss.Of(Dense.Forward(weights[^2], weights[^1], hidden), y);
            losses.Add(Require.PerTask(loss, x.shape[0], Name));
        }
        return Held.Stack(losses);
    }

    // The probability of every structure, [A·W·D, 1].
    private Tensor Probabilities(Parameters omega) =>
        omega
            .Select(choice => (choice / Temperature).softmax(0))
            .Aggregate((a, b) => (a.unsqueeze(1) * b).reshape(-1))
            .unsqueeze(1);

    private Tensor Prices(ScalarType dtype)
    {
        double[] prices = [.. Space.All.Select(one => Price * Space.Size(one))];
        return tensor(prices, [prices.Length, 1], dtype);
    }

    // What is not finite would be the largest of its choice.
    private Parameters Choices(Parameters meta)
    {
        var (omega, _) = Split(meta);
        for (var i = 0; i < omega.Count; i++)
        {
            using var finite = omega[i].isfinite().all();
            if (!finite.item<bool>())
                throw new ArgumentException(
                    $"meta['{Structure}.{omega.Names[i]}'] holds numbers that are not finite; expected none, to choose by.",
                    nameof(meta)
                );
        }
        return omega;
    }

    private (Parameters Omega, Parameters Theta) Split(Parameters meta)
    {
        var expected = ParameterShapes.Join(
            (Structure, Space.Choices),
            (
                Weights,
                ParameterShapes.Join([
                    .. Space.Layers.Select(layer => (layer.Name, Dense.Shapes(layer.In, layer.Out))),
                ])
            )
        );
        Require.Shapes(meta, expected, nameof(meta));
        return (meta.Part(Structure), meta.Part(Weights));
    }
}
