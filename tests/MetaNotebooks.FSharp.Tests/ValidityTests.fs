module MetaNotebooks.FSharp.Tests.ValidityTests

open System
open System.Collections.Generic
open System.IO
open System.Text.Json
open Plotly.NET
open Xunit

let private complaints (figures: (string * string) list) =
    let node = Tools.need [ "node" ]

    let input =
        figures
        |> List.map (fun (name, json) -> $"{JsonSerializer.Serialize name}: {json}")
        |> String.concat ","

    let script = Path.Combine(AppContext.BaseDirectory, "validate.js")
    let output = Tools.run node [ script; Tools.plotly ] ("{" + input + "}")
    nonNull (JsonSerializer.Deserialize<Dictionary<string, string[]>> output)

// One start of node for all of them.
let private ofAll =
    lazy (complaints [ for name, make in Samples.all -> name, GenericChart.toFigureJson (make ()) ])

// An invisible chart is a trace whose type is taken away, and Plotly.NET writes what is away as null.
// To plotly.js, which draws it all the same, null is no type. Only the traces that fill a grid's empty cells
// may have none.
let private accepted name =
    match name with
    | "Invisible" -> [ "value: In data trace 1, key type is set to an invalid value (null)" ]
    | "Grid of rows" -> [ "value: In data trace 3, key type is set to an invalid value (null)" ]
    // Of a colour axis that traces share plotly.js's validator knows nothing; plotly.js draws it.
    | "signed maps" ->
        [
            for trace in 0..1 ->
                $"value: In data trace {trace}, key coloraxis is set to an invalid value (coloraxis)"
        ]
    | _ -> []

let names = TheoryData<string>(Seq.map fst Samples.all)

[<Theory; MemberData(nameof names); Trait("Speed", "slow")>]
let ``plotly.js accepts the figure`` (name: string) =
    Tools.need [ "node" ] |> ignore
    Assert.Equal<string list>(accepted name, List.ofArray ofAll.Value[name])

[<Fact>]
let ``an invented attribute is reported`` () =
    let json = GenericChart.toFigureJson (Samples.point ())
    let broken = json.Replace("\"mode\"", "\"invented\"")
    Assert.NotEqual<string>(json, broken)
    let found = complaints [ "broken", broken ]
    Assert.Contains("invented is not part of the schema", Assert.Single(found["broken"]))

[<Fact>]
let ``a wrong value is reported`` () =
    let json =
        (GenericChart.toFigureJson (Samples.point ())).Replace("\"markers\"", "\"dots\"")

    let found = complaints [ "broken", json ]
    Assert.StartsWith("value:", Assert.Single(found["broken"]))
