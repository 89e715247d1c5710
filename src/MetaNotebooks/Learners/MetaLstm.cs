using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The documents' Meta-LSTM (errata page, D4.6 and D4.7): an LSTM reads a description and heads emit W_ih, W_hh, b_ih and b_hh
/// of another LSTM, which classifies sentences. As the document has it, an LSTM is generated for each class: it reads a
/// sentence and scores it for its class. What the literature calls Meta-LSTM is <see cref="LstmOptimiser"/>.
/// </summary>
/// <remarks>
/// The document's three steps: the meta-model is trained across tasks; it generates a task's cells from descriptions
/// alone (step 0 of the adaptation); the cells are trained on the few examples (the steps after). Meta-parameters:
/// word vectors, "words" <c>[words, e]</c>; the "reader", an <see cref="LstmCell"/>'s; for each of the generated cell's
/// parameters a head, "heads.weight_ih" and so on, W <c>[r, numbers]</c> and b <c>[1, numbers]</c>; the "score" <c>[h, 1]</c>.
/// </remarks>
/// <param name="Words">Size of the vocabulary; at least 1.</param>
public sealed record MetaLstm(int Words) : ILearner
{
    /// <inheritdoc/>
    public string Name => "Meta-LSTM";

    /// <summary>Size e of a word's vector; at least 1. Default 16.</summary>
    public int Embedding { get; init; } = 16;

    /// <summary>Size r of the LSTM that reads descriptions; at least 1. Default 32.</summary>
    public int Reader { get; init; } = 32;

    /// <summary>Size h of the generated LSTMs; at least 1. Default 8.</summary>
    public int Hidden { get; init; } = 8;

    /// <summary>Learning rate of the generated cells' training on the few examples, above 0. Default 1.</summary>
    public double InnerRate { get; init; } = 1;

    /// <summary>The LSTM that is generated for a class: 4h(e + h) + 8h numbers.</summary>
    public LstmCell Cell => new(Embedding, Hidden);

    private LstmCell DescriptionCell => new(Embedding, Reader);

    /// <inheritdoc/>
    public Parameters Init(Seed seed, ScalarType dtype = ScalarType.Float32)
    {
        Require.AtLeast(Words, 1, nameof(Words));
        var random = seed.Generator();
        // Small, so that a word that is not understood yet hardly moves a cell.
        var words = 0.3 * Tokens.Init(random, Words, Embedding, dtype);
        var reader = DescriptionCell.Init(random, dtype);
        // A head's b starts as a cell's parameters do, so that every description first gives about the same cell.
        var cell = Cell.Init(random, dtype);
        var heads = cell
            .Names.Zip(
                cell,
                (name, b) =>
                    (name, Parameters.Of(("weight", HeadWeight(random, b)), ("bias", b.reshape(1, -1))))
            )
            .ToArray();
        var score = random.Uniform(-1 / Math.Sqrt(Hidden), 1 / Math.Sqrt(Hidden), [Hidden, 1], dtype);
        return Parameters.Join(
            ("", Parameters.Of(("words", words))),
            ("reader", reader),
            ("heads", Parameters.Join(heads)),
            ("", Parameters.Of(("score", score)))
        );
    }

    /// <summary>The LSTMs of classes, from their descriptions alone.</summary>
    /// <param name="meta">Meta-parameters.</param>
    /// <param name="descriptions">Word numbers int64 <c>[T, way, length]</c>.</param>
    /// <returns>Under the names of <see cref="Cell"/>: W_ih <c>[T, way, e, 4h]</c>, W_hh <c>[T, way, h, 4h]</c>, b_ih and b_hh <c>[T, way, 1, 4h]</c>.</returns>
    public Parameters Generate(Parameters meta, Tensor descriptions)
    {
        Require.Shapes(meta, Shapes, nameof(meta));
        var vectors = Tokens.Embed(meta["words"], descriptions);
        var present = Tokens.Present(descriptions, vectors.dtype);
        var read = LstmReader.Read(DescriptionCell, meta.Part("reader"), vectors, present);
        return Cell.Shapes.Make(
            (name, shape) =>
                Dense.Forward(meta.Part($"heads.{name}"), read).view([.. descriptions.shape[..2], .. shape])
        );
    }

    /// <summary>The classifier that generated cells are the parameters of.</summary>
    /// <param name="meta">Meta-parameters; word vectors and score are theirs.</param>
    /// <param name="way">Number of classes.</param>
    public IModel Classifier(Parameters meta, long way) =>
        new ClassCells(Cell, way, meta["words"], meta["score"]);

    /// <inheritdoc/>
    public MetaGradient MetaGradient(Parameters meta, TaskBatch tasks)
    {
        var descriptions = Described.Of(tasks);
        // The cells have seen no sentence yet, so those of the support set are as good to learn from.
        var x = Held.Cat([tasks.SupportX, tasks.QueryX], 1);
        var y = Held.Cat([tasks.SupportY, tasks.QueryY], 1);
        return Gradient.OfMean(
            Name,
            meta,
            tasks.Tasks,
            own =>
            {
                var cells = Generate(own, descriptions);
                return Losses.CrossEntropy.Of(Classifier(own, descriptions.shape[1]).Forward(cells, x), y);
            }
        );
    }

    /// <summary>Generates the cells from the tasks' descriptions, then trains them on the support sets.</summary>
    /// <inheritdoc/>
    public IAdaptation AdaptTo(Parameters meta, TaskBatch tasks, int steps)
    {
        using var off = no_grad();
        var descriptions = Described.Of(tasks);
        var classifier = Classifier(meta, descriptions.shape[1]);
        var cells = Generate(meta, descriptions);
        var (x, y) = (tasks.SupportX, tasks.SupportY);
        return GradientDescent.Run(classifier, Losses.CrossEntropy, cells, x, y, InnerRate, steps);
    }

    IAdaptation ILearner.Adapt(Parameters meta, Tensor supportX, Tensor supportY, int steps) =>
        Described.Missing(supportX, supportY, steps);

    private ParameterShapes Shapes =>
        ParameterShapes.Join(
            ("", ParameterShapes.Of(("words", [Words, Embedding]))),
            ("reader", DescriptionCell.Shapes),
            (
                "heads",
                ParameterShapes.Join([
                    .. Cell.Shapes.Names.Zip(
                        Cell.Shapes,
                        (name, shape) => (name, Dense.Shapes(Reader, (int)(shape[0] * shape[1])))
                    ),
                ])
            ),
            ("", ParameterShapes.Of(("score", [Hidden, 1])))
        );

    private Tensor HeadWeight(Random random, Tensor parameter) =>
        random.Uniform(
            -1 / Math.Sqrt(Reader),
            1 / Math.Sqrt(Reader),
            [Reader, parameter.numel()],
            parameter.dtype
        );
}
