using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Characters that nobody wrote: each is a few random smooth strokes, drawn by many simulated hands (shaking control
/// points, slant, size, place, pen width). Images are 28 × 28 in [0, 1] with ink = 1, made in memory from a seed: a
/// stand-in for Omniglot where no data set is at hand.
/// </summary>
public sealed record Glyphs
{
    /// <summary>Side of the images.</summary>
    public const int Side = 28;

    /// <summary>How many characters, the classes. Default 400.</summary>
    public int Characters { get; init; } = 400;

    /// <summary>How many hands draw each, the examples. Default 20, as Omniglot's.</summary>
    public int Hands { get; init; } = 20;

    /// <summary>Most strokes a character has, at least 1; uniform from 1. Default 3.</summary>
    public int MostStrokes { get; init; } = 3;

    /// <summary>
    /// How much hands differ, at least 0: 1 by default; 0 makes all images of a character equal.
    /// </summary>
    public double Variety { get; init; } = 1;

    /// <summary>Draws the set.</summary>
    /// <param name="seed">Which characters and hands.</param>
    public LabelledSet Draw(Seed seed)
    {
        Require.AtLeast(Characters, 1, nameof(Characters));
        Require.AtLeast(Hands, 1, nameof(Hands));
        Require.AtLeast(MostStrokes, 1, nameof(MostStrokes));
        if (!(Variety >= 0 && Variety < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(
                nameof(Variety),
                $"Variety is {Variety}; expected a finite number, at least 0."
            );
        var (shapes, hands) = (seed.Split("characters"), seed.Split("hands"));
        var pixels = new float[Characters * Hands * Side * Side];
        for (var c = 0; c < Characters; c++)
        {
            var strokes = GlyphStroke.Character(shapes.At(c).Generator(), MostStrokes);
            for (var h = 0; h < Hands; h++)
            {
                var image = pixels.AsSpan((c * Hands + h) * Side * Side, Side * Side);
                new GlyphHand(hands.At(c).At(h).Generator(), Variety).Draw(strokes, image, Side);
            }
        }
        return new(
            tensor(pixels, [Characters * Hands, Side, Side]),
            [.. Enumerable.Range(0, Characters).Select(c => $"glyph {c}")],
            [.. Enumerable.Repeat(Hands, Characters)]
        );
    }
}
