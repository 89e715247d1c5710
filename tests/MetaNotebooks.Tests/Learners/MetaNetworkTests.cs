namespace MetaNotebooks.Tests;

public class MetaNetworkTests : ILearnerCases
{
    private static readonly Sinusoids Family = new()
    {
        Shots = 6,
        Queries = 5,
        DType = ScalarType.Float64,
    };

    private static readonly MetaNetwork Searcher = new(
        new(PlantedNetwork.Size, PlantedNetwork.Size, widths: [2, 4]),
        Losses.MeanSquaredError,
        0.01
    );

    private static MetaNetwork Small(params Activation[] activations) =>
        new(new(1, 1, activations, widths: [2, 4], depths: [1, 3]), Losses.MeanSquaredError, 0.05);

    public IEnumerable<LearnerCase> Cases => [new(Small(Activation.Sine, Activation.Tanh), Family)];

    [Fact]
    public void OmegaGetsTheGradientOfTheValidationLossThroughAStepOfTraining()
    {
        using var scope = NewDisposeScope();
        var learner = Small(Activation.Sine, Activation.Tanh, Activation.Identity) with { Price = 0 };
        var tasks = Family.Sample(1, 2);
        var meta = Uneven(learner);
        var expected = Numbers.CentralDifferences(
            omega => learner.MetaGradient(meta.With(omega.Leaves()), tasks).Losses.mean().ToDouble(),
            meta.Only(name => name.StartsWith("omega"))
        );
        var actual = learner.MetaGradient(meta, tasks).Gradients.Part("omega");
        Assert.All(expected.Zip(actual), p => Assert.True(Numbers.RelativeError(p.Second, p.First) < 1e-6));
    }

    // With one activation, every structure is a plain network, and ω is a distribution over them: the softmax's
    // derivative is pᵢ(vᵢ − Σ pv), over the temperature.
    [Fact]
    public void StructuresAreThePlainNetworksThatShareItsWeights()
    {
        using var scope = NewDisposeScope();
        var learner = Small(Activation.Tanh) with { Rate = 1e-12, Price = 0.5, Temperature = 2 };
        var tasks = Family.Sample(2, 3);
        var meta = Uneven(learner);
        var (widths, depths) = (Softmax(meta["omega.width"]), Softmax(meta["omega.depth"]));
        var theta = meta.Part("theta.tanh");
        IEnumerable<Tensor> Weights(Parameters all, int width, int depth) =>
            [
                .. all.Take(2 * depth)
                    .Select((t, i) => t.narrow(1, 0, width).narrow(0, 0, i is 0 || i % 2 == 1 ? 1 : width)),
                all[$"output.{depth}.weight"].narrow(0, 0, width),
                all[$"output.{depth}.bias"],
            ];
        double LossOf(Parameters all, int width, int depth, Tensor x, Tensor y)
        {
            var model = new Architecture(Activation.Tanh, width, depth).Build(1, 1);
            return Losses
                .MeanSquaredError.Of(model.Forward(model.Shapes.Named(Weights(all, width, depth)), x), y)
                .mean()
                .ToDouble();
        }
        // Half as ω says, half all alike.
        double Trained(Parameters all) =>
            (
                from w in new[] { 0, 1 }
                from d in new[] { 0, 1 }
                let share = (widths[w] * depths[d] + 0.25) / 2
                select share * LossOf(all, 2 + 2 * w, 1 + 2 * d, tasks.SupportX, tasks.SupportY)
            ).Sum();
        // Weights and biases: width w is 1·w + w, then w² + w twice for depth 3, then w + 1; the largest has 53.
        double Price(int w, int d) => 0.5 * (2 * w + (d - 1) * (w * w + w) + w + 1) / 53.0;
        double Value(int w, int d) => LossOf(theta, w, d, tasks.QueryX, tasks.QueryY) + Price(w, d);
        double[] ofWidth = [.. new[] { 2, 4 }.Select(w => depths[0] * Value(w, 1) + depths[1] * Value(w, 3))];
        var mean = widths[0] * ofWidth[0] + widths[1] * ofWidth[1];

        var actual = learner.MetaGradient(meta, tasks).Gradients;
        Assert.Equal(widths[0] * (ofWidth[0] - mean) / 2, actual["omega.width"][0].ToDouble(), 1e-10);
        var slopes = Numbers.CentralDifferences(Trained, theta);
        Assert.All(
            slopes.Zip((IEnumerable<Tensor>)actual.Part("theta.tanh")),
            p => Assert.True(Numbers.RelativeError(p.Second, p.First) < 1e-6)
        );
    }

    [Fact]
    public void TheChoiceIsTheMostProbableAndAdaptsByGradientDescent()
    {
        using var scope = NewDisposeScope();
        var learner = Small(Activation.Tanh, Activation.Sine);
        var meta = learner
            .Init(3, ScalarType.Float64)
            .With(
                Parameters.Of(("omega.activation", tensor([-1.0, 2.0])), ("omega.width", tensor([0.3, 0.1])))
            );
        Assert.Equal(new Architecture(Activation.Sine, 2, 1), learner.Choose(meta));
        var tasks = Family.Sample(4, 2);
        var plain = new Mlp(1, 2, 1) { Activation = Activation.Sine };
        var all = meta.Part("theta.sine");
        var expected = GradientDescent.Run(
            plain,
            Losses.MeanSquaredError,
            plain.Shapes.Named(
                all["hidden.0.weight"].narrow(1, 0, 2),
                all["hidden.0.bias"].narrow(1, 0, 2),
                all["output.1.weight"].narrow(0, 0, 2),
                all["output.1.bias"]
            ),
            tasks.SupportX,
            tasks.SupportY,
            0.05,
            3
        );
        var actual = learner.Adapt(meta, tasks.SupportX, tasks.SupportY, 3);
        Assert.Equal(expected.Predict(3, tasks.QueryX).Doubles(), actual.Predict(3, tasks.QueryX).Doubles());
    }

    // Shared weights favour structures that learn fast: the search by itself misses deep networks of rectifiers.
    [Fact]
    [Trait("Speed", "slow")]
    public void OfTenPlantedStructuresTheFinalistsFindNine()
    {
        var (searched, found) = (0, 0);
        for (var seed = 0; seed < 10; seed++)
        {
            using var scope = NewDisposeScope();
            var planted = AnyStructure(seed);
            var tasks = PlantedNetwork.Sample(planted, seed);
            var options = new TrainingOptions
            {
                Iterations = 600,
                MetaBatch = 1,
                Optimiser = new Adam(0.04),
                Seed = seed,
            };
            var meta = Trainer.Train(Searcher, new FixedTasks(tasks), options).Meta;
            searched += Searcher.Choose(meta) == planted ? 1 : 0;
            var finalists = new Finalists { Starts = 24, Steps = 400 };
            found += finalists.Choose(Searcher, meta, tasks, seed) == planted ? 1 : 0;
        }
        Assert.InRange(found, 9, 10);
        Assert.True(searched < found, $"the search alone finds {searched}, the finalists {found}");
    }

    // Their logarithms are sums of ω but for a constant.
    [Fact]
    public void TheRankingIsByTheProductOfTheChoices()
    {
        using var scope = NewDisposeScope();
        var learner = Small(Activation.Tanh, Activation.Sine);
        var meta = Uneven(learner);
        var expected =
            from a in new[] { 0, 1 }
            from w in new[] { 0, 1 }
            from d in new[] { 0, 1 }
            orderby meta[0][a].ToDouble() + meta[1][w].ToDouble() + meta[2][d].ToDouble() descending
            select new Architecture(learner.Space.Activations[a], 2 + 2 * w, 1 + 2 * d);
        Assert.Equal(expected, learner.Ranking(meta));
    }

    [Fact]
    public void BadSettingsAreNamed()
    {
        static string Error(Action act) => Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains(
            "widths is 0; expected at least 1",
            Error(() => _ = new ArchitectureSpace(1, 1, widths: [0]))
        );
        Assert.Contains(
            "depths.Count is 0; expected at least 1",
            Error(() => _ = new ArchitectureSpace(1, 1, depths: []))
        );
        using var scope = NewDisposeScope();
        var learner = Small(Activation.Tanh) with { Rate = 0 };
        Assert.Contains(
            "Rate is 0; expected a finite number above 0",
            Error(() => learner.MetaGradient(learner.Init(1).Leaves(), new Sinusoids().Sample(1, 1)))
        );
    }

    // Two linear layers are one: of linear networks the depth does not show.
    private static Architecture AnyStructure(Seed seed)
    {
        var random = seed.Split("plant").Generator();
        var activation = Searcher.Space.Activations[random.Next(4)];
        var (width, depth) = (2 + 2 * random.Next(2), 1 + random.Next(2));
        return new(activation, width, activation == Activation.Identity ? 1 : depth);
    }

    private static Parameters Uneven(MetaNetwork learner)
    {
        var seed = 0;
        var meta = learner.Init(5, ScalarType.Float64);
        return meta.With(
                meta.Only(name => name.StartsWith("omega"))
                    .Map(part => new Seed(seed++).Generator().Normal(0, 1, part.shape, ScalarType.Float64))
            )
            .Leaves();
    }

    private static double[] Softmax(Tensor omega)
    {
        var terms = omega.Doubles().Select(value => Math.Exp(value / 2)).ToArray();
        return [.. terms.Select(term => term / terms.Sum())];
    }
}
