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
    internal (content: Table<'TRowKey, 'TColumnKey>) =

    let mutable table = content

    /// A frame of these columns; rows are joined by their keys.
    new(names: seq<'TColumnKey>, columns: seq<ISeries<'TRowKey>>) =
        Frame(Table.ofColumns (Seq.zip names columns |> Array.ofSeq))

    member internal _.Table = table

    static member internal OfColumns(named: seq<'TColumnKey * 'S :> ISeries<'TRowKey>>) =
        named
        |> Seq.map (fun (key, column) -> key, column :> ISeries<'TRowKey>)
        |> Array.ofSeq
        |> Table.ofColumns
        |> Frame<'TRowKey, 'TColumnKey>

    interface IFrame with
        member this.Apply operation = operation.Invoke this

    /// The keys of the rows.
    member _.RowKeys: seq<'TRowKey> = Seq.ofArray table.Rows.All

    /// The keys of the columns.
    member _.ColumnKeys: seq<'TColumnKey> = Seq.ofArray table.Columns.All

    /// The number of rows.
    member _.RowCount = table.Rows.Count

    /// The number of columns.
    member _.ColumnCount = table.Columns.Count

    /// The type of each column's values.
    member _.ColumnTypes: seq<Type> = table.Data |> Seq.map _.ElementType

    /// Whether there are no rows.
    member _.IsEmpty = table.Rows.Count = 0

    /// The columns, as a series.
    member _.Columns: ColumnSeries<'TRowKey, 'TColumnKey> =
        ColumnSeries(table.Columns, table.Data |> Array.map (fun column -> ObjectSeries(table.Rows, column)))

    /// The rows, as a series.
    member _.Rows: RowSeries<'TRowKey, 'TColumnKey> = RowSeries table

    /// The rows without missing values.
    member _.RowsDense: RowSeries<'TRowKey, 'TColumnKey> =
        RowSeries(table.Pick(table.Where(Array.forall id)))

    /// The value at a column and a row.
    member _.Item
        with get (column: 'TColumnKey, row: 'TRowKey): obj =
            ObjectSeries(table.Rows, table.Column column).Get row

    /// A column of numbers.
    member this.Item
        with get (column: 'TColumnKey): Series<'TRowKey, float> = this.GetColumn<float> column
        and set (column: 'TColumnKey) (series: Series<'TRowKey, float>) = this.ReplaceColumn(column, series)

    /// A column, its values converted.
    member _.GetColumn<'R>(column: 'TColumnKey) : Series<'TRowKey, 'R> =
        Series<'TRowKey, 'R>(table.Rows, Columns.convert<'R> ConversionKind.Flexible (table.Column column))

    /// The columns that convert without loss.
    member this.GetColumns<'R>() : Series<'TColumnKey, Series<'TRowKey, 'R>> =
        this.Columns.SelectOptional(fun pair ->
            pair.Value |> OptionalValue.bind (fun column -> column.TryAs<'R> ConversionKind.Safe))

    /// The rows that convert without loss.
    member this.GetRows<'R>() : Series<'TRowKey, Series<'TColumnKey, 'R>> =
        this.Rows.SelectOptional(fun pair ->
            pair.Value |> OptionalValue.bind (fun row -> row.TryAs<'R> ConversionKind.Safe))

    /// The row at a key, its values converted; missing when there is no such key.
    [<RequiresExplicitTypeArguments>]
    member this.TryGetRow<'T>(rowKey: 'TRowKey) : OptionalValue<Series<'TColumnKey, 'T>> =
        match table.Rows.Find rowKey with
        | -1 -> OptionalValue.Missing
        | position -> OptionalValue(this.GetRowAt<'T> position)

    /// The row at a key, its values converted.
    [<RequiresExplicitTypeArguments>]
    member this.GetRow<'T>(rowKey: 'TRowKey) : Series<'TColumnKey, 'T> = this.TryGetRow<'T>(rowKey).Value

    /// The row at a position, its values converted.
    member _.GetRowAt<'T>(index: int) : Series<'TColumnKey, 'T> =
        if index < 0 || index >= table.Rows.Count then
            raise (
                ArgumentOutOfRangeException("index", $"Expected 0 to {table.Rows.Count - 1}; got {index}.")
            )

        Series<'TColumnKey, 'T>(table.Columns, Columns.convert<'T> ConversionKind.Flexible (table.Row index))

    /// The key of the row at a position.
    member _.GetRowKeyAt(index: int) : 'TRowKey = table.Rows.All[index]

    /// The values as rows by columns, the default where one is missing.
    member _.ToArray2D<'R>(defaultValue: 'R) : 'R[,] =
        table.Array2D<'R>(fun () -> defaultValue)

    /// The values as rows by columns, NaN where one is missing; an error if the type has no NaN.
    member _.ToArray2D<'R>() : 'R[,] =
        table.Array2D<'R>(Table.nanOrError "ToArray2D")

    /// The values row by row, NaN where one is missing; an error if the type has no NaN.
    member this.ToJaggedArray<'R>() : 'R[][] =
        let all = table.Array2D<'R>(Table.nanOrError "ToJaggedArray")
        Array.init this.RowCount (fun row -> all[row, *])

    /// Adds a column, its rows matched by key.
    member _.AddColumn(column: 'TColumnKey, series: ISeries<'TRowKey>) : unit =
        let added = SeriesData.ofSeries series
        table <- table.Add(column, added.SeriesIndex, added.SeriesColumn)

    /// Adds a column, its values in the order of the rows; missing ones are added at the end.
    member _.AddColumn(column: 'TColumnKey, series: seq<'V>) : unit =
        table <- table.AddInOrder(column, ColumnOf.Values(Array.ofSeq series))

    /// Removes a column.
    member _.DropColumn(column: 'TColumnKey) : unit = table <- table.Drop column

    /// Adds a column in place of the one of that name, if there is one.
    member this.ReplaceColumn(column: 'TColumnKey, series: ISeries<'TRowKey>) : unit =
        if table.Columns.Contains column then
            this.DropColumn column

        this.AddColumn(column, series)

    /// Adds a column, its values in the order of the rows, in place of the one of that name.
    member this.ReplaceColumn(column: 'TColumnKey, data: seq<'V>) : unit =
        let values = ColumnOf.Values(Array.ofSeq data)
        this.ReplaceColumn(column, Series<'TRowKey, 'V>(table.Rows, values) :> ISeries<'TRowKey>)

    /// Renames all columns.
    member this.RenameColumns(columnKeys: seq<'TColumnKey>) : unit =
        let keys = Array.ofSeq columnKeys

        if keys.Length <> this.ColumnCount then
            invalidArg
                "columnKeys"
                $"Expected {this.ColumnCount} keys, one for each column; got {keys.Length}."

        table <- table.WithColumns keys

    /// Renames all columns.
    member _.RenameColumns(mapping: Func<'TColumnKey, 'TColumnKey>) : unit =
        table <- table.WithColumns(Array.map mapping.Invoke table.Columns.All)

    /// Renames one column.
    member this.RenameColumn(oldKey: 'TColumnKey, newKey: 'TColumnKey) : unit =
        this.RenameColumns(fun key -> if key = oldKey then newKey else key)

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
        Frame(table.Join(kind, otherFrame.Table))

    /// The columns of both frames over the rows that either has.
    member this.Join(otherFrame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        this.Join(otherFrame, JoinKind.Outer)

    /// The rows of both frames; an error when both have a value at the same place.
    member _.Merge(otherFrame: Frame<'TRowKey, 'TColumnKey>) : Frame<'TRowKey, 'TColumnKey> =
        Frame(table.Merge otherFrame.Table)

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

    /// The rows in groups of the same value in a column.
    member this.GroupRowsBy<'TGroup when 'TGroup: equality>
        (colKey: 'TColumnKey)
        : Frame<'TGroup * 'TRowKey, 'TColumnKey> =
        let labels = this.GetColumn<'TGroup>(colKey).Values |> Array.ofSeq

        if labels.Length <> this.RowCount then
            invalidOp
                $"GroupRowsBy: column '{colKey}' has missing values; remove them first, for example by dropSparseRowsBy."

        Frame<'TGroup * 'TRowKey, 'TColumnKey>(table.Group labels)

    /// The rows in groups of the same result of a function of the key.
    member _.GroupRowsByIndex(keySelector: Func<'TRowKey, 'c>) : Frame<'c * 'TRowKey, 'TColumnKey> =
        Frame<'c * 'TRowKey, 'TColumnKey>(table.Group(Array.map keySelector.Invoke table.Rows.All))

    /// The rows in groups of the same result of a function of key and row.
    member this.GroupRowsUsing<'TGroup when 'TGroup: equality>
        (f: Func<'TRowKey, ObjectSeries<'TColumnKey>, 'TGroup>)
        : Frame<'TGroup * 'TRowKey, 'TColumnKey> =
        let labels =
            this.Rows.Observations |> Seq.map (fun pair -> f.Invoke(pair.Key, pair.Value))

        Frame<'TGroup * 'TRowKey, 'TColumnKey>(table.Group(Array.ofSeq labels))

    /// One row for each combination of values of some columns, with other columns aggregated.
    member this.AggregateRowsBy
        (groupBy: seq<'TColumnKey>, aggBy: seq<'TColumnKey>, aggFunc: Func<Series<'TRowKey, 'a>, 'b>)
        : Frame<int, 'TColumnKey> =
        Frame<int, 'TColumnKey>(Table.aggregate groupBy aggBy this.GetColumn<'a> aggFunc.Invoke table)

    /// The rows with the values of a column as keys; rows without such a value are left out.
    member this.IndexRows<'TNewRowIndex when 'TNewRowIndex: equality>
        (column: 'TColumnKey, keepColumn: bool)
        : Frame<'TNewRowIndex, 'TColumnKey> =
        let keys = this.GetColumn<'TNewRowIndex>(column).Data.Values

        let positions =
            [| 0 .. keys.Length - 1 |] |> Array.filter (fun row -> keys[row].HasValue)

        let kept = if keepColumn then table else table.Drop column
        let rowKeys = Keys(positions |> Array.map (fun row -> keys[row].Value))
        Frame<'TNewRowIndex, 'TColumnKey>(kept.Pick(rowKeys, positions))

    /// The rows with the values of a column as keys, without that column.
    member this.IndexRows<'TNewRowIndex when 'TNewRowIndex: equality>
        (column: 'TColumnKey)
        : Frame<'TNewRowIndex, 'TColumnKey> =
        this.IndexRows<'TNewRowIndex>(column, false)

    /// A copy; changing its columns leaves this frame as it is.
    member _.Clone() : Frame<'TRowKey, 'TColumnKey> = Frame table

    /// The frame as a table of texts: column keys, types when asked for, then the rows.
    member _.FormatStrings
        (rowStartCount: int, rowEndCount: int, columnStartCount: int, columnEndCount: int, printTypes: bool)
        : string[][] =
        FrameText.strings table (rowStartCount, rowEndCount) (columnStartCount, columnEndCount) printTypes

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
        let text =
            this.FormatStrings(rowStartCount, rowEndCount, columnStartCount, columnEndCount, printTypes)
            |> Formatting.table

        if showInfo then
            let missing = table.Data |> Array.sumBy _.MissingCount
            let newLine = Environment.NewLine
            $"{text}{newLine}{this.RowCount} rows x {this.ColumnCount} columns{newLine}{missing} missing values"
        else
            text

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
        | :? Frame<'TRowKey, 'TColumnKey> as other -> table.SameAs other.Table
        | _ -> false

    /// The hash code of the keys.
    override _.GetHashCode() =
        let mutable hash = HashCode()
        table.Rows.All |> Array.iter hash.Add
        table.Columns.All |> Array.iter hash.Add
        hash.ToHashCode()

/// The columns of a frame.
and ColumnSeries<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality>
    internal (keys: Keys<'TColumnKey>, columns: ObjectSeries<'TRowKey>[]) =
    inherit Series<'TColumnKey, ObjectSeries<'TRowKey>>(keys, ColumnOf.Values columns)

    /// The frame of these columns.
    member this.Item
        with get (items: seq<'TColumnKey>): Frame<'TRowKey, 'TColumnKey> =
            Frame<'TRowKey, 'TColumnKey>(Table.ofSeries (this.GetItems items))

    /// The frame of the columns between two keys, both included.
    member _.GetSlice(lo: 'TColumnKey option, hi: 'TColumnKey option) : Frame<'TRowKey, 'TColumnKey> =
        Frame<'TRowKey, 'TColumnKey>(Table.ofSeries (base.GetSlice(lo, hi)))

/// The rows of a frame.
and RowSeries<'TRowKey, 'TColumnKey when 'TRowKey: equality and 'TColumnKey: equality>
    internal (table: Table<'TRowKey, 'TColumnKey>) =
    inherit
        Series<'TRowKey, ObjectSeries<'TColumnKey>>(
            table.Rows,
            Array.init table.Rows.Count (fun row -> ObjectSeries(table.Columns, table.Row row))
            |> ColumnOf.Values
        )

    /// The frame of these rows.
    member _.Item
        with get (items: seq<'TRowKey>): Frame<'TRowKey, 'TColumnKey> =
            let wanted = Keys(Array.ofSeq items)
            Frame<'TRowKey, 'TColumnKey>(table.Pick(wanted, table.Rows.Locate wanted))

    /// The frame of the rows between two keys, both included.
    member _.GetSlice(lo: 'TRowKey option, hi: 'TRowKey option) : Frame<'TRowKey, 'TColumnKey> =
        let chosen = base.GetSlice(lo, hi).Rows
        Frame<'TRowKey, 'TColumnKey>(table.Pick(chosen, table.Rows.Locate chosen))
