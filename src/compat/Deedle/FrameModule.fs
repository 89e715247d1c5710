namespace Deedle

open System
open System.Collections.Generic

/// Functions over frames.
[<CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Frame =
    let private ofTable (make: Table<'R, 'C> -> Table<'R2, 'C2>) (frame: Frame<'R, 'C>) =
        Frame<'R2, 'C2>(make frame.Table)

    let private changed (change: Frame<'R, 'C> -> unit) (frame: Frame<'R, 'C>) =
        let copy = frame.Clone()
        change copy
        copy

    let private rangeOfCount count (frame: Frame<'R, 'C>) from till =
        if count > frame.RowCount || count < 0 then
            invalidArg "count" $"Expected 0 to {frame.RowCount}, the number of rows; got {count}."

        frame |> ofTable _.Pick([| from .. till - 1 |])

    let private compareObjects (a: obj) (b: obj) = Comparer<obj>.Default.Compare(a, b)

    /// A frame without rows and columns.
    [<CompiledName("Empty")>]
    let empty<'R, 'C when 'R: equality and 'C: equality> : Frame<'R, 'C> = Frame([], [])

    /// The number of rows.
    [<CompiledName("CountRows")>]
    let countRows (frame: Frame<'R, 'C>) = frame.RowCount

    /// The number of columns.
    [<CompiledName("CountColumns")>]
    let countCols (frame: Frame<'R, 'C>) = frame.ColumnCount

    /// The columns.
    [<CompiledName("Columns")>]
    let cols (frame: Frame<'R, 'C>) = frame.Columns

    /// The rows.
    [<CompiledName("Rows")>]
    let rows (frame: Frame<'R, 'C>) = frame.Rows

    /// A column, its values converted.
    [<CompiledName("GetColumn")>]
    let getCol (column: 'C) (frame: Frame<'R, 'C>) : Series<'R, 'V> = frame.GetColumn<'V> column

    /// The columns that convert without loss.
    [<CompiledName("GetColumns")>]
    let getCols (frame: Frame<'R, 'C>) : Series<'C, Series<'R, 'T>> = frame.GetColumns<'T>()

    /// The row at a key, its values converted.
    [<CompiledName("GetRow")>]
    let getRow (row: 'R) (frame: Frame<'R, 'C>) : Series<'C, 'T> = frame.GetRow<'T> row

    /// The rows that convert without loss.
    [<CompiledName("GetRows")>]
    let getRows (frame: Frame<'R, 'C>) : Series<'R, Series<'C, 'T>> = frame.GetRows<'T>()

    /// These columns.
    [<CompiledName("SliceCols")>]
    let sliceCols (columns: seq<'C>) (frame: Frame<'R, 'C>) : Frame<'R, 'C> = frame.Columns[columns]

    /// These rows.
    [<CompiledName("SliceRows")>]
    let sliceRows (rows: seq<'R>) (frame: Frame<'R, 'C>) : Frame<'R, 'C> = frame.Rows[rows]

    /// The frame with one more column.
    [<CompiledName("AddColumn")>]
    let addCol (column: 'C) (series: Series<'R, 'V>) (frame: Frame<'R, 'C>) =
        frame |> changed _.AddColumn(column, (series :> ISeries<'R>))

    /// The frame without a column.
    [<CompiledName("DropColumn")>]
    let dropCol (column: 'C) (frame: Frame<'R, 'C>) = frame |> changed _.DropColumn(column)

    /// The frame with another column in place of the one of that name.
    [<CompiledName("ReplaceColumn")>]
    let replaceCol (column: 'C) (series: ISeries<'R>) (frame: Frame<'R, 'C>) =
        frame |> changed _.ReplaceColumn(column, series)

    /// The frame with one column renamed.
    [<CompiledName("RenameColumn")>]
    let renameCol (oldKey: 'C) (newKey: 'C) (frame: Frame<'R, 'C>) =
        frame |> changed _.RenameColumn(oldKey, newKey)

    /// The frame with all columns renamed.
    [<CompiledName("RenameColumns")>]
    let renameColsUsing (mapping: 'C -> 'C2) (frame: Frame<'R, 'C>) =
        frame |> ofTable (fun table -> table.WithColumns(Array.map mapping table.Columns.All))

    /// The frame with other row keys; rows are dropped or missing ones added to fit.
    [<CompiledName("IndexRowsWith")>]
    let indexRowsWith (keys: seq<'R2>) (frame: Frame<'R1, 'C>) : Frame<'R2, 'C> =
        let keys = Array.ofSeq keys

        let positions =
            Array.init keys.Length (fun i -> if i < frame.RowCount then i else -1)

        frame |> ofTable _.Pick(Keys keys, positions)

    /// The frame with rows at 0, 1, 2, …
    [<CompiledName("IndexRowsOrdinally")>]
    let indexRowsOrdinally (frame: Frame<'TRowKey, 'TColumnKey>) =
        frame |> indexRowsWith [ 0 .. frame.RowCount - 1 ]

    /// The frame with the values of a column as row keys.
    [<CompiledName("IndexRows")>]
    let indexRows (column: 'C) (frame: Frame<'R1, 'C>) : Frame<'R2, 'C> = frame.IndexRows<'R2> column

    /// The frame with the integers of a column as row keys.
    [<CompiledName("IndexRowsByInt")>]
    let indexRowsInt (column: 'C) (frame: Frame<'R1, 'C>) : Frame<int, 'C> = indexRows column frame

    /// The frame with the texts of a column as row keys.
    [<CompiledName("IndexRowsByString")>]
    let indexRowsString (column: 'C) (frame: Frame<'R1, 'C>) : Frame<string, 'C> = indexRows column frame

    /// Rows as columns and columns as rows.
    [<CompiledName("Transpose")>]
    let transpose (frame: Frame<'R, 'TColumnKey>) : Frame<'TColumnKey, 'R> =
        let columns = frame.Columns.Values |> Seq.map (fun column -> column :> ISeries<'R>)

        Frame<'TColumnKey, 'R>(Table.ofRows frame.Table.Columns (Array.ofSeq columns))

    /// The numbers as rows by columns.
    [<CompiledName("ToArray2D")>]
    let toArray2D (frame: Frame<'R, 'C>) = frame.ToArray2D<float>()

    /// The numbers row by row.
    [<CompiledName("ToJaggedArray")>]
    let toJaggedArray (frame: Frame<'R, 'C>) = frame.ToJaggedArray<float>()

    /// The rows sorted by key.
    [<CompiledName("SortRowsByKey")>]
    let sortRowsByKey (frame: Frame<'R, 'C>) =
        frame |> ofTable (fun table -> table.Pick(Sorting.ofKeys table.Rows.All))

    /// The columns sorted by key.
    [<CompiledName("SortColumnsByKey")>]
    let sortColsByKey (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        let order = Sorting.ofKeys frame.Table.Columns.All
        frame.Columns[order |> Array.map (Array.get frame.Table.Columns.All)]

    /// The rows sorted by a column with a comparison.
    [<CompiledName("SortRowsWith")>]
    let sortRowsWith (colKey: 'C) (compareFunc: 'a -> 'a -> int) (frame: Frame<'R, 'C>) =
        let order = Sorting.positions compareFunc (frame.GetColumn<'a> colKey).Data.Values
        frame |> ofTable _.Pick(order)

    /// The rows sorted by a column.
    [<CompiledName("SortRows")>]
    let sortRows (colKey: 'C) (frame: Frame<'R, 'C>) =
        frame |> sortRowsWith colKey (compareObjects)

    /// The rows sorted by a function of a column.
    [<CompiledName("SortRowBy")>]
    let sortRowsBy (colKey: 'C) (f: 'T -> 'V) (frame: Frame<'R, 'C>) =
        frame |> sortRowsWith colKey (fun (a: 'T) b -> compare (f a) (f b))

    /// The first rows.
    [<CompiledName("Take")>]
    let take count (frame: Frame<'R, 'C>) = rangeOfCount count frame 0 count

    /// The last rows.
    [<CompiledName("TakeLast")>]
    let takeLast count (frame: Frame<'R, 'C>) =
        rangeOfCount count frame (frame.RowCount - count) frame.RowCount

    /// All but the first rows.
    [<CompiledName("Skip")>]
    let skip count (frame: Frame<'R, 'C>) =
        rangeOfCount count frame count frame.RowCount

    /// All but the last rows.
    [<CompiledName("SkipLast")>]
    let skipLast count (frame: Frame<'R, 'C>) =
        rangeOfCount count frame 0 (frame.RowCount - count)

    /// The rows that a predicate holds for.
    [<CompiledName("WhereRows")>]
    let filterRows (f: 'R -> ObjectSeries<'C> -> bool) (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        frame.Rows[frame.Rows |> Series.filter f |> Series.keys]

    /// The rows whose values a predicate holds for.
    [<CompiledName("WhereRowValues")>]
    let filterRowValues (f: ObjectSeries<'C> -> bool) (frame: Frame<'R, 'C>) =
        frame |> filterRows (fun _ -> f)

    /// The rows with a value in a column.
    [<CompiledName("WhereRowsBy")>]
    let filterRowsBy (column: 'C) (value: 'V) (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        let wanted =
            frame.GetColumn<'V> column |> Series.filterValues (fun found -> found = value)

        frame.Rows[wanted.Keys]

    /// The first row of each combination of values of some columns.
    [<CompiledName("DistinctRowsBy")>]
    let distinctRowsBy (columns: seq<'C>) (frame: Frame<'R, 'C>) =
        let seen = HashSet<obj list>()

        frame
        |> filterRowValues (fun row ->
            seen.Add [ for column in columns -> row.TryGet(column).ValueOrDefault ])

    /// A value for each row.
    [<CompiledName("SelectRows")>]
    let mapRows (f: 'R -> ObjectSeries<'C> -> 'V) (frame: Frame<'R, 'C>) : Series<'R, 'V> =
        frame.Rows |> Series.map f

    /// A value for each row.
    [<CompiledName("SelectRowValues")>]
    let mapRowValues (f: ObjectSeries<'C> -> 'V) (frame: Frame<'R, 'C>) : Series<'R, 'V> =
        frame.Rows |> Series.mapValues f

    /// The frame with other row keys.
    [<CompiledName("SelectRowKeys")>]
    let mapRowKeys (f: 'R1 -> 'R2) (frame: Frame<'R1, 'C>) =
        frame |> indexRowsWith (frame.RowKeys |> Seq.map f)

    /// The columns that a predicate holds for.
    [<CompiledName("WhereColumns")>]
    let filterCols (f: 'C -> ObjectSeries<'R> -> bool) (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        frame.Columns[frame.Columns |> Series.filter f |> Series.keys]

    /// The columns whose values a predicate holds for.
    [<CompiledName("WhereColumnValues")>]
    let filterColValues (f: ObjectSeries<'R> -> bool) (frame: Frame<'R, 'C>) =
        frame |> filterCols (fun _ -> f)

    /// The columns computed from keys and columns.
    [<CompiledName("SelectColumns")>]
    let mapCols (f: 'C -> ObjectSeries<'R> -> 'a :> ISeries<'b>) (frame: Frame<'R, 'C>) : Frame<'b, 'C> =
        frame.Columns |> Series.map f |> Table.ofSeries |> Frame<'b, 'C>

    /// The columns computed from columns.
    [<CompiledName("SelectColumnValues")>]
    let mapColValues (f: ObjectSeries<'R> -> 'a :> ISeries<'b>) (frame: Frame<'R, 'C>) : Frame<'b, 'C> =
        frame |> mapCols (fun _ -> f)

    /// The values of the columns that convert without loss, mapped.
    [<CompiledName("MapValues")>]
    let mapValues (f: 'a -> 'b) (frame: Frame<'R, 'C>) = frame.SelectValues(Func<_, _> f)

    /// Fills the gaps of each column that can hold the value.
    [<CompiledName("FillMissingWith")>]
    let fillMissingWith (value: 'T) (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        let filled =
            frame.ColumnApply<'T>(fun column -> Series.fillMissingWith value column :> ISeries<'R>)

        filled |> ofTable _.MapColumns(_.FillWith(box value))

    /// Fills each gap from the row before or after it.
    [<CompiledName("FillMissing")>]
    let fillMissing direction (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        frame |> ofTable _.MapColumns(_.Fill(direction))

    /// The rows without missing values.
    [<CompiledName("DropSparseRows")>]
    let dropSparseRows (frame: Frame<'R, 'C>) =
        frame |> ofTable (fun table -> table.Pick(table.Where(Array.forall id)))

    /// The rows that have a value in a column.
    [<CompiledName("DropSparseRowsBy")>]
    let dropSparseRowsBy (colKey: 'C) (frame: Frame<'R, 'C>) : Frame<'R, 'C> =
        frame.Rows[frame.Columns.[colKey] |> Series.dropMissing |> Series.keys]

    /// The rows that have a value.
    [<CompiledName("DropEmptyRows")>]
    let dropEmptyRows (frame: Frame<'R, 'C>) =
        frame |> ofTable (fun table -> table.Pick(table.Where(Array.exists id)))

    /// The columns without missing values.
    [<CompiledName("DropSparseColumns")>]
    let dropSparseCols (frame: Frame<'R, 'C>) =
        frame |> ofTable _.KeepColumns(fun column -> column.MissingCount = 0)

    /// The columns that have a value.
    [<CompiledName("DropEmptyColumns")>]
    let dropEmptyCols (frame: Frame<'R, 'C>) =
        frame |> ofTable _.KeepColumns(fun column -> column.MissingCount < column.Length)

    /// The rows in groups of the same value in a column.
    [<CompiledName("GroupRowsBy")>]
    let groupRowsBy (column: 'C) (frame: Frame<'R, 'C>) : Frame<'K * 'R, 'C> = frame.GroupRowsBy<'K> column

    /// The rows in groups of the same text in a column.
    [<CompiledName("GroupRowsByString")>]
    let groupRowsByString (column: 'C) (frame: Frame<'R, 'C>) : Frame<string * 'R, 'C> =
        groupRowsBy column frame

    /// The rows in groups of the same integer in a column.
    [<CompiledName("GroupRowsByInt")>]
    let groupRowsByInt (column: 'C) (frame: Frame<'R, 'C>) : Frame<int * 'R, 'C> = groupRowsBy column frame

    /// The rows in groups of the same result of a function of the key.
    [<CompiledName("GroupRowsByIndex")>]
    let groupRowsByIndex (keySelector: 'R -> 'K) (frame: Frame<'R, 'C>) =
        frame.GroupRowsByIndex(Func<_, _> keySelector)

    /// The rows in groups of the same result of a function of key and row.
    [<CompiledName("GroupRowsUsing")>]
    let groupRowsUsing (selector: 'R -> ObjectSeries<'C> -> 'K) (frame: Frame<'R, 'C>) =
        frame.GroupRowsUsing(Func<_, _, _> selector)

    /// One row for each combination of values of some columns, with other columns aggregated.
    [<CompiledName("AggregateRowsBy")>]
    let aggregateRowsBy
        (groupBy: seq<'C>)
        (aggBy: seq<'C>)
        (aggFunc: Series<'R, 'V1> -> 'V2)
        (frame: Frame<'R, 'C>)
        =
        frame.AggregateRowsBy(groupBy, aggBy, Func<_, _> aggFunc)

    /// An aggregate of each column that converts without loss, for each part of the key.
    [<CompiledName("ApplyLevel")>]
    let applyLevel (levelSel: 'R -> 'K) (op: Series<'R, 'T> -> 'T) (frame: Frame<'R, 'C>) : Frame<'K, 'C> =
        frame.GetColumns<'T>()
        |> Series.mapValues (Series.applyLevel levelSel op)
        |> Table.ofSeries
        |> Frame<'K, 'C>

    /// One frame for each first part of the key.
    [<CompiledName("Nest")>]
    let nest (frame: Frame<'R1 * 'R2, 'C>) : Series<'R1, Frame<'R2, 'C>> =
        let groups = frame.RowKeys |> Seq.indexed |> Seq.groupBy (snd >> fst) |> Array.ofSeq

        let part (members: seq<int * ('R1 * 'R2)>) =
            let members = Array.ofSeq members
            Frame<'R2, 'C>(frame.Table.Pick(Keys(members |> Array.map (snd >> snd)), Array.map fst members))

        Series(Seq.map fst groups, Seq.map (snd >> part) groups)

    /// All rows of the frames, at keys of two parts.
    [<CompiledName("Unnest")>]
    let unnest (series: Series<'R1, Frame<'R2, 'C>>) : Frame<'R1 * 'R2, 'C> =
        series
        |> Series.observations
        |> Seq.map (fun (first, part) -> part |> mapRowKeys (fun second -> first, second))
        |> Seq.reduce _.Merge

    /// A table of aggregates by two groupings of the rows.
    [<CompiledName("PivotTable")>]
    let pivotTable
        (rowGrp: 'R -> ObjectSeries<'C> -> 'RNew)
        (colGrp: 'R -> ObjectSeries<'C> -> 'CNew)
        (op: Frame<'R, 'C> -> 'T)
        (frame: Frame<'R, 'C>)
        : Frame<'RNew, 'CNew> =
        let cells column =
            column |> Series.groupInto rowGrp (fun _ part -> op (frame.Rows[Series.keys part]))

        frame.Rows
        |> Series.groupBy colGrp
        |> Series.observations
        |> Seq.map (fun (key, column) -> key, cells column :> ISeries<'RNew>)
        |> Frame<'RNew, 'CNew>.OfColumns

    /// One row for each value, with its row and column.
    [<CompiledName("Melt")>]
    let melt (frame: Frame<'R, 'C>) : Frame<int, string> =
        Frame<int, string>(Table.melt frame.Table)

    /// The columns of both frames.
    [<CompiledName("Join")>]
    let join kind (frame1: Frame<'R, 'C>) (frame2: Frame<'R, 'C>) = frame1.Join(frame2, kind)

    /// The rows of both frames.
    [<CompiledName("Merge")>]
    let merge (frame1: Frame<'R, 'C>) (frame2: Frame<'R, 'C>) = frame1.Merge frame2

    /// The rows of all frames.
    [<CompiledName("MergeAll")>]
    let mergeAll (frames: seq<Frame<'R, 'C>>) : Frame<'R, 'C> =
        if Seq.isEmpty frames then
            empty
        else
            Seq.reduce (fun (all: Frame<'R, 'C>) next -> all.Merge next) frames
