namespace Deedle

open System
open System.Collections.Generic

/// The keys of a series, or of a frame's rows or columns: distinct and in a fixed order.
type internal Keys<'K when 'K: equality>(keys: 'K[]) =
    let positions =
        let found = Dictionary<'K, int>(keys.Length)

        keys
        |> Array.iteri (fun position key ->
            if not (found.TryAdd(key, position)) then
                invalidArg "keys" $"Duplicate key '%A{key}'. Duplicate keys are not allowed in the index.")

        found

    let ordered =
        lazy
            (let comparable =
                typeof<IComparable>.IsAssignableFrom typeof<'K>
                || typeof<IComparable<'K>>.IsAssignableFrom typeof<'K>

             // A tuple is comparable by its type and may still fail when its items are not.
             try
                 comparable
                 && keys |> Seq.pairwise |> Seq.forall (fun (a, b) -> Comparer<'K>.Default.Compare(a, b) <= 0)
             with :? ArgumentException ->
                 false)

    member _.All = keys
    member _.Count = keys.Length
    member _.IsOrdered = ordered.Value

    /// The position of a key, or -1.
    member _.Find(key: 'K) =
        match positions.TryGetValue key with
        | true, position -> position
        | _ -> -1

    member this.Contains key = this.Find key >= 0

    /// Where each of these keys stands here, -1 for those that do not.
    member this.Locate(wanted: Keys<'K>) = wanted.All |> Array.map this.Find

    member this.SameAs(other: Keys<'K>) =
        obj.ReferenceEquals(this, other)
        || (this.Count = other.Count && Array.forall2 (fun (a: 'K) b -> a = b) keys other.All)

    static member private Sorted(first: Keys<'K>, second: Keys<'K>, keys: 'K[]) =
        if first.IsOrdered && second.IsOrdered then
            Keys(Array.sortWith (fun a b -> Comparer<'K>.Default.Compare(a, b)) keys)
        else
            Keys keys

    /// The keys of both, appended; sorted only when both are sorted and this is asked for.
    static member Union(first: Keys<'K>, second: Keys<'K>, sort) =
        let keys =
            Array.append first.All (second.All |> Array.filter (first.Contains >> not))

        if sort then Keys.Sorted(first, second, keys) else Keys keys

    static member Join(kind, first: Keys<'K>, second: Keys<'K>) =
        match kind with
        | JoinKind.Left -> first
        | JoinKind.Right -> second
        | _ when first.SameAs second -> first
        | JoinKind.Inner -> Keys(first.All |> Array.filter second.Contains)
        | JoinKind.Outer -> Keys.Union(first, second, true)
        | other -> invalidArg "kind" $"'{other}' is no JoinKind; expected Outer, Inner, Left or Right."

    /// The positions between two keys, both included. A key that is not there is a bound of sorted keys only.
    member this.Range(lo: 'K option, hi: 'K option) =
        let bound (key: 'K) (nearest: ('K -> bool) -> int) within =
            match this.Find key with
            | -1 when this.IsOrdered ->
                nearest (fun other -> within (Comparer<'K>.Default.Compare(other, key)))
            | -1 ->
                invalidOp $"The key '{key}' is not there, and keys that are not sorted have no place for it."
            | position -> position

        let first test =
            Array.tryFindIndex test keys |> Option.defaultValue keys.Length

        let last test =
            Array.tryFindIndexBack test keys |> Option.defaultValue -1

        let lo = lo |> Option.map (fun key -> bound key first (fun order -> order >= 0))

        let hi = hi |> Option.map (fun key -> bound key last (fun order -> order <= 0))

        [| defaultArg lo 0 .. defaultArg hi (keys.Length - 1) |]
