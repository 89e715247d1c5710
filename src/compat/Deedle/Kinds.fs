namespace Deedle

open System

/// How far a conversion between column types may go.
type ConversionKind =
    /// The types must be equal.
    | Exact = 0
    /// Only conversions between numbers that widen.
    | Safe = 1
    /// Anything that System.Convert can do.
    | Flexible = 2

/// How the keys of two series or frames are combined.
type JoinKind =
    /// All keys of both.
    | Outer = 0
    /// The keys that both have.
    | Inner = 1
    /// The keys of the first.
    | Left = 2
    /// The keys of the second.
    | Right = 3

/// Where the value that fills a gap comes from.
type Direction =
    /// From the following value.
    | Backward = 0
    /// From the preceding value.
    | Forward = 1

/// Raised when the value at a known key is missing.
type MissingValueException(key: obj, message: string) =
    inherit Exception(message)

    /// The key whose value is missing.
    member _.Key = key
