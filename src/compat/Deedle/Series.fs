namespace Deedle

open System
open System.Collections.Generic

/// A series whose values' type is not known.
type ISeries<'K when 'K: equality> =
    /// The value at a key, missing too when there is no such key.
    abstract TryGetObject: 'K -> OptionalValue<obj>

/// What this library's own series know of each other beyond the public interface.
type internal ISeriesData<'K when 'K: equality> =
    abstract SeriesIndex: Keys<'K>
    abstract SeriesColumn: Column

module internal SeriesData =
    let ofSeries (series: ISeries<'K>) =
        match box series with
        | :? ISeriesData<'K> as data -> data
        | _ -> invalidArg "series" $"Expected a Series or an ObjectSeries; got {series.GetType().Name}."

/// Values of one type, each at a key; some values may be missing.
type Series<'K, 'V when 'K: equality> internal (rows: Keys<'K>, data: Column<'V>) =
    do
        if rows.Count <> data.Length then
            invalidOp
                $"A series needs as many values as keys; got {data.Length} values for {rows.Count} keys."

    /// A series of these keys and values.
    new(keys: seq<'K>, values: seq<'V>) = Series(Keys(Array.ofSeq keys), ColumnOf.Values(Array.ofSeq values))

    /// A series of these pairs.
    new(pairs: seq<KeyValuePair<'K, 'V>>) = Series(pairs |> Seq.map _.Key, pairs |> Seq.map _.Value)

    member internal _.Rows = rows
    member internal _.Data = data

    member internal _.Pick(positions: int[]) =
        Series<'K, 'V>(Keys(positions |> Array.map (Array.get rows.All)), data.Pick positions :?> Column<'V>)

    member internal _.Reindex(wanted: Keys<'K>) =
        Series<'K, 'V>(wanted, data.Pick(rows.Locate wanted) :?> Column<'V>)

    member internal this.Pairs =
        this.Observations |> Seq.map (fun pair -> pair.Key, pair.Value)

    interface ISeriesData<'K> with
        member _.SeriesIndex = rows
        member _.SeriesColumn = data

    interface ISeries<'K> with
        member this.TryGetObject key =
            this.TryGet key |> OptionalValue.map box

    /// The keys.
    member _.Keys: seq<'K> = Seq.ofArray rows.All

    /// The values that are not missing.
    member _.Values: seq<'V> = data.Values |> Seq.filter _.HasValue |> Seq.map _.Value

    /// All values, the type's default where one is missing.
    member _.ValuesAll: seq<'V> = data.Values |> Seq.map _.ValueOrDefault

    /// Keys and values, with missing ones.
    member _.ObservationsAll: seq<KeyValuePair<'K, OptionalValue<'V>>> =
        Seq.map2 (fun key value -> KeyValuePair(key, value)) rows.All data.Values

    /// Keys and values, without missing ones.
    member this.Observations: seq<KeyValuePair<'K, 'V>> =
        this.ObservationsAll
        |> Seq.filter _.Value.HasValue
        |> Seq.map (fun pair -> KeyValuePair(pair.Key, pair.Value.Value))

    /// Whether there is no key.
    member _.IsEmpty = rows.Count = 0

    /// Whether the keys are sorted.
    member _.IsOrdered = rows.IsOrdered

    /// The number of keys.
    member _.KeyCount = rows.Count

    /// The number of values that are not missing.
    member _.ValueCount = data.Length - data.MissingCount

    /// The smallest and the greatest key of a sorted series.
    member _.KeyRange =
        if rows.IsOrdered && rows.Count > 0 then
            Array.head rows.All, Array.last rows.All
        else
            invalidOp "KeyRange is only supported on ordered indices that are not empty."

    /// The value at a key, missing too when there is no such key.
    member _.TryGet(key: 'K) : OptionalValue<'V> =
        match rows.Find key with
        | -1 -> OptionalValue.Missing
        | position -> data.Values[position]

    /// The value at a key; an error when there is no such key or its value is missing.
    member _.Get(key: 'K) : 'V =
        match rows.Find key with
        | -1 -> raise (KeyNotFoundException $"The key {key} is not present in the index")
        | position when data.Values[position].HasValue -> data.Values[position].Value
        | _ -> raise (MissingValueException(key, $"Value at the key {key} is missing"))

    /// The value at a position.
    member _.TryGetAt(index: int) : OptionalValue<'V> = data.Values[index]

    /// The value at a position; an error when it is missing.
    member this.GetAt(index: int) : 'V =
        if this.IsEmpty then
            raise (IndexOutOfRangeException "Series is empty")

        this.TryGetAt(index).Value

    /// The key at a position.
    member _.GetKeyAt(index: int) : 'K = rows.All[index]

    /// The values at these keys, missing for unknown keys.
    member this.GetItems(keys: seq<'K>) : Series<'K, 'V> = this.Reindex(Keys(Array.ofSeq keys))

    /// The value at a key.
    member this.Item
        with get (a: 'K): 'V = this.Get a

    /// The values at these keys.
    member this.Item
        with get (items: seq<'K>): Series<'K, 'V> = this.GetItems items

    /// The value at a name.
    static member (?)(series: Series<string, 'a>, name: string) : 'a = series.Get name

    /// The part between two keys, both included.
    member this.Between(lowerInclusive: 'K, upperInclusive: 'K) : Series<'K, 'V> =
        this.GetSlice(Some lowerInclusive, Some upperInclusive)

    /// The part from a key on.
    member this.StartAt(lowerInclusive: 'K) : Series<'K, 'V> =
        this.GetSlice(Some lowerInclusive, None)

    /// The part up to a key.
    member this.EndAt(upperInclusive: 'K) : Series<'K, 'V> =
        this.GetSlice(None, Some upperInclusive)

    /// What `series.[lo .. hi]` gives.
    member this.GetSlice(lo: 'K option, hi: 'K option) : Series<'K, 'V> = this.Pick(rows.Range(lo, hi))

    /// Values computed from keys and values that may be missing.
    member _.SelectOptional
        (f: Func<KeyValuePair<'K, OptionalValue<'V>>, OptionalValue<'R>>)
        : Series<'K, 'R> =
        Series<'K, 'R>(
            rows,
            Array.map2 (fun key value -> f.Invoke(KeyValuePair(key, value))) rows.All data.Values
            |> ColumnOf.Optional
        )

    /// Values computed from keys and values; what runs into a missing value is missing.
    member this.Select(f: Func<KeyValuePair<'K, 'V>, 'R>) : Series<'K, 'R> =
        this.SelectOptional(fun pair ->
            pair.Value
            |> OptionalValue.bind (fun value ->
                try
                    OptionalValue(f.Invoke(KeyValuePair(pair.Key, value)))
                with :? MissingValueException ->
                    OptionalValue.Missing))

    /// Values computed from values.
    member this.SelectValues(f: Func<'V, 'T>) : Series<'K, 'T> =
        this.Select(fun (pair: KeyValuePair<'K, 'V>) -> f.Invoke pair.Value)

    /// Other keys for the same values.
    member this.SelectKeys(f: Func<KeyValuePair<'K, OptionalValue<'V>>, 'R>) : Series<'R, 'V> =
        Series<'R, 'V>(Keys(this.ObservationsAll |> Seq.map f.Invoke |> Array.ofSeq), data)

    /// The observations that a predicate holds for, whether their value is missing or not.
    member this.WhereOptional(f: Func<KeyValuePair<'K, OptionalValue<'V>>, bool>) : Series<'K, 'V> =
        this.ObservationsAll
        |> Seq.indexed
        |> Seq.filter (fun (_, pair) -> f.Invoke pair)
        |> Seq.map fst
        |> Array.ofSeq
        |> this.Pick

    /// The observations with a value that a predicate holds for.
    member this.Where(f: Func<KeyValuePair<'K, 'V>, bool>) : Series<'K, 'V> =
        this.WhereOptional(fun pair ->
            pair.Value.HasValue && f.Invoke(KeyValuePair(pair.Key, pair.Value.Value)))

    /// The observations in the opposite order.
    member this.Reversed: Series<'K, 'V> = this.Pick [| rows.Count - 1 .. -1 .. 0 |]

    /// The running result of folding the values.
    member _.ScanValues(foldFunc: Func<'S, 'V, 'S>, init: 'S) : Series<'K, 'S> =
        let step state (value: OptionalValue<'V>) =
            if value.HasValue then
                let next = foldFunc.Invoke(state, value.Value)
                OptionalValue next, next
            else
                OptionalValue.Missing, state

        Series<'K, 'S>(rows, Array.mapFold step init data.Values |> fst |> ColumnOf.Optional)

    /// One series for each result of the key selector.
    member this.GroupBy
        (keySelector: Func<KeyValuePair<'K, 'V>, 'TNewKey>)
        : Series<'TNewKey, Series<'K, 'V>> =
        let groups =
            this.ObservationsAll
            |> Seq.indexed
            |> Seq.filter (fun (_, pair) -> pair.Value.HasValue)
            |> Seq.groupBy (fun (_, pair) -> keySelector.Invoke(KeyValuePair(pair.Key, pair.Value.Value)))
            |> Array.ofSeq

        Series(
            groups |> Seq.map fst,
            groups |> Seq.map (fun (_, members) -> members |> Seq.map fst |> Array.ofSeq |> this.Pick)
        )

    /// The values at these keys, missing for unknown keys.
    member this.Realign(newKeys: seq<'K>) : Series<'K, 'V> = this.GetItems newKeys

    /// The same values at 0, 1, 2, …
    member _.IndexOrdinally() : Series<int, 'V> =
        Series<int, 'V>(Keys [| 0 .. rows.Count - 1 |], data)

    /// The same values at other keys; values are dropped or missing ones added to fit.
    member _.IndexWith(keys: seq<'TNewKey>) : Series<'TNewKey, 'V> =
        let keys = Array.ofSeq keys
        let positions = Array.init keys.Length (fun i -> if i < rows.Count then i else -1)
        Series<'TNewKey, 'V>(Keys keys, data.Pick positions :?> Column<'V>)

    /// The observations of both; an error when both have a value at the same key.
    member this.Merge(otherSeries: Series<'K, 'V>) : Series<'K, 'V> =
        let all = Keys.Union(rows, otherSeries.Rows, true)
        Series<'K, 'V>(all, this.Reindex(all).Data.MergeWith(otherSeries.Reindex(all).Data) :?> Column<'V>)

    /// The values of both series at each key.
    member this.Zip(otherSeries: Series<'K, 'V2>, kind: JoinKind) =
        let all = Keys.Join(kind, rows, otherSeries.Rows)

        Series<'K, OptionalValue<'V> * OptionalValue<'V2>>(
            all,
            ColumnOf.Values(Array.zip (this.Reindex(all).Data.Values) (otherSeries.Reindex(all).Data.Values))
        )

    /// The values of both series at each key that either has.
    member this.Zip(otherSeries: Series<'K, 'V2>) = this.Zip(otherSeries, JoinKind.Outer)

    /// The values of both series at each key that both have.
    member this.ZipInner(otherSeries: Series<'K, 'V2>) : Series<'K, 'V * 'V2> =
        this
            .Zip(otherSeries, JoinKind.Inner)
            .SelectOptional(fun pair ->
                let a, b = pair.Value.Value
                a |> OptionalValue.bind (fun a -> b |> OptionalValue.map (fun b -> a, b)))

    /// The keys and values as a table of texts, with `...` between the first and the last ones.
    member _.FormatStrings(startCount: int, endCount: int) : string[][] =
        if rows.Count = 0 then
            [| [| "(Empty)" |] |]
        else
            let levelCount = Formatting.levels(box rows.All[0]).Length
            let keyParts = Formatting.keyParts rows.IsOrdered levelCount

            Formatting.printed startCount endCount rows.Count
            |> Array.map (function
                | Some position ->
                    [| yield! keyParts rows.All[position]; "->"; data.Values[position].ToString() |]
                | None -> [| "..."; yield! Array.create (levelCount - 1) ""; "->"; "..." |])

    /// The series as text.
    member this.Format(startCount: int, endCount: int, showInfo: bool) : string =
        let table = this.FormatStrings(startCount, endCount) |> Formatting.table

        if showInfo then
            let missing = this.KeyCount - this.ValueCount
            $"{table}{Environment.NewLine}series of {this.KeyCount} items with {missing} missing values"
        else
            table

    /// The series as text.
    member this.Format() : string = this.Format false

    /// The series as text, with a line on its size when asked for.
    member this.Format(showInfo: bool) : string =
        this.Format(Formatting.startCount, Formatting.endCount, showInfo)

    /// At most this many items as text.
    member this.Format(itemCount: int) : string =
        this.Format(itemCount / 2, itemCount / 2, false)

    /// The series on one line.
    override _.ToString() =
        Formatting.printedInline rows.Count
        |> Seq.map (function
            | Some position -> $"{Formatting.key rows.All[position]} => {data.Values[position]}"
            | None -> " ... ")
        |> String.concat "; "
        |> sprintf "series [ %s]"

    /// Equal when keys and values are equal.
    override _.Equals(another: obj) =
        match another with
        | :? Series<'K, 'V> as other ->
            rows.SameAs other.Rows && Array.forall2 (fun a b -> a.Equals b) data.Values other.Data.Values
        | _ -> false

    /// The hash code of keys and values.
    override _.GetHashCode() =
        let mutable hash = HashCode()
        rows.All |> Array.iter hash.Add
        data.Values |> Array.iter hash.Add
        hash.ToHashCode()

    static member private Map(series: Series<'K, 'a>, f: 'a -> 'b) = series.SelectValues(Func<_, _> f)

    static member private Combine(s1: Series<'K, 'a>, s2: Series<'K, 'a>, f: 'a -> 'a -> 'a) =
        s1
            .Zip(s2)
            .SelectOptional(fun pair ->
                let a, b = pair.Value.Value
                a |> OptionalValue.bind (fun a -> b |> OptionalValue.map (f a)))

    /// The opposite of each value.
    static member (~-)(series: Series<'K, float>) : Series<'K, float> = Series<'K, 'V>.Map(series, (~-))

    /// The sum of the values at each key.
    static member (+)(s1: Series<'K, float>, s2: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Combine(s1, s2, (+))

    /// The sum of each value and a number.
    static member (+)(series: Series<'K, float>, scalar: float) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> value + scalar)

    /// The sum of a number and each value.
    static member (+)(scalar: float, series: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> scalar + value)

    /// The difference of the values at each key.
    static member (-)(s1: Series<'K, float>, s2: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Combine(s1, s2, (-))

    /// The difference of each value and a number.
    static member (-)(series: Series<'K, float>, scalar: float) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> value - scalar)

    /// The difference of a number and each value.
    static member (-)(scalar: float, series: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> scalar - value)

    /// The product of the values at each key.
    static member (*)(s1: Series<'K, float>, s2: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Combine(s1, s2, (*))

    /// The product of each value and a number.
    static member (*)(series: Series<'K, float>, scalar: float) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> value * scalar)

    /// The product of a number and each value.
    static member (*)(scalar: float, series: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> scalar * value)

    /// The quotient of the values at each key.
    static member (/)(s1: Series<'K, float>, s2: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Combine(s1, s2, (/))

    /// The quotient of each value and a number.
    static member (/)(series: Series<'K, float>, scalar: float) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> value / scalar)

    /// The quotient of a number and each value.
    static member (/)(scalar: float, series: Series<'K, float>) : Series<'K, float> =
        Series<'K, 'V>.Map(series, fun value -> scalar / value)

    /// The absolute values.
    static member Abs(series: Series<'K, float>) : Series<'K, float> = Series<'K, 'V>.Map(series, abs)

    /// The square roots.
    static member Sqrt(series: Series<'K, float>) : Series<'K, float> = Series<'K, 'V>.Map(series, sqrt)

    /// e to each value.
    static member Exp(series: Series<'K, float>) : Series<'K, float> = Series<'K, 'V>.Map(series, exp)

    /// The natural logarithms.
    static member Log(series: Series<'K, float>) : Series<'K, float> = Series<'K, 'V>.Map(series, log)

    /// Applies a function to each value.
    static member ($)(f: 'V -> 'a, series: Series<'K, 'V>) : Series<'K, 'a> =
        series.SelectValues(Func<_, _> f)
