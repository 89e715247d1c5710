using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MetaNotebooks.Tests;

/// <summary>Every reader of files that the core has.</summary>
internal static class ReaderCases
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 3, 1),
        Losses.MeanSquaredError,
        0.1
    );

    public static IReadOnlyDictionary<string, ReaderCase> All { get; } =
        new Dictionary<string, ReaderCase>
        {
            ["table"] = Table(),
            ["digits"] = Digits(),
            ["topics"] = TopicsFile(),
            ["images"] = Images(),
            ["tensors"] = Tensors(),
            ["learner"] = LearnerFile(),
            ["strategies"] = Strategies(),
            ["checkpoint"] = Checkpoint(),
        };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static ReaderCase Table()
    {
        const string Text = "a,b,kind\n1,2,x\n3,4,y\n";
        return new(
            "csv",
            Bytes(Text),
            path => [LabelledTable.Read(path, "kind").ToSet().Features],
            ("another encoding", Latin(Text.Replace("y", "é")), "line 3"),
            ("a header twice", Bytes(Text.Replace("b", "a")), "line 1"),
            ("a huge number", Bytes(Text.Replace("4", "1e39")), "line 3, column 'b'"),
            ("a number that is none", Bytes(Text.Replace("1", "nan")), "line 2, column 'a'"),
            ("cut", Bytes(Text[..^4]), "line 3")
        );
    }

    private static ReaderCase Digits()
    {
        var header = string.Join(',', Enumerable.Range(0, 64).Select(p => $"p{p / 8}{p % 8}")) + ",digit\n";
        var row = string.Join(',', Enumerable.Range(0, 64).Select(p => p % 17));
        var text = $"{header}{row},3\n{row},0\n{row},3\n";
        return new(
            "csv",
            Bytes(text),
            path => [DigitImages.Read(path).Features],
            ("another encoding", Latin(text[..^2] + "é\n"), "line 4"),
            ("a header twice", Bytes(text.Replace("p01", "p00")), "line 1"),
            ("a huge number", Bytes($"{header}1e39{row[1..]},3\n"), "line 2, column 'p00'"),
            ("a number that is none", Bytes($"{header}NaN{row[1..]},3\n"), "line 2, column 'p00'")
        );
    }

    private static ReaderCase TopicsFile()
    {
        const string Text = """
            { "topics": [
              { "name": "rain", "descriptions": ["about rain"], "sentences": ["it rains"] },
              { "name": "café", "descriptions": ["about it"], "sentences": ["it is hot"] }
            ] }
            """;
        return new(
            "json",
            Bytes(Text),
            path =>
            {
                var topics = Topics.Read(path);
                return [Vocabulary.Of(topics).Encode([.. topics.SelectMany(topic => topic.Sentences)], 4)];
            },
            ("another encoding", Latin(Text), "line 3"),
            ("a name twice", Bytes(Text.Replace("café", "rain")), "topic 2 'rain'"),
            ("a key twice", Bytes(Text.Replace("\"descriptions\"", "\"sentences\"")), "line 2"),
            ("a list twice", Bytes(Text.Replace("] }\n]", "] }\n], \"topics\": [ ]")), "line 4"),
            ("no list", Bytes("[1]"), "line 1")
        );
    }

    private static byte[] Zip(params string[] names)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(TestPng.Write(20, (x, y) => x > y));
            }
        return bytes.ToArray();
    }

    private static ReaderCase Images() =>
        new(
            "zip",
            Zip("set/a/b/1.png", "set/a/b/2.png", "set/a/c/1.png"),
            path =>
            {
                var set = Omniglot.Read(path);
                return [set.Features, set.WithRotations().Features];
            },
            ("an image twice", Zip("set/a/b/1.png", "set/a/c/1.png", "set/a/b/1.png"), "set/a/b/1.png"),
            ("a name without folders", Zip("1.png"), "1.png"),
            ("no image", Zip("readme.txt"), "archive")
        );

    private static byte[] Saved(Action<string> save)
    {
        using var folder = new TemporaryFolder();
        save(folder["file"]);
        return File.ReadAllBytes(folder["file"]);
    }

    // The header with another text in it, and its length put right.
    private static byte[] Header(byte[] file, string old, string replacement)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        var header = Bytes(Encoding.UTF8.GetString(file, 8, length).Replace(old, replacement));
        var size = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, header.Length);
        return [.. size, .. header, .. file[(8 + length)..]];
    }

    // A letter of Latin-1 in the header.
    private static byte[] Latin1(byte[] file)
    {
        byte[] changed = [.. file];
        changed[file.AsSpan().IndexOf("hand"u8)] = 0xE9;
        return changed;
    }

    private static ReaderCase Tensors()
    {
        var whole = Saved(path =>
            SafeTensors.Save(
                path,
                new Dictionary<string, Tensor> { ["a"] = ones(2), ["b"] = arange(3) },
                new Dictionary<string, string> { ["made"] = "by hand" }
            )
        );
        return new(
            "safetensors",
            whole,
            path => SafeTensors.Load(path).Tensors.Values,
            ("a name twice", Header(whole, "\"b\":", "\"a\":"), "header"),
            ("more than it says", [.. whole, 0], "data"),
            ("another encoding", Latin1(whole), "header"),
            ("a type of no one", Header(whole, "\"F32\"", "\"F31\""), "tensor 'a'")
        );
    }

    private static ReaderCase LearnerFile()
    {
        byte[] Of(Parameters meta) => Saved(path => Learner.Save(meta, path));
        var meta = Learner.Init(1);
        const string last = "head.bias";
        byte[] Other(Func<Tensor, Tensor> change) => Of(meta.With(Parameters.Of((last, change(meta[last])))));
        return new(
            "safetensors",
            Of(meta),
            path => Learner.Load(path),
            ("a number that is none", Other(part => part / 0.0), $"tensor '{last}'"),
            ("numbers of another type", Other(part => part.to(ScalarType.Int32)), $"tensor '{last}'"),
            ("numbers of two types", Other(part => part.to(ScalarType.Float64)), $"tensor '{last}'"),
            ("half numbers", Of(meta.Map(part => part.to(ScalarType.Float16))), "tensor 'body.0.weight'"),
            ("a parameter of another name", Header(Of(meta), "head.bias", "head.bite"), "header"),
            ("another learner", Header(Of(meta), "MAML", "ANIL"), "metadata")
        );
    }

    private static ReaderCase Strategies()
    {
        byte[] Of(double value, double deviation = 1) =>
            Saved(path =>
                SafeTensors.Save(
                    path,
                    new Dictionary<string, Tensor>
                    {
                        ["mean"] = zeros([1, 2], ScalarType.Float64),
                        ["deviation"] = full([1, 2], deviation, ScalarType.Float64),
                        ["features"] = arange(6).to(ScalarType.Float64).view(3, 2),
                        ["performance"] = full([3, 2], value, ScalarType.Float64),
                    },
                    new Dictionary<string, string>
                    {
                        ["learner"] = "strategy learner",
                        ["strategies"] = "[\"a\",\"b\"]",
                        ["neighbours"] = "2",
                    }
                )
            );
        return new(
            "safetensors",
            Of(0.5),
            path =>
            {
                // Its tensors are its own.
                using var scope = NewDisposeScope();
                StrategyFiles.Load(path);
                return [];
            },
            ("a number that is none", Of(double.NaN), "tensor 'performance'"),
            ("a division by nothing", Of(0.5, deviation: 0), "tensor 'deviation'"),
            ("a name twice", Header(Of(0.5), "\"mean\":", "\"features\":"), "header")
        );
    }

    private static ReaderCase Checkpoint() =>
        new(
            "safetensors",
            Saved(path =>
                Trainer.Train(
                    Learner,
                    new Sinusoids(),
                    new()
                    {
                        Iterations = 1,
                        MetaBatch = 2,
                        Checkpoint = new(path),
                    }
                )
            ),
            path =>
            {
                var checkpoint = TrainingCheckpoint.Load(path);
                return [.. checkpoint.Meta, .. checkpoint.OptimiserState];
            }
        );
}
