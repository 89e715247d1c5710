namespace Deedle

open System

/// A value that may be missing.
[<Struct; CustomEquality; NoComparison>]
type OptionalValue<'T> private (hasValue: bool, value: 'T) =
    /// A value that is present.
    new(value: 'T) = OptionalValue(true, value)

    /// Whether there is a value.
    member _.HasValue = hasValue

    /// The value; an error when it is missing.
    member _.Value =
        if hasValue then
            value
        else
            invalidOp "OptionalValue.Value: Value is not available"

    /// The value, or the default of its type.
    member _.ValueOrDefault = value

    /// A missing value.
    static member Missing = OptionalValue(false, Unchecked.defaultof<'T>)

    /// The value's text, or a mark that it is missing.
    override _.ToString() =
        if not hasValue then
            "<missing>"
        else
            match box value with
            | null -> "<null>"
            | present -> present.ToString()

    /// The hash code of the value.
    override _.GetHashCode() =
        match box value with
        | null -> 0
        | present -> present.GetHashCode()

    /// Equal when both are missing or both values are equal.
    override this.Equals(y: obj) =
        match y with
        | :? OptionalValue<'T> as other ->
            this.HasValue = other.HasValue
            && (not this.HasValue || Object.Equals(this.ValueOrDefault, other.ValueOrDefault))
        | _ -> false

/// Functions over values that may be missing.
[<CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module OptionalValue =
    /// Splits a value into missing and present.
    let (|Missing|Present|) (optional: OptionalValue<'T>) =
        if optional.HasValue then
            Present optional.Value
        else
            Missing

    /// Applies a function that may give no value.
    [<CompiledName("Bind")>]
    let bind (f: 'T -> OptionalValue<'R>) (input: OptionalValue<'T>) : OptionalValue<'R> =
        if input.HasValue then
            f input.Value
        else
            OptionalValue.Missing

    /// Applies a function to the value, if there is one.
    [<CompiledName("Map")>]
    let map (f: 'T -> 'R) (input: OptionalValue<'T>) : OptionalValue<'R> =
        if input.HasValue then
            OptionalValue(f input.Value)
        else
            OptionalValue.Missing

    /// As an F# option.
    let asOption (value: OptionalValue<'T>) =
        if value.HasValue then Some value.Value else None

    /// From an F# option.
    let ofOption (opt: 'T option) : OptionalValue<'T> =
        match opt with
        | Some value -> OptionalValue value
        | None -> OptionalValue.Missing

    /// The value; an error when it is missing.
    let get (optional: OptionalValue<'T>) = optional.Value

    /// The value, or what is given in its place.
    let defaultArg (def: 'T) (optional: OptionalValue<'T>) =
        if optional.HasValue then optional.Value else def
