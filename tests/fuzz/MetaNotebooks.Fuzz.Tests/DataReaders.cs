using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MetaNotebooks.Tests;

namespace MetaNotebooks.Fuzz;

/// <summary>The readers of the core: tables, images, topics, tensors.</summary>
internal static class DataReaders
{
    private const int Side = 105;

    private static readonly AdaptiveLearner Learner = JointTraining.Create(
        new Mlp(2, 3, 1),
        Losses.MeanSquaredError,
        innerRate: 0.1
    );

    public static IEnumerable<FileReader> All =>
        [
            Table(),
            QuotedTable(),
            Digits(),
            TopicsFile(),
            Zip(),
            Png(),
            ColourPng(),
            Tensors(),
            LearnerFile(),
            StrategyFile(),
        ];

    private static FileReader Core(
        string name,
        string ending,
        byte[] whole,
        Func<Random, byte[]> broken,
        Action<string> read
    ) => new(name, ending, whole, broken, read, error => (error as BadFileException)?.Message);

    private static FileReader Text(string name, string ending, string whole, Action<string> read) =>
        Core(name, ending, Encoding.UTF8.GetBytes(whole), random => Mutation.Either(random, whole), read);

    private static FileReader Table() =>
        Text(
            "table",
            ".csv",
            "length,width,kind\n1.5,2,setosa\n-1e-3,0.25,setosa\n3,4,virginica\n",
            path => LabelledTable.Read(path, "kind").ToSet()
        );

    private static FileReader QuotedTable() =>
        Text(
            "quoted table",
            ".csv",
            "\uFEFF\"a, b\";\"a \"\"b\"\"\";kind\r\n1.5;\"2\";\"two\r\nlines\"\r\n-1e-3;0.2;\"a;b\"\r\n\r\n",
            path => LabelledTable.Read(path, "kind").ToSet()
        );

    private static FileReader Digits()
    {
        var pixels = Enumerable.Range(0, 64).Select(p => $"p{p / 8}{p % 8}");
        var rows = Enumerable
            .Range(0, 3)
            .Select(row => $"{string.Join(',', Enumerable.Range(0, 64).Select(p => (p + row) % 17))},{row}");
        var text = $"{string.Join(',', pixels)},digit\n{string.Join('\n', rows)}\n";
        return Text("digits", ".csv", text, path => DigitImages.Read(path));
    }

    private static FileReader TopicsFile() =>
        Text(
            "topics",
            ".json",
            """
            { "topics": [
              { "name": "rain", "descriptions": ["about rain"], "sentences": ["it rains", "wet days"] },
              { "name": "sun", "descriptions": ["about sun", "warm"], "sentences": ["it shines"] }
            ] }
            """,
            path =>
            {
                var topics = Topics.Read(path);
                Vocabulary.Of(topics).Encode([.. topics.SelectMany(topic => topic.Sentences)], 5);
            }
        );

    private static byte[] Image(int shift) => TestPng.Write(Side, (x, y) => (x * y + shift) % 5 == 0);

    private static byte[] Archive(
        IEnumerable<(string Name, byte[] Content)> files,
        CompressionLevel level = CompressionLevel.Optimal
    )
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }

    private static FileReader Zip()
    {
        var images = Enumerable.Range(0, 3).Select(Image).ToArray();
        var whole = Archive([
            ("set/Greek/character01/", []),
            .. images.Select((image, i) => ($"set/Greek/character0{i / 2}/{i}.png", image)),
        ]);
        // Far larger inside than out.
        var bomb = Archive([("set/a/b/1.png", [.. images[0], .. new byte[40_000_000]])]);
        string[] names =
        [
            "../../x/1.png",
            "/etc/a/b.png",
            "set\\a\\b\\1.PNG",
            "__MACOSX/set/a/b/._1.png",
            "set/../../b.png",
            "set/a/b/c/1.png",
            "a/b/c/\0.png",
        ];
        byte[] Break(Random random)
        {
            switch (random.Next(8))
            {
                case 0:
                    return Mutation.Bytes(random, bomb);
                case 1:
                    return Archive([
                        (names[random.Next(names.Length)], images[0]),
                        (names[random.Next(names.Length)], Mutation.Bytes(random, images[1])),
                    ]);
                case 2 or 3 or 4:
                    return Fields(random, [.. whole]);
                default:
                    return Mutation.Bytes(random, whole);
            }
        }
        return Core("zip", ".zip", whole, Break, path => Omniglot.Read(path));
    }

    // Extremes where a record states sizes, counts and places.
    private static byte[] Fields(Random random, byte[] zip)
    {
        (byte[] Signature, int[] Fields)[] records =
        [
            ([0x50, 0x4B, 1, 2], [4, 6, 8, 10, 12, 20, 24, 28, 30, 32, 34, 42]),
            ([0x50, 0x4B, 3, 4], [4, 6, 8, 10, 14, 18, 22, 26, 28]),
            ([0x50, 0x4B, 5, 6], [4, 6, 8, 10, 12, 16, 20]),
        ];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var (signature, fields) = records[random.Next(records.Length)];
            var places = Enumerable
                .Range(0, zip.Length - 4)
                .Where(i => zip.AsSpan(i, 4).SequenceEqual(signature))
                .ToArray();
            if (places.Length > 0)
                Mutation.PutExtreme(
                    random,
                    zip.AsSpan(places[random.Next(places.Length)] + fields[random.Next(fields.Length)])
                );
        }
        return zip;
    }

    private static FileReader Png() => Png("png", Image(0));

    // Alpha by a palette: more kinds of chunks, each with its own ways to be wrong.
    private static FileReader ColourPng()
    {
        var random = new Random(1);
        byte[] Some(int count)
        {
            var bytes = new byte[count];
            random.NextBytes(bytes);
            return bytes;
        }
        byte[][] rows = [.. Enumerable.Range(0, 30).Select(_ => Some(20))];
        return Png(
            "colour png",
            TestPng.Write(40, 30, 4, colour: 3, rows, before: [("PLTE", Some(48)), ("tRNS", Some(16))])
        );
    }

    private static FileReader Png(string name, byte[] whole)
    {
        byte[] Pack(byte[] png) => Archive([("set/a/b/1.png", png)], CompressionLevel.NoCompression);
        // With right checksums, what they guard is met too.
        byte[] Break(Random random)
        {
            var png = Mutation.Bytes(random, whole);
            // Any size, depth, colour type and interlacing.
            if (random.Next(4) == 0 && png.Length > 29)
                png[random.Next(16, 29)] = (byte)random.Next(17);
            return Pack(random.Next(3) == 0 ? png : WithChecksums(png));
        }
        return Core(name, ".zip", Pack(whole), Break, path => Omniglot.Read(path));
    }

    private static byte[] WithChecksums(byte[] png)
    {
        for (var at = 8L; at + 12 <= png.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan((int)at));
            if (length > png.Length - at - 12)
                break;
            var body = png.AsSpan((int)at + 4, 4 + (int)length);
            BinaryPrimitives.WriteUInt32BigEndian(
                png.AsSpan((int)at + 8 + (int)length),
                TestPng.Checksum(body)
            );
            at += 12 + length;
        }
        return png;
    }

    private static byte[] Saved(Action<string> save)
    {
        var path = Path.GetTempFileName();
        save(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static FileReader Safe(string name, Action<string> save, Action<string> read)
    {
        var whole = Saved(save);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(whole);
        var header = Encoding.UTF8.GetString(whole, 8, length);
        byte[] Break(Random random)
        {
            if (random.Next(3) == 0)
                return Mutation.Bytes(random, whole);
            var broken = Encoding.UTF8.GetBytes(
                Mutation.Text(
                    random,
                    header,
                    "\"F32\"",
                    "\"I64\"",
                    "\"BF16\"",
                    "\"BOOL\"",
                    "[0,9223372036854775807,9]",
                    "[1,1,1,1,1]"
                )
            );
            var size = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(size, broken.Length);
            return [.. size, .. broken, .. whole[(8 + length)..]];
        }
        return Core(name, ".safetensors", whole, Break, read);
    }

    private static FileReader Tensors() =>
        Safe(
            "safetensors",
            path =>
                SafeTensors.Save(
                    path,
                    new Dictionary<string, Tensor>
                    {
                        ["a"] = arange(6).to(ScalarType.Float32).view(2, 3),
                        ["b"] = arange(3),
                        ["c"] = zeros([0, 2], ScalarType.Float64),
                        ["d"] = arange(4).to(ScalarType.Float16),
                        ["e"] = arange(4).gt(1),
                    },
                    new Dictionary<string, string> { ["made"] = "by hand" }
                ),
            path => SafeTensors.Load(path)
        );

    private static FileReader LearnerFile() =>
        Safe("learner", path => Learner.Save(Learner.Init(1), path), path => Learner.Load(path));

    private static FileReader StrategyFile() =>
        Safe(
            "strategies",
            path =>
                SafeTensors.Save(
                    path,
                    new Dictionary<string, Tensor>
                    {
                        ["mean"] = zeros([1, 2], ScalarType.Float64),
                        ["deviation"] = ones([1, 2], ScalarType.Float64),
                        ["features"] = arange(6).to(ScalarType.Float64).view(3, 2),
                        ["performance"] = arange(6).to(ScalarType.Float64).view(3, 2),
                    },
                    new Dictionary<string, string>
                    {
                        ["learner"] = "strategy learner",
                        ["strategies"] = "[\"linear\",\"quadratic\"]",
                        ["neighbours"] = "2",
                    }
                ),
            path =>
            {
                var chooser = StrategyFiles.Load(path);
                foreach (var strategy in chooser.Strategies)
                    _ = strategy.Length;
                _ = chooser.Strategies[chooser.SingleBest].Length;
            }
        );
}
