namespace MetaNotebooks

open System
open System.IO
open System.Net
open System.Reflection
open Deedle
open Plotly.NET
open TorchSharp

/// A piece of HTML that a notebook shows as it is.
type Html(text: string) =

    /// The HTML.
    member _.ToHtml() = text

    override _.ToString() = text

/// What the program that runs a notebook does for the kit.
[<AbstractClass; Sealed>]
type Host private () =

    static let printed (line: string) =
        Console.WriteLine line
        ignore

    /// Shows a line of text, and gives what changes it. Where no program has said how, as in a script, the first line is
    /// printed.
    static member val Line: string -> (string -> unit) = printed with get, set

/// Shows the kit's values where a program can, whichever it is: it is found, not asked for.
module Kit =

    // By name, since only some programs have it: .NET Interactive itself, and those that show as it does.
    let private find (name: string) (libraries: string list) =
        libraries |> List.tryPick (fun library -> Type.GetType($"{name}, {library}", false) |> Option.ofObj)

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

        html typeof<Html> (fun value -> Some((value :?> Html).ToHtml()))
        html typeof<GenericChart> (fun value -> Some(ChartHtml.ofChart (value :?> GenericChart)))
        html typeof<torch.Tensor> (fun value -> Some $"<pre>{WebUtility.HtmlEncode(string value)}</pre>")

        for kind in [ typeof<IFrame>; typedefof<ISeries<_>> ] do
            html kind Tables.tryOf

    let private showLines (kernel: Type) =
        let page = method kernel "HTML" [ typeof<string> ]
        let display = method kernel "display" [ typeof<obj>; typeof<string[]> ]

        let html (line: string) =
            nonNull (call page null [ $"<p>{WebUtility.HtmlEncode line}</p>" ])

        Host.Line <-
            fun line ->
                let shown = nonNull (call display null [ html line; Array.empty<string> ])
                let update = method (shown.GetType()) "Update" [ typeof<obj> ]
                fun line -> call update shown [ html line ] |> ignore

    /// Makes ready: sets libtorch up, before the first computation, and tells the program that runs this how the kit's
    /// charts, tables, tensors and progress are shown, where it asks as .NET Interactive does. Elsewhere values show
    /// themselves as text.
    let start () : unit =
        Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor typeof<Seed>.Module.ModuleHandle

        find "Microsoft.DotNet.Interactive.Formatting.Formatter" [ "Microsoft.DotNet.Interactive.Formatting" ]
        |> Option.iter registerFormatters

        find
            "Microsoft.DotNet.Interactive.Kernel"
            [ "Microsoft.DotNet.Interactive"; "MetaNotebooks.Notebooks" ]
        |> Option.iter showLines
