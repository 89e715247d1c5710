namespace DynamicObj

open System.Collections.Generic

/// An object whose properties are set by name and kept in the order in which they were first set.
type DynamicObj() =
    let names = List<string>()
    let values = Dictionary<string, obj>()

    /// Sets a property, replacing the value that it had.
    member _.SetValue(name: string, value: obj) =
        if values.TryAdd(name, value) then
            names.Add name
        else
            values[name] <- value

    /// The value of a property, if it is set.
    member _.TryGetValue(name: string) : obj option =
        match values.TryGetValue name with
        | true, value -> Some value
        | _ -> None

    /// The value of a property, if it is set and has the wanted type.
    member this.TryGetTypedValue<'T>(name: string) : 'T option =
        match this.TryGetValue name with
        | Some(:? 'T as value) -> Some value
        | _ -> None

    /// Forgets a property; false if it was not set.
    member _.Remove(name: string) : bool =
        names.Remove name |> ignore
        values.Remove name

    /// All properties in the order in which they were first set.
    member _.GetProperties(includeInstanceProperties: bool) : seq<KeyValuePair<string, obj>> =
        ignore includeInstanceProperties
        names.ToArray() |> Seq.map (fun name -> KeyValuePair(name, values[name]))

    /// Sets on the target every property of this object.
    member this.CopyDynamicPropertiesTo(target: DynamicObj) =
        for property in this.GetProperties false do
            target.SetValue(property.Key, property.Value)
