namespace Plotly.NET

open DynamicObj

/// What the chart objects share: setting optional properties and merging.
module internal Dyn =

    /// An optional argument as a property value.
    let opt (value: 'a option) : obj option = Option.map box value

    /// The same property is given either once for the whole trace or once for each point.
    let oneOrMany (one: 'a option) (many: seq<'a> option) : obj option =
        match many with
        | Some values -> Some(box values)
        | None -> Option.map box one

    /// Sets those properties that are given.
    let style (properties: (string * obj option) list) (target: 'T :> DynamicObj) : 'T =
        for name, value in properties do
            value |> Option.iter (fun value -> target.SetValue(name, value))

        target

    let rec private merge (first: DynamicObj) (second: DynamicObj) =
        for property in second.GetProperties false do
            match first.TryGetValue property.Key, property.Value with
            | Some(:? DynamicObj as inner), (:? DynamicObj as update) -> merge inner update
            | _ -> first.SetValue(property.Key, property.Value)

    /// Merges the second object into the first, which is changed and returned; the second wins.
    let combine (first: #DynamicObj) (second: DynamicObj) =
        merge first second
        first

/// What FSharp.Core has for lists only.
module internal Seq =

    /// The first and the second parts.
    let unzip (pairs: seq<'a * 'b>) =
        let pairs = Seq.toArray pairs
        Seq.map fst pairs, Seq.map snd pairs

    /// The first, second and third parts.
    let unzip3 (triples: seq<'a * 'b * 'c>) =
        let triples = Seq.toArray triples

        Seq.map (fun (a, _, _) -> a) triples,
        Seq.map (fun (_, b, _) -> b) triples,
        Seq.map (fun (_, _, c) -> c) triples
