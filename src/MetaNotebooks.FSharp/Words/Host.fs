namespace MetaNotebooks

open System
open System.IO
open System.Net
open System.Text.Json.Serialization

/// A line of text that shows itself, such as how far a training is.
[<JsonConverter(typeof<AsText>)>]
type Line(text: string) =

    /// The line as a paragraph.
    member _.ToHtml() = $"<p>{WebUtility.HtmlEncode text}</p>"

    override _.ToString() = text

/// What the program that runs a notebook does for the kit.
[<AbstractClass; Sealed>]
type Host private () =

    // What is printed cannot be changed.
    static let printed (_: string) =
        fun (line: string) (isLast: bool) ->
            if isLast then
                Console.WriteLine line

    /// Shows a line of text, and gives what changes it: to what, and whether for the last time. Where no program has
    /// said how, as in a script, the last line is printed.
    static member val Line: string -> (string -> bool -> unit) = printed with get, set

    /// The folder from which a notebook names files: that of its kit.fsx, since programs differ in what the current
    /// folder of a notebook is; the current folder where it has none.
    static member val Folder = "." with get, set

/// The word for a file's place.
[<AutoOpen>]
module Places =

    /// A file's path from the notebook's folder, whichever folder is the current one: `beside "../data/iris.csv"`.
    let beside (path: string) : string = Path.Combine(Host.Folder, path)
