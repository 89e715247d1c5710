// What a program that runs notebooks does for their cells: opens these namespaces, and shows what cells give.
#nowarn "3886" // a list of one pair, [ name, value ], is what notebooks mean
open System
open System.IO
open System.Text

/// A value that has an HTML form goes to a page beside this script, and a line that names it to the terminal;
/// any other is printed.
module Script =

    let private page =
        Path.ChangeExtension(Path.Combine(__SOURCE_DIRECTORY__, __SOURCE_FILE__), ".html")

    let private encode (text: string) = Net.WebUtility.HtmlEncode text
    let mutable private shown = 0
    let mutable private canDraw = false

    // The page grows as the script goes: one that fails keeps what it showed before.
    let private add (html: string) = File.AppendAllText(page, html + "\n")

    let private start () =
        let title = encode (Path.GetFileNameWithoutExtension page)

        let style =
            "body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif }"

        File.WriteAllText(page, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n")
        add $"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>"

    // Charts draw with plotly.js, millions of characters. A library of charts that is loaded holds it, so the
    // page needs no network; without one, the charts get it themselves.
    let private addPlotly () =
        let held =
            [
                for library in AppDomain.CurrentDomain.GetAssemblies() do
                    if not library.IsDynamic then
                        for name in library.GetManifestResourceNames() do
                            if name.Contains "plotly" && name.EndsWith ".min.js" then
                                library, name
            ]

        for library, name in List.truncate 1 held do
            use reader = new StreamReader(library.GetManifestResourceStream name)
            // The text "</script" would end the element, though it stands in a string.
            add ("<script>" + reader.ReadToEnd().Replace("</script", "<\\/script") + "</script>")
            canDraw <- true

    let private addSection (name: string) (html: string) =
        shown <- shown + 1

        if shown = 1 then
            start ()

        if not canDraw && html.Contains "Plotly" then
            addPlotly ()

        add $"<section id=\"{shown}\">\n<h2>[{shown}] {encode name}</h2>\n{html}\n</section>"
        printfn "[%d] %s → %s" shown name (Path.GetFileName page)

    /// Shows a value. That of a cell without one, and null, are not shown.
    let show (value: 'T) : unit =
        match box value with
        | null -> ()
        | :? string as text -> printfn "%s" text
        | value ->
            match value.GetType().GetMethod("ToHtml", Type.EmptyTypes) with
            | null -> printfn "%A" value
            | toHtml -> addSection (string value) (string (toHtml.Invoke(value, null)))

/// The word by which a cell shows a value before its end.
[<AutoOpen>]
module Display =
    let display value = Script.show value
