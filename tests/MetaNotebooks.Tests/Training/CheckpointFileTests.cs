using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace MetaNotebooks.Tests;

/// <summary>A checkpoint's file: its layout, and what is said of one that is not as it was written.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 2, 1),
        Losses.MeanSquaredError,
        0.01
    );
    private static readonly Sinusoids Family = new() { Shots = 2, Queries = 2 };

    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private TrainingResult Train(int iterations) =>
        Trainer.Train(
            Learner,
            Family,
            new()
            {
                Iterations = iterations,
                MetaBatch = 2,
                Checkpoint = new(folder["run"]),
            }
        );

    private BadFileException Broken(byte[] file)
    {
        File.WriteAllBytes(folder["run"], file);
        var error = Assert.Throws<BadFileException>(() => Train(5));
        Assert.StartsWith(folder["run"], error.Message);
        // A broken file may be all that is left of a run: it stays for its owner to look at.
        Assert.Equal(file, File.ReadAllBytes(folder["run"]));
        return error;
    }

    [Fact]
    public void ItIsASafetensorsFile()
    {
        var result = Train(3);
        var file = File.ReadAllBytes(folder["run"]);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var root = header.RootElement;
        Assert.Equal(
            [
                "history",
                "meta.body.0.bias",
                "meta.body.0.weight",
                "meta.head.bias",
                "meta.head.weight",
                "optimiser.0",
                "optimiser.1",
            ],
            root.EnumerateObject().Select(entry => entry.Name).Where(name => name != "__metadata__")
        );
        var texts = root.GetProperty("__metadata__");
        Assert.Equal("MetaNotebooks training checkpoint 2", texts.GetProperty("format").GetString());
        Assert.Equal("3", texts.GetProperty("iteration").GetString());
        Assert.Equal("MAML", texts.GetProperty("configuration.learner.Name").GetString());
        var history = root.GetProperty("history");
        Assert.Equal("F64", history.GetProperty("dtype").GetString());
        var at = 8 + length + history.GetProperty("data_offsets")[0].GetInt32();
        Assert.Equal(
            result.History,
            Enumerable.Range(0, 3).Select(i => BitConverter.ToDouble(file, at + 8 * i))
        );
    }

    [Fact]
    public void ACutFileIsRefused()
    {
        Train(3);
        var file = File.ReadAllBytes(folder["run"]);
        int[] lengths = [0, 1, 7, 8, 100, file.Length / 2, file.Length - 8, file.Length - 1];
        Assert.All(lengths, length => Broken(file[..length]));
    }

    [Fact]
    public void AnyBitThatFellOverIsRefused()
    {
        Train(3);
        var file = File.ReadAllBytes(folder["run"]);
        var header = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var changed = (byte[])file.Clone();
            var at = i % 2 == 0 ? random.Next(header) : random.Next(header, file.Length);
            changed[at] ^= (byte)(1 << random.Next(8));
            Broken(changed);
        }
    }

    [Fact]
    public void AnotherFileIsRefused()
    {
        Learner.Save(Learner.Init(1), folder["learner"]);
        Assert.Contains(
            "format is ''; expected 'MetaNotebooks",
            Broken(File.ReadAllBytes(folder["learner"])).Message
        );
        Broken(Encoding.UTF8.GetBytes("a text of some kind"));
    }

    [Fact]
    public void WhatAKilledRunLeftUnfinishedIsWrittenOver()
    {
        Train(3);
        var whole = File.ReadAllBytes(folder["run"]);
        File.WriteAllBytes(folder["run.new"], whole[..(whole.Length / 2)]);
        Assert.Equal(5, Train(5).History.Count);
        Assert.Equal(["run"], folder.Names);
        Assert.Equal(5, TrainingCheckpoint.Load(folder["run"]).Iteration);
    }
}
