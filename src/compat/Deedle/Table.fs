namespace Deedle

open System
open System.Collections.Generic

/// What a frame is made of, and what is done to it without regard to the types of its values.
type internal Table<'R, 'C when 'R: equality and 'C: equality> =
    {
        Rows: Keys<'R>
        Columns: Keys<'C>
        Data: Column[]
    }

    member this.Column(key: 'C) =
        match this.Columns.Find key with
        | -1 -> invalidArg "column" $"Column with a key '{key}' does not exist in the data frame"
        | position -> this.Data[position]

    member this.Row position : Column =
        Column<obj>(this.Data |> Array.map (fun column -> column.GetObject position))

    /// These rows at other keys; position -1 gives a row of missing values.
    member this.Pick(keys: Keys<'R2>, positions: int[]) : Table<'R2, 'C> =
        {
            Rows = keys
            Columns = this.Columns
            Data = this.Data |> Array.map (fun column -> column.Pick positions)
        }

    /// These rows.
    member this.Pick(positions: int[]) : Table<'R, 'C> =
        this.Pick(Keys(positions |> Array.map (Array.get this.Rows.All)), positions)

    /// The positions of the rows for which a predicate holds of where they have values.
    member this.Where(condition: bool[] -> bool) =
        [| 0 .. this.Rows.Count - 1 |]
        |> Array.filter (fun row ->
            this.Data |> Array.map (fun column -> column.GetObject(row).HasValue) |> condition)

    member this.MapColumns(change: Column -> Column) =
        { this with
            Data = Array.map change this.Data
        }

    member this.KeepColumns(condition: Column -> bool) : Table<'R, 'C> =
        let kept = Array.zip this.Columns.All this.Data |> Array.filter (snd >> condition)

        {
            Rows = this.Rows
            Columns = Keys(Array.map fst kept)
            Data = Array.map snd kept
        }

    member this.WithColumns(keys: 'C2[]) : Table<'R, 'C2> =
        {
            Rows = this.Rows
            Columns = Keys keys
            Data = this.Data
        }

    member this.Drop(key: 'C) =
        match this.Columns.Find key with
        | -1 -> invalidArg "key" $"The key '{key}' is not present in the index."
        | position ->
            { this with
                Columns = Keys(Array.removeAt position this.Columns.All)
                Data = Array.removeAt position this.Data
            }

    /// A column at keys of its own; the first column of an empty table brings the rows.
    member this.Add(key: 'C, rows: Keys<'R>, column: Column) =
        if this.Columns.Contains key then
            invalidOp $"Column with a key '{key}' exists in the data frame already"

        let rowKeys =
            if this.Rows.Count = 0 && this.Columns.Count = 0 then
                rows
            else
                this.Rows

        {
            Rows = rowKeys
            Columns = Keys(Array.append this.Columns.All [| key |])
            Data = Array.append this.Data [| column.Unboxed.Pick(rows.Locate rowKeys) |]
        }

    /// A column in the order of the rows, with missing values at its end where it is too short.
    member this.AddInOrder(key: 'C, column: Column) =
        let rows =
            match box [| 0 .. column.Length - 1 |] with
            | :? ('R[]) as ordinal when this.Rows.Count = 0 && this.Columns.Count = 0 -> Keys ordinal
            | _ -> this.Rows

        if column.Length > rows.Count then
            invalidOp $"Column '{key}' has {column.Length} values; the frame has {rows.Count} rows."

        let positions =
            Array.init rows.Count (fun row -> if row < column.Length then row else -1)

        this.Add(key, rows, column.Pick positions)

    member this.Join(kind, other: Table<'R, 'C>) : Table<'R, 'C> =
        let taken = other.Columns.All |> Array.filter this.Columns.Contains

        if taken.Length > 0 then
            invalidOp $"Join: both frames have the columns %A{taken}; expected different names."

        let rows = Keys.Join(kind, this.Rows, other.Rows)

        {
            Rows = rows
            Columns = Keys.Union(this.Columns, other.Columns, false)
            Data =
                Array.append
                    (this.Pick(rows, this.Rows.Locate rows).Data)
                    (other.Pick(rows, other.Rows.Locate rows).Data)
        }

    member this.Merge(other: Table<'R, 'C>) : Table<'R, 'C> =
        let rows = Keys.Union(this.Rows, other.Rows, true)
        let columns = Keys.Union(this.Columns, other.Columns, false)
        let here = this.Rows.Locate rows
        let there = other.Rows.Locate rows

        let merged key : Column =
            match this.Columns.Find key, other.Columns.Find key with
            | -1, second -> other.Data[second].Pick there
            | first, -1 -> this.Data[first].Pick here
            | first, second -> (this.Data[first].Pick here).MergeWith(other.Data[second].Pick there)

        {
            Rows = rows
            Columns = columns
            Data = Array.map merged columns.All
        }

    /// The rows in groups of the same label, in the order of each label's first row.
    member this.Group(labels: 'G[]) : Table<'G * 'R, 'C> =
        let positions =
            Array.init this.Rows.Count id |> Array.groupBy (Array.get labels) |> Array.collect snd

        this.Pick(Keys(positions |> Array.map (fun row -> labels[row], this.Rows.All[row])), positions)

    member this.SameAs(other: Table<'R, 'C>) =
        let same (a: Column) (b: Column) =
            Seq.forall2 (fun x y -> x.Equals y) a.Objects b.Objects

        this.Rows.SameAs other.Rows
        && this.Columns.SameAs other.Columns
        && Array.forall2 same this.Data other.Data

    member this.Array2D<'T>(whereMissing: unit -> 'T) : 'T[,] =
        let converted = this.Data |> Array.map (Columns.convert<'T> ConversionKind.Flexible)

        Array2D.init this.Rows.Count this.Columns.Count (fun row column ->
            match converted[column].Values[row] with
            | OptionalValue.Present value -> value
            | OptionalValue.Missing -> whereMissing ())

module internal Table =
    let private sorted (series: ISeriesData<'R>[]) keys =
        if series |> Array.forall _.SeriesIndex.IsOrdered then
            Array.sortWith (fun a b -> Comparer<'R>.Default.Compare(a, b)) keys
        else
            keys

    /// Columns over the union of their keys.
    let ofColumns (named: ('C * ISeries<'R>)[]) : Table<'R, 'C> =
        let series = named |> Array.map (snd >> SeriesData.ofSeries)

        let rows =
            match series with
            | [||] -> Keys [||]
            | _ when series |> Array.forall (fun one -> one.SeriesIndex.SameAs series[0].SeriesIndex) ->
                series[0].SeriesIndex
            | _ -> series |> Array.collect _.SeriesIndex.All |> Array.distinct |> sorted series |> Keys

        {
            Rows = rows
            Columns = Keys(Array.map fst named)
            Data = series |> Array.map (fun one -> one.SeriesColumn.Unboxed.Pick(one.SeriesIndex.Locate rows))
        }

    /// Columns over the union of their keys; a missing one is a column of missing objects, unless there is
    /// but one other.
    let ofSeries (nested: Series<'C, 'S :> ISeries<'R>>) : Table<'R, 'C> =
        let nothing = Series<'R, obj>(Keys [||], Column<obj> [||]) :> ISeries<'R>
        let single = nested.ValueCount = 1

        nested.ObservationsAll
        |> Seq.filter (fun pair -> pair.Value.HasValue || not single)
        |> Seq.map (fun pair ->
            pair.Key,
            (if pair.Value.HasValue then
                 pair.Value.Value :> ISeries<'R>
             else
                 nothing))
        |> Array.ofSeq
        |> ofColumns

    /// Rows over the union of their keys; the type of each column is found from its values.
    let ofRows (rows: Keys<'R>) (nested: ISeries<'C>[]) : Table<'R, 'C> =
        let columns =
            nested |> Array.collect (fun row -> (SeriesData.ofSeries row).SeriesIndex.All) |> Array.distinct

        let column key =
            nested |> Array.map (fun row -> row.TryGetObject key) |> Columns.infer

        {
            Rows = rows
            Columns = Keys columns
            Data = Array.map column columns
        }

    /// What stands for a missing value when the caller gave nothing for it.
    let nanOrError<'T> (operation: string) () : 'T =
        if typeof<'T> = typeof<float> then
            unbox<'T>(box nan)
        elif typeof<'T> = typeof<float32> then
            unbox<'T>(box nanf)
        else
            invalidOp $"{operation}: Frame contains missing data, but default value was not provided."

    /// One row for each combination of values of some columns, with other columns aggregated.
    let aggregate
        groupBy
        aggBy
        (column: 'C -> Series<'R, 'a>)
        (summary: Series<'R, 'a> -> 'b)
        (table: Table<'R, 'C>)
        =
        let groupKeys =
            table.Columns.All |> Array.filter (fun key -> Seq.contains key groupBy)

        if groupKeys.Length = 0 then
            invalidOp "GroupBy columns do not exist in the data frame"

        let source = aggBy |> Seq.map column |> Array.ofSeq
        let keys = Keys(Array.append groupKeys (Array.ofSeq aggBy))

        let label row =
            [ for key in groupKeys -> (table.Column key).GetObject(row).ValueOrDefault ]

        let summarise (label: obj list, positions: int[]) =
            let summaries =
                source |> Array.map (fun column -> column.Pick positions |> summary |> box)

            Series<'C, obj>(keys.All, Seq.append label summaries) :> ISeries<'C>

        let groups =
            Array.init table.Rows.Count id |> Array.groupBy label |> Array.map summarise

        ofRows (Keys [| 0 .. groups.Length - 1 |]) groups

    let private commonType (columns: Column[]) =
        let types = columns |> Array.map _.ElementType |> Array.distinct

        let within wider =
            types |> Array.forall (fun one -> List.contains one wider)

        if types.Length = 1 then
            types[0]
        elif within [ typeof<int>; typeof<int64> ] then
            typeof<int64>
        elif within [ typeof<int>; typeof<int64>; typeof<decimal>; typeof<float32>; typeof<float> ] then
            typeof<float>
        else
            typeof<obj>

    /// One row for each value, with its row and column; the values get the type that all of them fit.
    let melt (table: Table<'R, 'C>) : Table<int, string> =
        let cells =
            Array.allPairs [| 0 .. table.Rows.Count - 1 |] [| 0 .. table.Columns.Count - 1 |]
            |> Array.filter (fun (row, column) -> table.Data[column].GetObject(row).HasValue)

        {
            Rows = Keys [| 0 .. cells.Length - 1 |]
            Columns = Keys [| "Row"; "Column"; "Value" |]
            Data =
                [|
                    cells |> Array.map (fun (row, _) -> table.Rows.All[row]) |> ColumnOf.Values
                    cells |> Array.map (fun (_, column) -> table.Columns.All[column]) |> ColumnOf.Values
                    cells
                    |> Array.map (fun (row, column) -> table.Data[column].GetObject row)
                    |> Columns.ofObjects (commonType table.Data)
                |]
        }
