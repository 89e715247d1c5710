using System.IO.Compression;

namespace MetaNotebooks.Tests;

/// <summary>Every reader of files, and what writes those of the kit's own formats.</summary>
internal static class ReaderParts
{
    public static IEnumerable<Part> All =>
        [
            new("table", () => Part.Numbers(Iris().Features)),
            new("strategy file", Chooser),
            new("digits", () => Part.Numbers(DigitImages.Read(DataFiles.Path("data/digits.csv")).Features)),
            new("Omniglot", Images),
            new("topics", Words),
            new("tensors", Tensors),
            new("learner file", LearnerFile),
            new("checkpoint", Checkpoint),
        ];

    private static LabelledSet Iris() =>
        LabelledTable.Read(DataFiles.Path("data/iris.csv"), "species").ToSet();

    private static IEnumerable<double[]> Images()
    {
        using var folder = new TemporaryFolder();
        var path = folder["set.zip"];
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
            for (var i = 0; i < 3; i++)
            {
                using var stream = zip.CreateEntry($"set/Greek/character0{i / 2}/{i}.png").Open();
                stream.Write(TestPng.Write(105, (x, y) => (x * y + i) % 5 == 0));
            }
        var set = Omniglot.Read(path);
        return Part.Numbers(set.Features, set.WithRotations().Features);
    }

    private static IEnumerable<double[]> Words()
    {
        var topics = Topics.Read(TestTopics.File);
        return Part.Numbers(Vocabulary.Of(topics).Encode([.. topics.SelectMany(one => one.Sentences)], 9));
    }

    private static IEnumerable<double[]> Tensors()
    {
        using var folder = new TemporaryFolder();
        var path = folder["some.safetensors"];
        var random = new Seed(1).Generator();
        var all = Enumerable
            .Range(1, 20)
            .ToDictionary(
                i => $"{i:00}",
                i => random.Normal(0, 1, [i, 3], ScalarType.Float64).transpose(0, 1)
            );
        SafeTensors.Save(path, all);
        return Part.Numbers(SafeTensors.Load(path).Tensors.OrderBy(one => one.Key).Select(one => one.Value));
    }

    private static IEnumerable<double[]> LearnerFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder["learner.safetensors"];
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.1);
        learner.Save(learner.Init(3), path);
        return Part.Numbers(learner.Load(path));
    }

    private static IEnumerable<double[]> Chooser()
    {
        using var folder = new TemporaryFolder();
        var path = folder["chooser.safetensors"];
        var random = new Seed(4).Generator();
        var features = random.Normal(0, 1, [7, 4], ScalarType.Float64);
        var performance = random.Uniform(0, 1, [7, 2], ScalarType.Float64);
        new StrategyLearner { Neighbours = 3 }
            .Fit(new(["a", "b"], features, performance))
            .Save(path);
        return Part.Numbers(StrategyFiles.Load(path).Expect(features));
    }

    private static IEnumerable<double[]> Checkpoint()
    {
        using var folder = new TemporaryFolder();
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.1);
        var options = new TrainingOptions
        {
            MetaBatch = 2,
            Checkpoint = new(folder["a.checkpoint"]) { EveryIterations = 1 },
        };
        Trainer.Train(learner, new Sinusoids(), options with { Iterations = 2 });
        var resumed = Trainer.Train(learner, new Sinusoids(), options with { Iterations = 3 });
        return Part.Numbers(resumed.Meta).Append([.. resumed.History]);
    }
}
