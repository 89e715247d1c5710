namespace Deedle

open System
open System.Collections.Generic

/// An operation on a frame whose key types are not known.
type IFrameOperation<'V> =
    /// Runs the operation on a frame.
    abstract Invoke: Frame<'R, 'C> -> 'V

/// A frame whose key types are not known.
and IFrame =
    /// Runs an operation on this frame.
    abstract Apply: IFrameOperation<'V> -> 'V

/// A table: columns of one type each, over the same row keys.
and Frame<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality>
    internal (rows: Keys<'TRowKey>, columns: Keys<'TColumnKey>, data: Column[]) =

    let mutable rows = rows
    let mutable columns = columns
    let mutable data = data

    let columnOf (column: 'TColumnKey) =
        match columns.Find column with
        | -1 -> invalidArg "column" $"Column with a key '{column}' does not exist in the data frame"
        | position -> data[position]

    let rowAt position : Column =
        Column<obj>(data |> Array.map (fun column -> column.GetObject position))

    static let orNaN (given: string) : 'R =
        if typeof<'R> = typeof<float> then
            unbox<'R>(box nan)
        elif typeof<'R> = typeof<float32> then
            unbox<'R>(box nanf)
        else
            invalidOp $"{given}: Frame contains missing data, but default value was not provided."

    /// A frame of these columns; rows are joined by their keys.
    new(names: seq<'TColumnKey>, columns: seq<ISeries<'TRowKey>>) =
        let built =
            Frame<'TRowKey, 'TColumnKey>.OfColumns(Seq.zip names columns |> Array.ofSeq)

        Frame(built.RowIndexKeys, built.ColumnIndexKeys, built.Data)

    member internal _.RowIndexKeys = rows
    member internal _.ColumnIndexKeys = columns
    member internal _.Data = data

    member internal _.PickRows(keys: Keys<'R>, positions: int[]) : Frame<'R, 'TColumnKey> =
        Frame<'R, 'TColumnKey>(keys, columns, data |> Array.map (fun column -> column.Pick positions))

    member internal this.PickRows(positions: int[]) : Frame<'TRowKey, 'TColumnKey> =
        this.PickRows(Keys(positions |> Array.map (Array.get rows.All)), positions)

    static member internal OfColumns
        (named: ('TColumnKey * ISeries<'TRowKey>)[])
        : Frame<'TRowKey, 'TColumnKey> =
        let series = named |> Array.map (snd >> SeriesData.ofSeries)

        let rows: Keys<'TRowKey> =
            if series |> Array.forall (fun one -> one.SeriesIndex.SameAs series[0].SeriesIndex) then
                series
                |> Array.tryHead
                |> Option.map _.SeriesIndex
                |> Option.defaultWith (fun () -> Keys [||])
            else
                let all = series |> Array.collect _.SeriesIndex.All |> Array.distinct

                if series |> Array.forall _.SeriesIndex.IsOrdered then
                    Keys(all |> Array.sortWith (fun a b -> Comparer<'TRowKey>.Default.Compare(a, b)))
                else
                    Keys all

        let data =
            series |> Array.map (fun one -> one.SeriesColumn.Unboxed.Pick(one.SeriesIndex.Locate rows))

        Frame(rows, Keys(Array.map fst named), data)

    static member internal OfRows
        (rows: Keys<'TRowKey>, nested: ISeries<'TColumnKey>[])
        : Frame<'TRowKey, 'TColumnKey> =
        let keysOf row =
            (SeriesData.ofSeries row).SeriesIndex.All

        let columns = nested |> Array.collect keysOf |> Array.distinct

        let column key =
            nested |> Array.map (fun row -> row.TryGetObject key) |> Columns.infer

        Frame(rows, Keys columns, Array.map column columns)

    interface IFrame with
        member this.Apply operation = operation.Invoke this

    /// The keys of the rows.
    member _.RowKeys: seq<'TRowKey> = Seq.ofArray rows.All

    /// The keys of the columns.
    member _.ColumnKeys: seq<'TColumnKey> = Seq.ofArray columns.All

    /// The number of rows.
    member _.RowCount = rows.Count

    /// The number of columns.
    member _.ColumnCount = columns.Count

    /// The type of each column's values.
    member _.ColumnTypes: seq<Type> = data |> Seq.map _.ElementType

    /// Whether there are no rows.
    member _.IsEmpty = rows.Count = 0

    /// The columns, as a series.
    member _.Columns: ColumnSeries<'TRowKey, 'TColumnKey> =
        ColumnSeries(columns, data |> Array.map (fun column -> ObjectSeries(rows, column)))

    /// The rows, as a series.
    member this.Rows: RowSeries<'TRowKey, 'TColumnKey> =
        RowSeries(
            this.Clone(),
            rows,
            Array.init rows.Count (fun position -> ObjectSeries(columns, rowAt position))
        )

    /// The columns without missing values.
    member this.ColumnsDense: ColumnSeries<'TRowKey, 'TColumnKey> =
        let dense =
            data |> Array.indexed |> Array.filter (fun (_, column) -> column.MissingCount = 0)

        ColumnSeries(
            Keys(dense |> Array.map (fun (position, _) -> columns.All[position])),
            dense |> Array.map (fun (_, column) -> ObjectSeries(rows, column))
        )

    member internal _.RowsWhere(condition: bool[] -> bool) =
        Array.init rows.Count id
        |> Array.filter (fun row ->
            data |> Array.map (fun column -> column.GetObject(row).HasValue) |> condition)

    /// The rows without missing values.
    member this.RowsDense: RowSeries<'TRowKey, 'TColumnKey> =
        this.PickRows(this.RowsWhere(Array.forall id)).Rows

    /// The value at a column and a row.
    member _.Item
        with get (column: 'TColumnKey, row: 'TRowKey): obj = ObjectSeries(rows, columnOf column).Get row

    /// A column of numbers.
    member this.Item
        with get (column: 'TColumnKey): Series<'TRowKey, float> = this.GetColumn<float> column
        and set (column: 'TColumnKey) (series: Series<'TRowKey, float>) = this.ReplaceColumn(column, series)

    /// A column, its values converted.
    member _.GetColumn<'R>(column: 'TColumnKey) : Series<'TRowKey, 'R> =
        Series<'TRowKey, 'R>(rows, Columns.convert<'R> ConversionKind.Flexible (columnOf column))

    /// The column at a position, its values converted.
    member _.GetColumnAt<'R>(index: int) : Series<'TRowKey, 'R> =
        Series<'TRowKey, 'R>(rows, Columns.convert<'R> ConversionKind.Flexible data[index])

    /// The columns that convert without loss.
    member this.GetColumns<'R>() : Series<'TColumnKey, Series<'TRowKey, 'R>> =
        this.Columns.SelectOptional(fun pair ->
            pair.Value |> OptionalValue.bind (fun column -> column.TryAs<'R> ConversionKind.Safe))

    /// The rows that convert without loss.
    member this.GetRows<'R>() : Series<'TRowKey, Series<'TColumnKey, 'R>> =
        this.Rows.SelectOptional(fun pair ->
            pair.Value |> OptionalValue.bind (fun row -> row.TryAs<'R> ConversionKind.Safe))

    /// All columns that can be converted.
    member this.GetAllColumns<'R>() : seq<KeyValuePair<'TColumnKey, Series<'TRowKey, 'R>>> =
        this.Columns.Observations
        |> Seq.choose (fun pair ->
            pair.Value.TryAs<'R> ConversionKind.Flexible
            |> OptionalValue.asOption
            |> Option.map (fun column -> KeyValuePair(pair.Key, column)))

    /// The values of all columns that can be converted, without missing ones.
    member this.GetAllValues<'R>() : seq<'R> =
        this.GetAllColumns<'R>() |> Seq.collect _.Value.Values

    /// The row at a key, its values converted; missing when there is no such key.
    [<RequiresExplicitTypeArguments>]
    member this.TryGetRow<'T>(rowKey: 'TRowKey) : OptionalValue<Series<'TColumnKey, 'T>> =
        match rows.Find rowKey with
        | -1 -> OptionalValue.Missing
        | position -> OptionalValue(this.GetRowAt<'T> position)

    /// The row at a key, its values converted.
    [<RequiresExplicitTypeArguments>]
    member this.GetRow<'T>(rowKey: 'TRowKey) : Series<'TColumnKey, 'T> = this.TryGetRow<'T>(rowKey).Value

    /// The row at a position, its values converted.
    member _.GetRowAt<'T>(index: int) : Series<'TColumnKey, 'T> =
        if index < 0 || index >= rows.Count then
            raise (
                ArgumentOutOfRangeException(
                    "index",
                    "Index must be positive and smaller than the number of rows."
                )
            )

        Series<'TColumnKey, 'T>(columns, Columns.convert<'T> ConversionKind.Flexible (rowAt index))

    /// The key of the row at a position.
    member _.GetRowKeyAt(index: int) : 'TRowKey = rows.All[index]

    /// The values as rows by columns, the default where one is missing.
    member _.ToArray2D<'R>(defaultValue: 'R) : 'R[,] =
        let converted = data |> Array.map (Columns.convert<'R> ConversionKind.Flexible)

        Array2D.init rows.Count columns.Count (fun row column ->
            converted[column].Values[row] |> OptionalValue.defaultArg defaultValue)

    /// The values as rows by columns, NaN where one is missing; an error if the type has no NaN.
    member this.ToArray2D<'R>() : 'R[,] =
        if data |> Array.exists (fun column -> column.MissingCount > 0) then
            this.ToArray2D<'R>(orNaN "ToArray2D")
        else
            this.ToArray2D<'R>(Unchecked.defaultof<'R>)

    /// The values row by row, the default where one is missing.
    member this.ToJaggedArray<'R>(defaultValue: 'R) : 'R[][] =
        let all = this.ToArray2D<'R> defaultValue
        Array.init rows.Count (fun row -> all[row, *])

    /// The values row by row, NaN where one is missing; an error if the type has no NaN.
    member this.ToJaggedArray<'R>() : 'R[][] =
        let all = this.ToArray2D<'R>()
        Array.init rows.Count (fun row -> all[row, *])

    /// Adds a column, its rows matched by key.
    member _.AddColumn(column: 'TColumnKey, series: ISeries<'TRowKey>) : unit =
        let added = SeriesData.ofSeries series

        if rows.Count = 0 && columns.Count = 0 then
            rows <- added.SeriesIndex
        elif columns.Contains column then
            invalidOp $"Column with a key '{column}' exists in the data frame already"

        columns <- Keys(Array.append columns.All [| column |])
        data <- Array.append data [| added.SeriesColumn.Unboxed.Pick(added.SeriesIndex.Locate rows) |]

    /// Adds a column, its values in the order of the rows; missing ones are added at the end.
    member this.AddColumn(column: 'TColumnKey, series: seq<'V>) : unit =
        let values = Array.ofSeq series

        let keys =
            match box [| 0 .. values.Length - 1 |] with
            | :? ('TRowKey[]) as ordinal when rows.Count = 0 && columns.Count = 0 -> Keys ordinal
            | _ -> rows

        if values.Length > keys.Count then
            invalidArg
                "series"
                $"Column '{column}' has {values.Length} values; the frame has {keys.Count} rows."

        let positions = Array.init keys.Count (fun i -> if i < values.Length then i else -1)
        let padded = (ColumnOf.Values values).Pick positions :?> Column<'V>
        this.AddColumn(column, Series<'TRowKey, 'V>(keys, padded) :> ISeries<'TRowKey>)

    /// Removes a column.
    member _.DropColumn(column: 'TColumnKey) : unit =
        let position = columns.Find column

        if position < 0 then
            invalidArg "key" $"The key '{column}' is not present in the index."

        columns <- Keys(Array.removeAt position columns.All)
        data <- Array.removeAt position data

    /// Adds a column in place of the one of that name, if there is one.
    member this.ReplaceColumn(column: 'TColumnKey, series: ISeries<'TRowKey>) : unit =
        if columns.Contains column then
            this.DropColumn column

        this.AddColumn(column, series)

    /// Adds a column, its values in the order of the rows, in place of the one of that name.
    member this.ReplaceColumn(column: 'TColumnKey, data: seq<'V>) : unit =
        if columns.Contains column then
            this.DropColumn column

        this.AddColumn(column, data)

    /// Renames all columns.
    member _.RenameColumns(columnKeys: seq<'TColumnKey>) : unit =
        let renamed = Array.ofSeq columnKeys

        if renamed.Length <> columns.Count then
            invalidArg
                "columnKeys"
                $"The number of new column keys ({renamed.Length}) does not match with the number of columns ({columns.Count})"

        columns <- Keys renamed

    /// Renames all columns.
    member _.RenameColumns(mapping: Func<'TColumnKey, 'TColumnKey>) : unit =
        columns <- Keys(Array.map mapping.Invoke columns.All)

    /// Renames one column.
    member _.RenameColumn(oldKey: 'TColumnKey, newKey: 'TColumnKey) : unit =
        columns <- Keys(columns.All |> Array.map (fun key -> if key = oldKey then newKey else key))

    /// A column of numbers.
    static member (?)(frame: Frame<'T, 'a>, column: 'a) : Series<'T, float> = frame.GetColumn<float> column

    /// Adds or replaces a column.
    static member (?<-)(frame: Frame<'T, 'a>, column: 'a, series: Series<'T, 'V>) : unit =
        frame.ReplaceColumn(column, series)

    /// Adds or replaces a column.
    static member (?<-)(frame: Frame<'a, 'b>, column: 'b, data: seq<'V>) : unit =
        frame.ReplaceColumn(column, data)

    /// The columns of both frames; an error when both have a column of the same name.
    member _.Join(otherFrame: Frame<'TRowKey, 'TColumnKey>, kind: JoinKind) : Frame<'TRowKey, 'TColumnKey> =
        let all = Keys.Join(kind, rows, otherFrame.RowIndexKeys)

        let taken =
            otherFrame.ColumnKeys |> Seq.filter columns.Contains |> Seq.map string |> String.concat ", "

        if taken <> "" then
            invalidOp $"Join: both frames have the columns {taken}; expected different names."

        Frame(
            all,
            Keys.Union(columns, otherFrame.ColumnIndexKeys, false),
            Array.append
                (data |> Array.map (fun column -> column.Pick(rows.Locate all)))
                (otherFrame.Data |> Array.map (fun column -> column.Pick(otherFrame.RowIndexKeys.Locate all)))
        )

    /// The columns of both frames over the rows that either has.
    member this.Join(otherFrame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        this.Join(otherFrame, JoinKind.Outer)

    /// The frame with a series as one more column.
    member this.Join
        (colKey: 'TColumnKey, series: Series<'TRowKey, 'V>, kind: JoinKind)
        : Frame<'TRowKey, 'TColumnKey> =
        this.Join(Frame([ colKey ], [ series :> ISeries<'TRowKey> ]), kind)

    /// The frame with a series as one more column, over the rows that either has.
    member this.Join(colKey: 'TColumnKey, series: Series<'TRowKey, 'V>) : Frame<'TRowKey, 'TColumnKey> =
        this.Join(colKey, series, JoinKind.Outer)

    /// The rows of both frames; an error when both have a value at the same place.
    member _.Merge(otherFrame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        let allRows = Keys.Union(rows, otherFrame.RowIndexKeys, true)
        let allColumns = Keys.Union(columns, otherFrame.ColumnIndexKeys, false)
        let here = rows.Locate allRows
        let there = otherFrame.RowIndexKeys.Locate allRows

        let merged key : Column =
            match columns.Find key, otherFrame.ColumnIndexKeys.Find key with
            | -1, second -> otherFrame.Data[second].Pick there
            | first, -1 -> data[first].Pick here
            | first, second -> (data[first].Pick here).MergeWith(otherFrame.Data[second].Pick there)

        Frame(allRows, allColumns, Array.map merged allColumns.All)

    /// The rows of this and all other frames.
    member this.Merge(otherFrames: seq<Frame<'TRowKey, 'TColumnKey>>) : Frame<'TRowKey, 'TColumnKey> =
        otherFrames
        |> Seq.fold (fun (merged: Frame<'TRowKey, 'TColumnKey>) other -> merged.Merge other) this

    /// Applies a function to each column that converts; the others stay as they are.
    member this.ColumnApply<'T>
        (conversionKind: ConversionKind, f: Func<Series<'TRowKey, 'T>, ISeries<'TRowKey>>)
        : Frame<'TRowKey, 'TColumnKey> =
        this.Columns.Observations
        |> Seq.map (fun pair ->
            pair.Key,
            match pair.Value.TryAs<'T> conversionKind with
            | OptionalValue.Present converted -> f.Invoke converted
            | OptionalValue.Missing -> pair.Value :> ISeries<'TRowKey>)
        |> Array.ofSeq
        |> Frame<'TRowKey, 'TColumnKey>.OfColumns

    /// Applies a function to each column that converts without loss; the others stay as they are.
    member this.ColumnApply<'T>
        (f: Func<Series<'TRowKey, 'T>, ISeries<'TRowKey>>)
        : Frame<'TRowKey, 'TColumnKey> =
        this.ColumnApply<'T>(ConversionKind.Safe, f)

    /// Applies a function to each value of the columns that convert without loss.
    member this.SelectValues<'T1, 'T2>(f: Func<'T1, 'T2>) : Frame<'TRowKey, 'TColumnKey> =
        this.ColumnApply<'T1>(ConversionKind.Safe, fun column -> column.SelectValues f :> ISeries<'TRowKey>)

    /// Applies a function to each value of the columns that convert without loss.
    static member ($)(f: 'a -> 'b, frame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<_, _> f)

    /// The sum of each number and another.
    static member (+)(frame: Frame<'TRowKey, 'TColumnKey>, scalar: float) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> value + scalar))

    /// The sum of a number and each number.
    static member (+)(scalar: float, frame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> scalar + value))

    /// The difference of each number and another.
    static member (-)(frame: Frame<'TRowKey, 'TColumnKey>, scalar: float) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> value - scalar))

    /// The difference of a number and each number.
    static member (-)(scalar: float, frame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> scalar - value))

    /// The product of each number and another.
    static member (*)(frame: Frame<'TRowKey, 'TColumnKey>, scalar: float) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> value * scalar))

    /// The product of a number and each number.
    static member (*)(scalar: float, frame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> scalar * value))

    /// The quotient of each number and another.
    static member (/)(frame: Frame<'TRowKey, 'TColumnKey>, scalar: float) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> value / scalar))

    /// The quotient of a number and each number.
    static member (/)(scalar: float, frame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        frame.SelectValues(Func<float, float>(fun value -> scalar / value))

    member private this.GroupByLabels(labels: 'G[]) : Frame<'G * 'TRowKey, 'TColumnKey> =
        let positions =
            Array.init rows.Count id |> Array.groupBy (Array.get labels) |> Array.collect snd

        this.PickRows(Keys(positions |> Array.map (fun row -> labels[row], rows.All[row])), positions)

    /// The rows in groups of the same value in a column.
    member this.GroupRowsBy<'TGroup when 'TGroup: equality>
        (colKey: 'TColumnKey)
        : Frame<'TGroup * 'TRowKey, 'TColumnKey> =
        let labels = this.GetColumn<'TGroup>(colKey).Values |> Array.ofSeq

        if labels.Length <> rows.Count then
            invalidOp
                $"GroupRowsBy: column '{colKey}' has missing values; remove them first, for example by dropSparseRowsBy."

        this.GroupByLabels labels

    /// The rows in groups of the same result of a function of the key.
    member this.GroupRowsByIndex(keySelector: Func<'TRowKey, 'c>) : Frame<'c * 'TRowKey, 'TColumnKey> =
        this.GroupByLabels(Array.map keySelector.Invoke rows.All)

    /// The rows in groups of the same result of a function of key and row.
    member this.GroupRowsUsing<'TGroup when 'TGroup: equality>
        (f: Func<'TRowKey, ObjectSeries<'TColumnKey>, 'TGroup>)
        : Frame<'TGroup * 'TRowKey, 'TColumnKey> =
        this.Rows.Observations
        |> Seq.map (fun pair -> f.Invoke(pair.Key, pair.Value))
        |> Array.ofSeq
        |> this.GroupByLabels

    /// One row for each combination of values of some columns, with other columns aggregated.
    member this.AggregateRowsBy
        (groupBy: seq<'TColumnKey>, aggBy: seq<'TColumnKey>, aggFunc: Func<Series<'TRowKey, 'a>, 'b>)
        : Frame<int, 'TColumnKey> =
        let groupKeys = columns.All |> Array.filter (fun key -> Seq.contains key groupBy)
        let aggregated = Array.ofSeq aggBy

        if groupKeys.Length = 0 then
            invalidOp "GroupBy columns do not exist in the data frame"

        let labels =
            Array.init rows.Count (fun row ->
                [ for key in groupKeys -> (columnOf key).GetObject(row).ValueOrDefault ])

        let source = aggregated |> Array.map this.GetColumn<'a>

        let summarise (label: obj list, positions: int[]) =
            let values =
                source |> Array.map (fun column -> column.Pick positions |> aggFunc.Invoke |> box)

            Series<'TColumnKey, obj>(Seq.append groupKeys aggregated, Seq.append label values)
            :> ISeries<'TColumnKey>

        let groups =
            Array.init rows.Count id |> Array.groupBy (Array.get labels) |> Array.map summarise

        Frame<int, 'TColumnKey>.OfRows(Keys [| 0 .. groups.Length - 1 |], groups)

    /// The rows with the values of a column as keys; rows without such a value are left out.
    member this.IndexRows<'TNewRowIndex when 'TNewRowIndex: equality>
        (column: 'TColumnKey, keepColumn: bool)
        : Frame<'TNewRowIndex, 'TColumnKey> =
        let keys = this.GetColumn<'TNewRowIndex>(column).Data.Values

        let positions =
            Array.init keys.Length id |> Array.filter (fun row -> keys[row].HasValue)

        let indexed =
            this.PickRows(Keys(positions |> Array.map (fun row -> keys[row].Value)), positions)

        if not keepColumn then
            indexed.DropColumn column

        indexed

    /// The rows with the values of a column as keys, without that column.
    member this.IndexRows<'TNewRowIndex when 'TNewRowIndex: equality>
        (column: 'TColumnKey)
        : Frame<'TNewRowIndex, 'TColumnKey> =
        this.IndexRows<'TNewRowIndex>(column, false)

    /// A copy; changing its columns leaves this frame as it is.
    member _.Clone() : Frame<'TRowKey, 'TColumnKey> = Frame(rows, columns, data)

    /// The frame as a table of texts: column keys, types when asked for, then the rows.
    member _.FormatStrings
        (rowStartCount: int, rowEndCount: int, columnStartCount: int, columnEndCount: int, printTypes: bool)
        : string[][] =
        FrameText.strings
            rows
            columns
            data
            (rowStartCount, rowEndCount)
            (columnStartCount, columnEndCount)
            printTypes

    /// The frame as text.
    member this.Format
        (
            rowStartCount: int,
            rowEndCount: int,
            columnStartCount: int,
            columnEndCount: int,
            printTypes: bool,
            showInfo: bool
        ) : string =
        let table =
            this.FormatStrings(rowStartCount, rowEndCount, columnStartCount, columnEndCount, printTypes)
            |> Formatting.table

        if showInfo then
            let missing = data |> Array.sumBy _.MissingCount
            let newLine = Environment.NewLine
            $"{table}{newLine}{rows.Count} rows x {columns.Count} columns{newLine}{missing} missing values"
        else
            table

    /// The frame as text, with types and a line on its size when asked for.
    member this.Format(printTypes: bool, showInfo: bool) : string =
        let starts, ends = Formatting.startCount, Formatting.endCount
        this.Format(starts, ends, starts, ends, printTypes, showInfo)

    /// The frame as text, with types when asked for.
    member this.Format(printTypes: bool) : string = this.Format(printTypes, false)

    /// The frame as text.
    member this.Format() : string = this.Format(false, false)

    /// At most so many rows and columns as text.
    member this.Format(rowCount: int, columnCount: int) : string =
        this.Format(rowCount / 2, rowCount / 2, columnCount / 2, columnCount / 2, false, false)

    /// Equal when keys and values are equal.
    override _.Equals(another: obj) =
        match another with
        | :? Frame<'TRowKey, 'TColumnKey> as other ->
            rows.SameAs other.RowIndexKeys
            && columns.SameAs other.ColumnIndexKeys
            && Array.forall2
                (fun (a: Column) (b: Column) -> Seq.forall2 (fun x y -> x.Equals y) a.Objects b.Objects)
                data
                other.Data
        | _ -> false

    /// The hash code of the keys.
    override _.GetHashCode() =
        let mutable hash = HashCode()
        rows.All |> Array.iter hash.Add
        columns.All |> Array.iter hash.Add
        hash.ToHashCode()

/// The columns of a frame.
and ColumnSeries<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality>
    internal (keys: Keys<'TColumnKey>, columns: ObjectSeries<'TRowKey>[]) =
    inherit Series<'TColumnKey, ObjectSeries<'TRowKey>>(keys, ColumnOf.Values columns)

    static member private ToFrame(chosen: Series<'TColumnKey, ObjectSeries<'TRowKey>>) =
        chosen.Observations
        |> Seq.map (fun pair -> pair.Key, pair.Value :> ISeries<'TRowKey>)
        |> Array.ofSeq
        |> Frame<'TRowKey, 'TColumnKey>.OfColumns

    /// The frame of these columns.
    member this.Item
        with get (items: seq<'TColumnKey>): Frame<'TRowKey, 'TColumnKey> =
            ColumnSeries<'TRowKey, 'TColumnKey>.ToFrame(this.GetItems items)

    /// The frame of the columns between two keys, both included.
    member _.GetSlice(lo: 'TColumnKey option, hi: 'TColumnKey option) : Frame<'TRowKey, 'TColumnKey> =
        ColumnSeries<'TRowKey, 'TColumnKey>.ToFrame(base.GetSlice(lo, hi))

/// The rows of a frame.
and RowSeries<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality>
    internal (frame: Frame<'TRowKey, 'TColumnKey>, keys: Keys<'TRowKey>, rows: ObjectSeries<'TColumnKey>[]) =
    inherit Series<'TRowKey, ObjectSeries<'TColumnKey>>(keys, ColumnOf.Values rows)

    /// The frame of these rows.
    member _.Item
        with get (items: seq<'TRowKey>): Frame<'TRowKey, 'TColumnKey> =
            let wanted = Keys(Array.ofSeq items)
            frame.PickRows(wanted, keys.Locate wanted)

    /// The frame of the rows between two keys, both included.
    member _.GetSlice(lo: 'TRowKey option, hi: 'TRowKey option) : Frame<'TRowKey, 'TColumnKey> =
        let chosen = base.GetSlice(lo, hi).Rows
        frame.PickRows(chosen, keys.Locate chosen)
