using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks.Protocols;

/// <summary>
/// Real handwriting in minutes: trains on all characters of Omniglot's "background small 1", turned ones as classes too,
/// and judges on the characters of "background small 2" whose alphabets small 1 has not, not turned.
/// </summary>
/// <param name="folder">Where the zip files are.</param>
/// <param name="share">Share of the training iterations to run.</param>
/// <param name="checkpoints">
/// Where each stage of a training keeps its checkpoint, "MAML, 1 shots, stage 1.safetensors" and so on; null for nowhere.
/// </param>
internal sealed class OmniglotSmall(string folder, double share, string? checkpoints)
{
    private const int Episodes = 600;
    private const int AtOnce = 5;
    private static readonly Seed Seed = 1;

    /// <summary>Trains and judges, and prints a line a learner as soon as it is known.</summary>
    public void Run(string[] names, int[] shots, TextWriter output, CancellationToken cancellation)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentException($"share is {share}; expected 0 to 1.");
        var characters = Omniglot.Read(Path.Combine(folder, "images_background_small1.zip"));
        var alphabets = characters.Classes.Select(Alphabet).ToHashSet();
        var train = characters.WithRotations();
        var test = Omniglot
            .Read(Path.Combine(folder, "images_background_small2.zip"))
            .Where(name => !alphabets.Contains(Alphabet(name)));
        var known = Entrants.Of(train, 1).Select(entrant => entrant.Learner.Name).ToArray();
        if (names.Except(known).FirstOrDefault() is { } unknown)
            throw new ArgumentException(
                $"learner is '{unknown}'; expected one of {string.Join(", ", known)}."
            );
        output.WriteLine(
            $"train: {train.Classes.Count} classes of {string.Join(", ", alphabets.Order())} (with turned ones)"
        );
        output.WriteLine(
            $"judge: {test.Classes.Count} classes of "
                + $"{string.Join(", ", test.Classes.Select(Alphabet).Distinct())}; 5-way, {Episodes} episodes"
        );
        output.WriteLine($"{"learner", -20}{"shots", 6}{"accuracy %", 16}{"training", 12}{"judging", 10}");
        foreach (var k in shots)
        foreach (var entrant in Entrants.Of(train, k))
            if (names.Length == 0 || names.Contains(entrant.Learner.Name))
                Measure(entrant, test, k, output, cancellation);
    }

    private void Measure(
        Entrant entrant,
        LabelledSet test,
        int shots,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        using var scope = NewDisposeScope();
        var clock = Stopwatch.StartNew();
        var meta = entrant.Learner.Init(Seed.Split("parameters"));
        for (var stage = 0; stage < entrant.Stages.Count; stage++)
        {
            var options = entrant.Stages[stage];
            meta = Trainer
                .Train(
                    entrant.Learner,
                    entrant.Train,
                    options with
                    {
                        Seed = Seed.At(stage),
                        Iterations = (int)(share * options.Iterations),
                        Checkpoint = Checkpoint($"{entrant.Learner.Name}, {shots} shots, stage {stage + 1}"),
                    },
                    meta,
                    cancellation
                )
                .Meta;
            // What is not trained to the end is not judged.
            cancellation.ThrowIfCancellationRequested();
        }
        var training = clock.Elapsed;
        clock.Restart();
        var accuracy = Evaluator
            .Evaluate(
                entrant.Learner,
                meta,
                new NWayKShot(test) { Shots = shots },
                Losses.Accuracy,
                Seed.Split("judge"),
                Episodes,
                entrant.Steps,
                AtOnce
            )
            .PerStep[^1];
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entrant.Learner.Name, -20}{shots, 6}{100 * accuracy.Mean, 9:F2} ± {100 * accuracy.HalfWidth:F2}"
                    + $"{training.TotalSeconds, 10:F0} s{clock.Elapsed.TotalSeconds, 8:F0} s"
            )
        );
    }

    private CheckpointOptions? Checkpoint(string name) =>
        checkpoints is null ? null : new(Path.Combine(checkpoints, name + ".safetensors"));

    private static string Alphabet(string character) => character.Split('/')[0];
}
