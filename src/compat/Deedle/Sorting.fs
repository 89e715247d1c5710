namespace Deedle

open System.Collections.Generic

/// Orders that leave equal items as they stand.
module internal Sorting =
    /// The positions of the values in order, missing ones first.
    let positions (comparer: 'V -> 'V -> int) (values: OptionalValue<'V>[]) =
        let byValue a b =
            match values[a].HasValue, values[b].HasValue with
            | true, true -> comparer values[a].Value values[b].Value
            | first, second -> compare first second

        Array.init values.Length id |> Array.sortWith byValue

    /// The positions of the keys in order.
    let ofKeys (keys: 'K[]) =
        Array.init keys.Length id
        |> Array.sortWith (fun a b -> Comparer<'K>.Default.Compare(keys[a], keys[b]))
