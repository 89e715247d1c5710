namespace Deedle

open System

/// Functions that make series.
[<AutoOpen>]
module ``F# Series extensions`` =
    /// Ways to make a series.
    type Series =
        /// A series of keys and values.
        static member ofObservations(observations: seq<'a * 'b>) : Series<'a, 'b> =
            let pairs = Array.ofSeq observations
            Series(Array.map fst pairs, Array.map snd pairs)

        /// A series of keys and values that may be missing.
        static member ofOptionalObservations(observations: seq<'K * 'a option>) : Series<'K, 'a> =
            let pairs = Array.ofSeq observations
            let values = pairs |> Array.map (snd >> OptionalValue.ofOption)
            Series<'K, 'a>(Keys(Array.map fst pairs), ColumnOf.Optional values)

        /// A series of values at 0, 1, 2, …
        static member ofValues(values: seq<'a>) : Series<int, 'a> =
            let values = Array.ofSeq values
            Series([| 0 .. values.Length - 1 |], values)

    /// A series of keys and values.
    let series observations = Series.ofObservations observations

/// Functions over series.
module Series =
    let private rangeOfCount count (series: Series<'K, 'T>) from till =
        if count > series.KeyCount || count < 0 then
            invalidArg "count" $"Expected 0 to {series.KeyCount}, the number of keys; got {count}."

        series.Pick [| from .. till - 1 |]

    /// The keys.
    [<CompiledName("GetKeys")>]
    let keys (series: Series<'K, 'T>) = series.Keys

    /// The values that are not missing.
    [<CompiledName("GetValues")>]
    let values (series: Series<'K, 'T>) = series.Values

    /// All values.
    [<CompiledName("GetAllValues")>]
    let valuesAll (series: Series<'K, 'T>) : seq<'T option> =
        series.Data.Values |> Seq.map OptionalValue.asOption

    /// Keys and values, without missing ones.
    [<CompiledName("GetObservations")>]
    let observations (series: Series<'K, 'T>) =
        series.Observations |> Seq.map (fun pair -> pair.Key, pair.Value)

    /// Keys and values, with missing ones.
    [<CompiledName("GetAllObservations")>]
    let observationsAll (series: Series<'K, 'T>) =
        series.ObservationsAll |> Seq.map (fun pair -> pair.Key, OptionalValue.asOption pair.Value)

    /// The number of keys.
    [<CompiledName("CountKeys")>]
    let countKeys (series: Series<'K, 'T>) = series.KeyCount

    /// The number of values that are not missing.
    [<CompiledName("CountValues")>]
    let countValues (series: Series<'K, 'T>) = series.ValueCount

    /// The value at a key.
    [<CompiledName("Get")>]
    let get (key: 'K) (series: Series<'K, 'T>) = series.Get key

    /// The value at a position.
    [<CompiledName("GetAt")>]
    let getAt index (series: Series<'K, 'T>) = series.GetAt index

    /// The value at a key, if there is one.
    [<CompiledName("TryGet")>]
    let tryGet (key: 'K) (series: Series<'K, 'T>) =
        series.TryGet key |> OptionalValue.asOption

    /// The value at a position, if there is one.
    [<CompiledName("TryGetAt")>]
    let tryGetAt index (series: Series<'K, 'T>) =
        series.TryGetAt index |> OptionalValue.asOption

    /// Whether there is a value at a key.
    [<CompiledName("Has")>]
    let has (key: 'K) (series: Series<'K, 'T>) = series.TryGet(key).HasValue

    /// The first key.
    [<CompiledName("GetFirstKey")>]
    let firstKey (series: Series<'K, 'V>) = series.GetKeyAt 0

    /// The last key.
    [<CompiledName("GetLastKey")>]
    let lastKey (series: Series<'K, 'V>) = series.GetKeyAt(series.KeyCount - 1)

    /// The value at the first key.
    [<CompiledName("GetFirstValue")>]
    let firstValue (series: Series<'K, 'V>) = series.GetAt 0

    /// The value at the last key.
    [<CompiledName("GetLastValue")>]
    let lastValue (series: Series<'K, 'V>) = series.GetAt(series.KeyCount - 1)

    /// Values computed from keys and values.
    [<CompiledName("Map")>]
    let map (f: 'K -> 'T -> 'R) (series: Series<'K, 'T>) : Series<'K, 'R> =
        series.Select(fun pair -> f pair.Key pair.Value)

    /// Values computed from values.
    [<CompiledName("MapValues")>]
    let mapValues (f: 'T -> 'R) (series: Series<'K, 'T>) : Series<'K, 'R> = series.SelectValues f

    /// Other keys for the same values.
    [<CompiledName("MapKeys")>]
    let mapKeys (f: 'K -> 'R) (series: Series<'K, 'T>) =
        series.SelectKeys(fun pair -> f pair.Key)

    /// Values computed from keys and values that may be missing.
    [<CompiledName("MapAll")>]
    let mapAll (f: 'K -> 'T option -> 'R option) (series: Series<'K, 'T>) : Series<'K, 'R> =
        series.SelectOptional(fun pair ->
            f pair.Key (OptionalValue.asOption pair.Value) |> OptionalValue.ofOption)

    /// The observations that a predicate holds for.
    [<CompiledName("Filter")>]
    let filter (f: 'K -> 'T -> bool) (series: Series<'K, 'T>) =
        series.Where(fun pair -> f pair.Key pair.Value)

    /// The observations whose value a predicate holds for.
    [<CompiledName("FilterValues")>]
    let filterValues (f: 'T -> bool) (series: Series<'K, 'T>) = series.Where(fun pair -> f pair.Value)

    /// The observations, missing ones too, that a predicate holds for.
    [<CompiledName("FilterAll")>]
    let filterAll (f: 'K -> 'T option -> bool) (series: Series<'K, 'T>) =
        series.WhereOptional(fun pair -> f pair.Key (OptionalValue.asOption pair.Value))

    /// The observations that have a value.
    [<CompiledName("DropMissing")>]
    let dropMissing (series: Series<'K, 'T>) =
        series.WhereOptional(fun pair -> pair.Value.HasValue)

    /// Fills each gap from the value before or after it.
    [<CompiledName("FillMissing")>]
    let fillMissing direction (series: Series<'K, 'T>) =
        Series<'K, 'T>(series.Rows, series.Data.Fill direction :?> Column<'T>)

    /// Fills each gap with a value.
    [<CompiledName("FillMissingWith")>]
    let fillMissingWith (value: 'a) (series: Series<'K, 'T>) =
        Series<'K, 'T>(series.Rows, series.Data.FillWith(box value) :?> Column<'T>)

    /// Fills each gap with what a function of the key gives.
    [<CompiledName("FillMissingUsing")>]
    let fillMissingUsing (f: 'K -> 'T) (series: Series<'K, 'T>) =
        series |> mapAll (fun key value -> value |> Option.orElseWith (fun () -> Some(f key)))

    /// Options as values that may be missing.
    [<CompiledName("Flatten")>]
    let flatten (series: Series<'K, 'T option>) : Series<'K, 'T> =
        series |> mapAll (fun _ -> Option.flatten)

    /// Folds the values.
    [<CompiledName("FoldValues")>]
    let foldValues (op: 'a -> 'T -> 'a) (init: 'a) (series: Series<'K, 'T>) =
        series.Values |> Seq.fold op init

    /// Reduces the values.
    [<CompiledName("ReduceValues")>]
    let reduceValues (op: 'T -> 'T -> 'T) (series: Series<'K, 'T>) = series.Values |> Seq.reduce op

    /// The running result of folding the values.
    [<CompiledName("ScanValues")>]
    let scanValues (foldFunc: 'R -> 'T -> 'R) (init: 'R) (series: Series<'K, 'T>) =
        series.ScanValues(Func<_, _, _> foldFunc, init)

    /// The first observations.
    [<CompiledName("Take")>]
    let take count (series: Series<'K, 'T>) = rangeOfCount count series 0 count

    /// The last observations.
    [<CompiledName("TakeLast")>]
    let takeLast count (series: Series<'K, 'T>) =
        rangeOfCount count series (series.KeyCount - count) series.KeyCount

    /// All but the first observations.
    [<CompiledName("Skip")>]
    let skip count (series: Series<'K, 'T>) =
        rangeOfCount count series count series.KeyCount

    /// All but the last observations.
    [<CompiledName("SkipLast")>]
    let skipLast count (series: Series<'K, 'T>) =
        rangeOfCount count series 0 (series.KeyCount - count)

    /// The observations in the opposite order.
    [<CompiledName("Reverse")>]
    let rev (series: Series<'K, 'T>) = series.Reversed

    /// Sorted by value with a comparison; missing values come first.
    [<CompiledName("SortWith")>]
    let sortWith (comparer: 'V -> 'V -> int) (series: Series<'K, 'V>) =
        series.Pick(Sorting.positions comparer series.Data.Values)

    /// Sorted by value; missing values come first.
    [<CompiledName("Sort")>]
    let sort (series: Series<'K, 'V>) = series |> sortWith compare

    /// Sorted by a function of the value; missing values come first.
    [<CompiledName("SortBy")>]
    let sortBy (proj: 'T -> 'V) (series: Series<'K, 'T>) =
        series |> sortWith (fun a b -> compare (proj a) (proj b))

    /// Sorted by key.
    [<CompiledName("SortByKey")>]
    let sortByKey (series: Series<'K, 'T>) =
        series.Pick(Sorting.ofKeys series.Rows.All)

    /// An aggregate for each result of the key selector.
    let groupInto
        (keySelector: 'K -> 'T -> 'TNewKey)
        (f: 'TNewKey -> Series<'K, 'T> -> 'TNewValue)
        (series: Series<'K, 'T>)
        : Series<'TNewKey, 'TNewValue> =
        series.GroupBy(fun pair -> keySelector pair.Key pair.Value) |> map f

    /// One series for each result of the key selector.
    let groupBy (keySelector: 'K -> 'T -> 'TNewKey) (series: Series<'K, 'T>) =
        series |> groupInto keySelector (fun _ part -> part)

    /// An aggregate for each part of the key.
    [<CompiledName("ApplyLevel")>]
    let applyLevel
        (level: 'K1 -> 'K2)
        (op: Series<'K1, 'V> -> 'R)
        (series: Series<'K1, 'V>)
        : Series<'K2, 'R> =
        series.GroupBy(fun pair -> level pair.Key) |> mapValues op

    /// The values reduced for each part of the key.
    [<CompiledName("ReduceLevel")>]
    let reduceLevel (level: 'K1 -> 'K2) (op: 'T -> 'T -> 'T) (series: Series<'K1, 'T>) =
        series.GroupBy(fun pair -> level pair.Key) |> mapValues (reduceValues op)

    /// The same values at 0, 1, 2, …
    [<CompiledName("IndexOrdinally")>]
    let indexOrdinally (series: Series<'K, 'T>) = series.IndexOrdinally()

    /// The same values at other keys.
    [<CompiledName("IndexWith")>]
    let indexWith (keys: seq<'K2>) (series: Series<'K1, 'T>) = series.IndexWith keys

    /// The values at these keys, missing for unknown keys.
    [<CompiledName("GetObservations")>]
    let getAll (keys: seq<'K>) (series: Series<'K, 'T>) = series.GetItems keys

    /// The observations of both; an error when both have a value at the same key.
    [<CompiledName("Merge")>]
    let merge (series1: Series<'K, 'V>) (series2: Series<'K, 'V>) = series1.Merge series2

    /// The values of both at each key that either has.
    [<CompiledName("Zip")>]
    let zip (series1: Series<'K, 'V1>) (series2: Series<'K, 'V2>) = series1.Zip series2

    /// The values of both at each key that both have.
    [<CompiledName("ZipInner")>]
    let zipInner (series1: Series<'K, 'V1>) (series2: Series<'K, 'V2>) = series1.ZipInner series2

    /// The values of both combined at each key that both have.
    [<CompiledName("ZipInto")>]
    let zipInto
        (op: 'V1 -> 'V2 -> 'R)
        (series1: Series<'K, 'V1>)
        (series2: Series<'K, 'V2>)
        : Series<'K, 'R> =
        series1.ZipInner series2 |> mapValues (fun (a, b) -> op a b)

    /// An aggregate of each full window of a sorted series, at the window's last key.
    [<CompiledName("WindowInto")>]
    let windowInto size (f: Series<'K, 'T> -> 'R) (series: Series<'K, 'T>) : Series<'K, 'R> =
        if not series.IsOrdered then
            invalidOp "Floating window aggregation and chunking is only supported on ordered indices."

        let ends = [| size - 1 .. series.KeyCount - 1 |]

        Series<'K, 'R>(
            Keys(ends |> Array.map series.GetKeyAt),
            ends |> Array.map (fun last -> series.Pick [| last - size + 1 .. last |] |> f) |> ColumnOf.Values
        )

    /// Each full window of a sorted series, at the window's last key.
    [<CompiledName("Window")>]
    let window size (series: Series<'K, 'T>) = series |> windowInto size id
