using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace MetaNotebooks.Tests;

/// <summary>The kit's values as JSON, in which some programs list what a notebook holds.</summary>
public sealed class AsTextTests
{
    // By the type that a value has when it runs, as those programs write it.
    private static string Json(params object[] values) => JsonSerializer.Serialize(values);

    public static TheoryData<string> Parts => [.. KitParts.All.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void EveryPartOfARunCanBeWritten(string part)
    {
        var (_, slots, make) = KitParts.All[part];
        Assert.StartsWith("[", Json(make([.. slots.Select(slot => KitParts.Value(slot, other: false))])));
    }

    [Fact]
    public void WhatARunGivesCanBeWritten()
    {
        var family = new Sinusoids();
        var learner = Maml.Create(new Mlp(1, 4, 1), Losses.MeanSquaredError, 0.01);
        var trained = Trainer.Train(learner, family, new TrainingOptions { Iterations = 2, MetaBatch = 2 });
        var tasks = family.Sample(1, 2);
        var judged = Evaluator.Evaluate(
            learner,
            trained.Meta,
            family,
            Losses.MeanSquaredError,
            seed: 2,
            count: 4,
            steps: 2
        );
        Assert.StartsWith("[", Json(trained, tasks, judged, learner.AdaptTo(trained.Meta, tasks, 2)));
    }

    [Fact]
    public void AFunctionThatIsPartOfAValueIsLeftOut() =>
        Assert.Empty(
            from type in (Type[])
                [
                    .. typeof(Maml).Assembly.GetExportedTypes(),
                    .. typeof(Candidate).Assembly.GetExportedTypes(),
                ]
            from property in type.GetProperties()
            where typeof(Delegate).IsAssignableFrom(property.PropertyType)
            where !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: false)
            select $"{type.Name}.{property.Name}"
        );

    [Fact]
    public void ATensorIsWrittenAsItsText()
    {
        using var tensor = zeros(2, 3);
        Assert.Equal(JsonSerializer.Serialize(new[] { tensor.ToString() }), Json(tensor));
        using var parameter = new TorchSharp.Modules.Parameter(zeros(2));
        Assert.Equal(JsonSerializer.Serialize(new[] { parameter.ToString() }), Json(parameter));
        var disposed = zeros(1);
        disposed.Dispose();
        Assert.Equal("[\"Tensor, disposed\"]", Json(disposed));
    }

    [Fact]
    public void ALossIsWrittenAndNotRead()
    {
        Assert.Equal("[\"MetaNotebooks.TaskLoss\"]", Json(Losses.CrossEntropy));
        var error = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<TaskLoss>("\"x\""));
        Assert.StartsWith("TaskLoss is written as JSON only to be looked at", error.Message);
    }
}
