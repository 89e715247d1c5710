namespace Deedle

open System
open System.Collections.Concurrent

/// Values of one type, some of them missing: what a series holds beside its keys.
[<AbstractClass>]
type internal Column() =
    abstract ElementType: Type
    abstract Length: int
    abstract GetObject: int -> OptionalValue<obj>
    /// The values at the given positions; position -1 gives a missing value.
    abstract Pick: int[] -> Column
    abstract Fill: Direction -> Column
    abstract FillWith: obj -> Column
    /// Each value, or the other column's where this one's is missing; an error where both have one.
    abstract MergeWith: Column -> Column
    /// The column itself, or what it is a boxed view of.
    abstract Unboxed: Column
    default this.Unboxed = this

    member this.Objects = Seq.init this.Length this.GetObject

    member this.MissingCount =
        this.Objects |> Seq.filter (fun value -> not value.HasValue) |> Seq.length

type internal Column<'T>(values: OptionalValue<'T>[]) =
    inherit Column()

    member _.Values = values

    override _.ElementType = typeof<'T>
    override _.Length = values.Length

    override _.GetObject position =
        values[position] |> OptionalValue.map box

    override _.Pick positions =
        positions
        |> Array.map (fun position ->
            if position < 0 then
                OptionalValue.Missing
            else
                values[position])
        |> Column<'T>
        :> Column

    override _.Fill direction =
        let step last (value: OptionalValue<'T>) =
            let filled = if value.HasValue then value else last
            filled, filled

        if direction = Direction.Forward then
            Array.mapFold step OptionalValue.Missing values |> fst |> Column<'T> :> Column
        else
            Array.mapFoldBack (fun value last -> step last value) values OptionalValue.Missing
            |> fst
            |> Column<'T>
            :> Column

    override this.FillWith value =
        if Conversion.canConvert<'T> ConversionKind.Safe value then
            let fill = Conversion.convert<'T> ConversionKind.Safe value

            if Conversion.isMissing fill then
                this
            else
                values |> Array.map (OptionalValue.defaultArg fill >> OptionalValue) |> Column<'T> :> Column
        else
            this

    override _.MergeWith other =
        let merge (first: OptionalValue<'T>) (second: OptionalValue<obj>) =
            if first.HasValue && second.HasValue then
                invalidOp "Combining vectors failed - more than one vector has a value."

            if first.HasValue then
                first
            else
                second |> OptionalValue.map (Conversion.convert<'T> ConversionKind.Flexible)

        Array.mapi (fun position value -> merge value (other.GetObject position)) values |> Column<'T>
        :> Column

/// Any column seen as a column of objects, so that a frame's columns share one type.
type internal BoxedColumn(source: Column) =
    inherit Column<obj>(Array.init source.Length source.GetObject)
    override _.Unboxed = source

type internal ColumnOf =
    static member Boxed(source: Column) : Column<obj> =
        match source.Unboxed with
        | :? Column<obj> as plain -> plain
        | typed -> BoxedColumn typed

    static member Optional<'T>(values: OptionalValue<'T>[]) : Column<'T> =
        values
        |> Array.map (fun value ->
            if value.HasValue && Conversion.isMissing value.Value then
                OptionalValue.Missing
            else
                value)
        |> Column<'T>

    static member Values<'T>(values: 'T[]) : Column<'T> =
        values
        |> Array.map (fun value ->
            if Conversion.isMissing value then
                OptionalValue.Missing
            else
                OptionalValue value)
        |> Column<'T>

    static member Objects<'T>(values: OptionalValue<obj>[]) : Column =
        values
        |> Array.map (OptionalValue.map (Conversion.convert<'T> ConversionKind.Flexible))
        |> ColumnOf.Optional
        :> Column

module internal Columns =
    type private FromObjects = delegate of OptionalValue<obj>[] -> Column

    let private fromObjects = ConcurrentDictionary<Type, FromObjects>()

    let private objects =
        typeof<ColumnOf>
            .GetMethod("Objects", Reflection.BindingFlags.Static ||| Reflection.BindingFlags.NonPublic)

    /// A column whose element type is known only at run time.
    let ofObjects (elementType: Type) (values: OptionalValue<obj>[]) : Column =
        let make =
            fromObjects.GetOrAdd(
                elementType,
                fun (given: Type) ->
                    objects.MakeGenericMethod(given).CreateDelegate(typeof<FromObjects>) :?> FromObjects
            )

        make.Invoke values

    /// A column of the type of its first value, or of objects when the others do not fit that type.
    let infer (values: OptionalValue<obj>[]) : Column =
        match values |> Array.tryFind _.HasValue with
        | None -> Column<obj> values
        | Some first ->
            try
                ofObjects (first.Value.GetType()) values
            with
            | :? InvalidCastException
            | :? FormatException -> Column<obj> values

    let convert<'T> kind (column: Column) : Column<'T> =
        match column.Unboxed with
        | :? Column<'T> as same -> same
        | other ->
            Array.init other.Length (other.GetObject >> OptionalValue.map (Conversion.convert<'T> kind))
            |> ColumnOf.Optional

    let tryConvert<'T> kind (column: Column) : Column<'T> option =
        match column.Unboxed with
        | :? Column<'T> as same -> Some same
        | other ->
            match other.Objects |> Seq.tryFind _.HasValue with
            | Some first when not (Conversion.canConvert<'T> kind first.Value) -> None
            | _ ->
                try
                    Some(convert<'T> kind other)
                with
                | :? InvalidCastException
                | :? FormatException -> None
