namespace Deedle

open System.Collections.Generic

/// A row or column of a frame: values whose types are not known statically.
type ObjectSeries<'K when 'K: equality> internal (rows: Keys<'K>, data: Column) =
    inherit Series<'K, obj>(rows, ColumnOf.Boxed data)

    /// The untyped view of a series of objects.
    new(series: Series<'K, obj>) = ObjectSeries(series.Rows, series.Data)

    /// The value at a key, converted.
    [<RequiresExplicitTypeArguments>]
    member this.GetAs<'R>(column: 'K) : 'R =
        Conversion.convert<'R> ConversionKind.Flexible (this.Get column)

    /// The value at a key, converted, or the fallback when it is missing.
    [<RequiresExplicitTypeArguments>]
    member this.GetAs<'R>(column: 'K, fallback: 'R) : 'R =
        if not (rows.Contains column) then
            raise (KeyNotFoundException $"The key {column} is not present in the index")

        this.TryGet column
        |> OptionalValue.map (Conversion.convert<'R> ConversionKind.Flexible)
        |> OptionalValue.defaultArg fallback

    /// The value at a position, converted.
    member this.GetAtAs<'R>(index: int) : 'R =
        Conversion.convert<'R> ConversionKind.Flexible (this.GetAt index)

    /// The value at a key, converted; missing too when there is no such key.
    [<RequiresExplicitTypeArguments>]
    member this.TryGetAs<'R>(column: 'K) : OptionalValue<'R> =
        this.TryGet column |> OptionalValue.map (Conversion.convert<'R> ConversionKind.Flexible)

    /// The values that convert.
    member this.GetValues<'R>(conversionKind: ConversionKind) : seq<'R> =
        this.Values
        |> Seq.filter (Conversion.canConvert<'R> conversionKind)
        |> Seq.map (Conversion.convert<'R> conversionKind)

    /// The values that convert without loss.
    member this.GetValues<'R>() : seq<'R> = this.GetValues<'R> ConversionKind.Safe

    /// The series with all values converted.
    [<RequiresExplicitTypeArguments>]
    member _.As<'R>() : Series<'K, 'R> =
        Series<'K, 'R>(rows, Columns.convert<'R> ConversionKind.Flexible data)

    /// The series with all values converted, missing when that is not possible.
    [<RequiresExplicitTypeArguments>]
    member _.TryAs<'R>(conversionKind: ConversionKind) : OptionalValue<Series<'K, 'R>> =
        Columns.tryConvert<'R> conversionKind data
        |> OptionalValue.ofOption
        |> OptionalValue.map (fun converted -> Series<'K, 'R>(rows, converted))

    /// The series with all values converted without loss, missing when that is not possible.
    member this.TryAs<'R>() : OptionalValue<Series<'K, 'R>> = this.TryAs<'R> ConversionKind.Safe

    /// The number at a name, NaN when it is missing.
    static member (?)(series: ObjectSeries<string>, name: string) : float = series.GetAs<float>(name, nan)
