namespace Deedle

open System

/// Conversions between the types of values.
module internal Conversion =
    // Each type stands after all types that widen to it.
    let private widening =
        [
            [ typeof<uint8>; typeof<int8> ], typeof<int16>
            [ typeof<uint16>; typeof<int16> ], typeof<int32>
            [ typeof<uint32>; typeof<int32> ], typeof<int64>
            [ typeof<uint64>; typeof<int64> ], typeof<decimal>
            [ typeof<decimal> ], typeof<float32>
            [ typeof<float32> ], typeof<float>
        ]

    let rec private widens (source: Type) (target: Type) =
        widening
        |> List.exists (fun (sources, wider) ->
            wider = target && (List.contains source sources || sources |> List.exists (widens source)))

    /// Whether `convert` is expected to succeed on a value like this one.
    let canConvert<'T> kind (value: obj) =
        match kind with
        | _ when (value :? 'T) -> true
        | ConversionKind.Flexible -> value :? IConvertible
        | ConversionKind.Safe -> value :? IConvertible && widens (value.GetType()) typeof<'T>
        | _ -> false

    /// Converts one value, or raises InvalidCastException or FormatException.
    let convert<'T> kind (value: obj) : 'T =
        match value with
        | :? 'T as same -> same
        | null -> raise (InvalidCastException $"Cannot convert a missing value to {typeof<'T>.Name}")
        | other when kind = ConversionKind.Flexible || canConvert<'T> kind other ->
            Convert.ChangeType(other, typeof<'T>) :?> 'T
        | other ->
            raise (InvalidCastException $"Cannot safely convert {other.GetType().Name} to {typeof<'T>.Name}")

    /// NaN and null count as missing wherever a value enters a series.
    let isMissing<'T> : 'T -> bool =
        if typeof<'T> = typeof<float> then
            unbox<'T -> bool>(box Double.IsNaN)
        elif typeof<'T> = typeof<float32> then
            unbox<'T -> bool>(box Single.IsNaN)
        elif typeof<'T>.IsValueType && isNull (Nullable.GetUnderlyingType typeof<'T>) then
            fun _ -> false
        else
            fun value -> isNull (box value)
