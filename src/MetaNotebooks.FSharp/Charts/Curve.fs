namespace MetaNotebooks

open System

/// Named points that belong together: a line in a chart, with or without a margin of error.
type Curve =
    {
        /// What the legend says; the name of an algorithm decides its colour.
        Name: string
        /// The x of each point.
        X: float[]
        /// The y of each point; NaN leaves a gap.
        Y: float[]
        /// The half width of the confidence interval of each point; empty if there is none.
        Margin: float[]
        /// The lower and the upper end of the band at each point, where it is not as far to both sides, as between
        /// quantiles; empty if there is none.
        Bounds: (float * float)[]
    }

/// Makes series.
module Curve =

    let private check (what: string) name expected (values: float[]) =
        if values.Length <> expected then
            raise (
                ArgumentException(
                    $"Curve '{name}' has {expected} values of x but {values.Length} values of {what}; they must be as many."
                )
            )

    /// Points at the given x and y.
    let ofPoints (name: string) (x: seq<float>) (y: seq<float>) : Curve =
        let x, y = Array.ofSeq x, Array.ofSeq y
        check "y" name x.Length y

        {
            Name = name
            X = x
            Y = y
            Margin = [||]
            Bounds = [||]
        }

    /// Values at x = 0, 1, 2, …
    let ofValues (name: string) (y: seq<float>) : Curve =
        let y = Array.ofSeq y
        ofPoints name (Array.init y.Length float) y

    /// The same series with the half widths of its confidence intervals.
    let withMargin (margin: seq<float>) (series: Curve) : Curve =
        let margin = Array.ofSeq margin
        check "the margin" series.Name series.X.Length margin
        { series with Margin = margin }

    /// The same series with a band from a lower to an upper end at each point, such as two quantiles.
    let withBounds (bounds: seq<float * float>) (series: Curve) : Curve =
        let bounds = Array.ofSeq bounds
        check "the bounds" series.Name series.X.Length (Array.map fst bounds)
        { series with Bounds = bounds }

    /// The ends of the band at each point; empty if there is none.
    let internal band (series: Curve) : (float * float)[] =
        if series.Bounds.Length > 0 then
            series.Bounds
        else
            Array.zip (Array.truncate series.Margin.Length series.Y) series.Margin
            |> Array.map (fun (y, margin) -> y - margin, y + margin)

    /// What shows when the pointer is on each point.
    let internal hover (series: Curve) : string list =
        [
            for i in 0 .. series.X.Length - 1 ->
                if series.Bounds.Length > 0 then
                    let low, high = series.Bounds[i]
                    $"{Text.number series.Y[i]}, from {Text.number low} to {Text.number high}"
                elif series.Margin.Length > 0 then
                    $"{Text.number series.Y[i]} ± {Text.number series.Margin[i]}"
                else
                    Text.number series.Y[i]
        ]
