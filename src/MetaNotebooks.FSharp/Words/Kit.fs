namespace MetaNotebooks

open System
open System.IO
open System.Net
open System.Reflection
open Deedle
open TorchSharp

/// Shows the kit's values where a program can, whichever it is: it is found, not asked for.
module Kit =

    // By name, since only some programs have it: .NET Interactive itself, and those that show as it does.
    let private find (name: string) (library: string) =
        Type.GetType($"{name}, {library}", false) |> Option.ofObj

    let private method (of': Type) (name: string) (arguments: Type list) =
        match of'.GetMethod(name, Array.ofList arguments) with
        | null -> failwith $"{of'.FullName} has no {name}; expected .NET Interactive's."
        | found -> found

    let private call (found: MethodInfo) (on: obj | null) (arguments: obj list) =
        found.Invoke(on, Array.ofList arguments)

    let private registerFormatters (formatter: Type) =
        let register =
            method formatter "Register" [ typeof<Type>; typeof<Action<obj, TextWriter>>; typeof<string> ]

        let html (kind: Type) (show: obj -> string option) =
            let write =
                Action<obj, TextWriter>(fun value writer -> show value |> Option.iter writer.Write)

            call register null [ kind; write; "text/html" ] |> ignore

        html typeof<Drawing> (fun value -> Some((value :?> Drawing).ToHtml()))
        html typeof<Table> (fun value -> Some((value :?> Table).ToHtml()))
        html typeof<Line> (fun value -> Some((value :?> Line).ToHtml()))
        html typeof<Fit> (fun value -> Some((value :?> Fit).ToHtml()))
        html typeof<Judgement> (fun value -> Some((value :?> Judgement).ToHtml()))

        html typeof<Plotly.NET.GenericChart> (fun value ->
            Some(ChartHtml.ofChart (value :?> Plotly.NET.GenericChart)))

        html typeof<Parameters> (fun value -> Some((value :?> Parameters).ToHtml()))
        html typeof<torch.Tensor> (fun value -> Some $"<pre>{WebUtility.HtmlEncode(string value)}</pre>")

        for kind in [ typeof<IFrame>; typedefof<ISeries<_>> ] do
            html kind Tables.tryOf

    let private showLines (kernel: Type) =
        let display = method kernel "display" [ typeof<obj>; typeof<string[]> ]

        Host.Line <-
            fun line ->
                let shown = nonNull (call display null [ Line line; Array.empty<string> ])
                let update = method (shown.GetType()) "Update" [ typeof<obj> ]
                fun line _ -> call update shown [ Line line ] |> ignore

    /// Makes ready: sets libtorch up, before the first computation, and tells the program that runs this how the kit's
    /// charts, tables, tensors and progress are shown, where it asks as .NET Interactive does. Elsewhere values show
    /// themselves as text.
    let start () : unit =
        Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor typeof<Seed>.Module.ModuleHandle

        find "Microsoft.DotNet.Interactive.Formatting.Formatter" "Microsoft.DotNet.Interactive.Formatting"
        |> Option.iter registerFormatters

        // Of that name .NET Interactive has one too, which changes another value than the one it has shown: there a line
        // would keep its first text.
        find "Microsoft.DotNet.Interactive.Kernel" "MetaNotebooks.Notebooks" |> Option.iter showLines
