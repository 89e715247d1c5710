using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A meta-network, L(θ, ω) with ω the structure of the base network (row D1.4), after DARTS (Liu, Simonyan, Yang 2019):
/// ω is relaxed to a softmax over each kind of choice; θ descends on the support set (training data), ω on the query
/// set (validation data) after a step of θ; in the end each choice is its most probable member.
/// </summary>
/// <remarks>
/// An activation is chosen as in DARTS, by mixing outputs, Σ softmax(ω)ₖσₖ(z). Widths and depths are nested, and in a
/// mixture of outputs the weights of a choice would grow to undo its softmax; so there the softmax weighs validation
/// losses, an expectation over structures, each of which must do well by itself, and the training loss is the mean over
/// all of them, lest those that learn fastest starve the rest. A wider or deeper network contains the smaller ones: what
/// tells them apart is <see cref="Price"/>.
/// </remarks>
/// <param name="Space">What is chosen from.</param>
/// <param name="Loss">Loss of training and of validation.</param>
/// <param name="Rate">Step size of θ before ω is judged (DARTS's ξ), and of adapting; above 0.</param>
public sealed record MetaNetwork(ArchitectureSpace Space, TaskLoss Loss, double Rate) : ILearner
{
    /// <inheritdoc/>
    public string Name => "meta-network";

    /// <summary>Added to the validation loss for the size of the largest network, less for smaller ones. Default 0.01.</summary>
    public double Price { get; init; } = 0.01;

    /// <summary>Draws meta-parameters: ω of activations, widths and depths, all choices alike, then the shared θ.</summary>
    /// <inheritdoc cref="ILearner.Init"/>
    public IReadOnlyList<Tensor> Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        var random = seed.Generator();
        return
        [
            .. Space.Choices.Select(shape => zeros(shape, dtype)),
            .. Space.Layers.SelectMany(layer => Dense.Init(random, layer.In, layer.Out, dtype)),
        ];
    }

    /// <summary>The structure that was found: the most probable member of each choice.</summary>
    /// <param name="meta">Meta-parameters.</param>
    public Architecture Choose(IReadOnlyList<Tensor> meta)
    {
        var (omega, _) = Split(meta);
        int Best(int choice) => (int)omega[choice].argmax(0).ToInt64();
        return new(Space.Activations[Best(0)], Space.Widths[Best(1)], Space.Depths[Best(2)]);
    }

    /// <inheritdoc/>
    public MetaGradient MetaGradient(IReadOnlyList<Tensor> meta, TaskBatch tasks)
    {
        Require.Positive(Rate, nameof(Rate));
        var (omega, theta) = Split(meta);
        var training = All(omega, theta, tasks.SupportX, tasks.SupportY).mean();
        var slopes = autograd.grad([training], [.. theta], retain_graph: true, create_graph: true);
        Tensor[] ahead = [.. theta.Zip(slopes, (t, slope) => t - Rate * slope)];
        var (validation, drawn) = (All(omega, ahead, tasks.QueryX, tasks.QueryY), Probabilities(omega));
        var losses = (drawn * validation).sum([0L]);
        var price = (drawn * Prices(drawn.dtype)).sum();
        var choices = autograd.grad(
            [losses.mean() + price],
            [.. omega],
            retain_graph: false,
            create_graph: false
        );
        return new(losses.detach(), [.. choices, .. slopes.Select(slope => slope.detach())]);
    }

    /// <summary>Adapts the structure that was found to T tasks, by gradient descent from the shared weights.</summary>
    /// <inheritdoc cref="ILearner.Adapt"/>
    public Adaptation Adapt(IReadOnlyList<Tensor> meta, Tensor supportX, Tensor supportY, int steps)
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

    IAdaptation ILearner.Adapt(IReadOnlyList<Tensor> meta, Tensor supportX, Tensor supportY, int steps) =>
        Adapt(meta, supportX, supportY, steps);

    // Losses [W·D, T] of every width and depth, the activation mixed.
    private Tensor All(IReadOnlyList<Tensor> omega, IReadOnlyList<Tensor> theta, Tensor x, Tensor y)
    {
        var mixture = omega[0].softmax(0);
        Tensor Mixed(Tensor z) =>
            Space
                .Activations.Select((activation, k) => mixture[k] * activation.Apply(z))
                .Aggregate((a, b) => a + b);
        var losses = new List<Tensor>();
        foreach (var width in Space.Widths)
        {
            var (h, reached) = (x, 0);
            foreach (var depth in Space.Depths)
            {
                var weights = Space.Weights(theta, new(default, width, depth));
                for (; reached < depth; reached++)
                    h = Mixed(Dense.Forward(weights[2 * reached], weights[2 * reached + 1], h));
                losses.Add(Loss(Dense.Forward(weights[^2], weights[^1], h), y));
            }
        }
        return stack(losses);
    }

    // The softmax of every width and depth together, [W·D, 1].
    private static Tensor Probabilities(IReadOnlyList<Tensor> omega) =>
        (omega[1].softmax(0).unsqueeze(1) * omega[2].softmax(0)).reshape(-1, 1);

    private Tensor Prices(ScalarType dtype) =>
        tensor(
            Space.Widths.SelectMany(w => Space.Depths.Select(d => Price * Space.Size(w, d))).ToArray(),
            [Space.Widths.Count * Space.Depths.Count, 1],
            dtype
        );

    private (IReadOnlyList<Tensor> Omega, IReadOnlyList<Tensor> Theta) Split(IReadOnlyList<Tensor> meta)
    {
        long[][] expected =
        [
            .. Space.Choices,
            .. Space.Layers.SelectMany(layer => Dense.Shapes(layer.In, layer.Out)),
        ];
        if (!expected.Select(Show).SequenceEqual(meta.Select(part => Show(part.shape))))
            throw new ArgumentException(
                $"meta has shapes {string.Join(" ", meta.Select(part => Show(part.shape)))}; expected "
                    + $"{string.Join(" ", expected.Select(Show))}.",
                nameof(meta)
            );
        return ([.. meta.Take(3)], [.. meta.Skip(3)]);
    }

    private static string Show(long[] shape) => $"[{string.Join(", ", shape)}]";
}
