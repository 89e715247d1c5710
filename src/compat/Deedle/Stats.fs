namespace Deedle

open System

/// Statistics over arrays of numbers.
module internal Moments =
    let numbers (series: Series<'K, 'V>) =
        series.Values |> Seq.map (fun value -> Convert.ToDouble(box value)) |> Array.ofSeq

    let mean (values: float[]) =
        if values.Length = 0 then nan else Array.average values

    /// Sum of products of differences from the means over n − 1; NaN for fewer than two values.
    let covariance (a: float[]) (b: float[]) =
        if a.Length < 2 then
            nan
        else
            let meanA, meanB = mean a, mean b
            Array.fold2 (fun sum x y -> sum + (x - meanA) * (y - meanB)) 0.0 a b / float (a.Length - 1)

    let variance values = covariance values values

    /// Linear between the two nearest values in order.
    let quantile (sorted: float[]) fraction =
        if sorted.Length = 0 || not (fraction >= 0.0 && fraction <= 1.0) then
            nan
        else
            let place = fraction * float (sorted.Length - 1)
            let below = int place
            let above = min (below + 1) (sorted.Length - 1)
            sorted[below] + (sorted[above] - sorted[below]) * (place - float below)

    let extreme choose (values: float[]) =
        if values.Length = 0 then nan else choose values

    /// A statistic of each full window; missing before the first.
    let moving size (statistic: float[] -> float) (series: Series<'K, 'V>) : Series<'K, float> =
        if size <= 0 then
            invalidArg "windowSize" $"Expected a window of at least 1; got {size}."

        let at last =
            if last < size - 1 then
                nan
            else
                Array.sub series.Data.Values (last - size + 1) size
                |> Array.filter _.HasValue
                |> Array.map (fun value -> Convert.ToDouble(box value.Value))
                |> statistic

        Series<'K, float>(series.Rows, Array.init series.KeyCount at |> ColumnOf.Values)

/// Statistics of series and of the numeric columns of frames; missing values are left out.
type Stats =
    /// The number of values.
    static member count(series: Series<'K, 'V>) : int = series.ValueCount

    /// The sum; NaN when there are no values.
    static member sum(series: Series<'K, 'V>) : float =
        Moments.numbers series |> Moments.extreme Array.sum

    /// The mean; NaN when there are no values.
    static member mean(series: Series<'K, 'V>) : float = Moments.numbers series |> Moments.mean

    /// The sample variance (over n − 1).
    static member variance(series: Series<'K, 'V>) : float =
        Moments.numbers series |> Moments.variance

    /// The sample standard deviation (over n − 1).
    static member stdDev(series: Series<'K, 'V>) : float = Stats.variance series |> sqrt

    /// The least value; NaN when there are no values.
    static member min(series: Series<'K, 'V>) : float =
        Moments.numbers series |> Moments.extreme Array.min

    /// The greatest value; NaN when there are no values.
    static member max(series: Series<'K, 'V>) : float =
        Moments.numbers series |> Moments.extreme Array.max

    /// The median; NaN when there are no values.
    static member median(series: Series<'K, 'V>) : float =
        Moments.quantile (Moments.numbers series |> Array.sort) 0.5

    /// The number of different values.
    static member uniqueCount(series: Series<'K, 'V>) : int =
        series.Values |> Seq.distinct |> Seq.length

    /// The quantiles at these fractions, at the fractions' texts as keys.
    static member quantile(quantiles: float[], series: Series<'K, 'V>) : Series<string, float> =
        let sorted = Moments.numbers series |> Array.sort

        quantiles
        |> Array.map (fun fraction -> string fraction, Moments.quantile sorted fraction)
        |> Series.ofObservations

    /// Number of different values, mean, standard deviation, minimum, quartiles and maximum.
    static member describe(series: Series<'K, 'V>) : Series<string, float> =
        Series.ofObservations
            [
                "unique", float (Stats.uniqueCount series)
                "mean", Stats.mean series
                "std", Stats.stdDev series
                "min", Stats.min series
                yield! Stats.quantile ([| 0.25; 0.5; 0.75 |], series) |> Series.observations
                "max", Stats.max series
            ]

    /// The least value, if there is one.
    static member tryMin(series: Series<'K, 'V>) : 'V option =
        if series.ValueCount = 0 then
            None
        else
            Some(Seq.min series.Values)

    /// The greatest value, if there is one.
    static member tryMax(series: Series<'K, 'V>) : 'V option =
        if series.ValueCount = 0 then
            None
        else
            Some(Seq.max series.Values)

    /// The observation with the least result of a function of the value.
    static member minBy (f: 'T -> 'a) (series: Series<'K, 'T>) : ('K * 'T) option =
        if series.ValueCount = 0 then
            None
        else
            Some(Series.observations series |> Seq.minBy (snd >> f))

    /// The observation with the greatest result of a function of the value.
    static member maxBy (f: 'T -> 'a) (series: Series<'K, 'T>) : ('K * 'T) option =
        if series.ValueCount = 0 then
            None
        else
            Some(Series.observations series |> Seq.maxBy (snd >> f))

    /// The sample covariance over the keys that both have.
    static member cov (series1: Series<'K, 'V1>) (series2: Series<'K, 'V2>) : float =
        let both = series1.ZipInner series2

        Moments.covariance
            (both |> Series.mapValues fst |> Moments.numbers)
            (both |> Series.mapValues snd |> Moments.numbers)

    /// Pearson's correlation over the keys that both have.
    static member corr (series1: Series<'K, 'V1>) (series2: Series<'K, 'V2>) : float =
        let both = series1.ZipInner series2
        let a, b = both |> Series.mapValues fst, both |> Series.mapValues snd
        let scale = Stats.stdDev a * Stats.stdDev b
        if scale = 0.0 then nan else Stats.cov a b / scale

    /// The sum of each window of that many keys.
    static member movingSum (size: int) (series: Series<'K, 'V>) : Series<'K, float> =
        Moments.moving size Array.sum series

    /// The mean of each window of that many keys.
    static member movingMean (size: int) (series: Series<'K, 'V>) : Series<'K, float> =
        Moments.moving size Moments.mean series

    /// The sample variance of each window of that many keys.
    static member movingVariance (size: int) (series: Series<'K, 'V>) : Series<'K, float> =
        Moments.moving size Moments.variance series

    /// The sample standard deviation of each window of that many keys.
    static member movingStdDev (size: int) (series: Series<'K, 'V>) : Series<'K, float> =
        Moments.moving size (Moments.variance >> sqrt) series

    /// The number of values for each part of the key.
    static member levelCount (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, int> =
        Series.applyLevel level Stats.count series

    /// The sum for each part of the key.
    static member levelSum (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.sum series

    /// The mean for each part of the key.
    static member levelMean (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.mean series

    /// The median for each part of the key.
    static member levelMedian (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.median series

    /// The sample standard deviation for each part of the key.
    static member levelStdDev (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.stdDev series

    /// The sample variance for each part of the key.
    static member levelVariance (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.variance series

    /// The least value for each part of the key.
    static member levelMin (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.min series

    /// The greatest value for each part of the key.
    static member levelMax (level: 'K -> 'L) (series: Series<'K, 'V>) : Series<'L, float> =
        Series.applyLevel level Stats.max series

    /// The sum of each numeric column.
    static member sum(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.sum

    /// The mean of each numeric column.
    static member mean(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.mean

    /// The median of each numeric column.
    static member median(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.median

    /// The sample standard deviation of each numeric column.
    static member stdDev(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.stdDev

    /// The sample variance of each numeric column.
    static member variance(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.variance

    /// The least value of each numeric column.
    static member min(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.min

    /// The greatest value of each numeric column.
    static member max(frame: Frame<'R, 'C>) : Series<'C, float> =
        frame.GetColumns<float>() |> Series.mapValues Stats.max

    /// The number of values of each column.
    static member count(frame: Frame<'R, 'C>) : Series<'C, int> =
        frame.Columns |> Series.mapValues (fun column -> column.ValueCount)

    /// The number of different values of each column.
    static member uniqueCount(frame: Frame<'R, 'C>) : Series<'C, int> =
        frame.Columns |> Series.mapValues (fun column -> column.Values |> Seq.distinct |> Seq.length)

    /// Mean, standard deviation, quartiles and so on of each numeric column.
    static member describe(frame: Frame<'R, 'C>) : Frame<string, 'C> =
        frame.GetColumns<float>() |> Series.mapValues Stats.describe |> Table.ofSeries |> Frame<string, 'C>

    static member private OfPairs(frame: Frame<'R, 'C>, statistic) : Frame<'C, 'C> =
        let numeric = frame.GetColumns<float>() |> Series.dropMissing

        numeric
        |> Series.mapValues (fun first -> numeric |> Series.mapValues (statistic first))
        |> Table.ofSeries
        |> Frame<'C, 'C>

    /// The correlation of each pair of numeric columns.
    static member corrFrame(frame: Frame<'R, 'C>) : Frame<'C, 'C> = Stats.OfPairs(frame, Stats.corr)

    /// The sample covariance of each pair of numeric columns.
    static member covFrame(frame: Frame<'R, 'C>) : Frame<'C, 'C> = Stats.OfPairs(frame, Stats.cov)
