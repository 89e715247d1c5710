module MetaNotebooks.Charts.Tests.ValidityTests

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

let names = TheoryData<string>(Seq.map fst Samples.all)

[<Theory; MemberData(nameof names)>]
let ``plotly.js accepts the figure`` (name: string) =
    Tools.need [ "node" ] |> ignore
    Assert.Empty(ofAll.Value[name])

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
