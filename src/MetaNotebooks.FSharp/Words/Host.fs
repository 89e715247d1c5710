namespace MetaNotebooks

open System

/// A piece of HTML that a notebook shows as it is.
type Html(text: string) =

    /// The HTML.
    member _.ToHtml() = text

    override _.ToString() = text

/// What the program that runs a notebook does for the kit.
[<AbstractClass; Sealed>]
type Host private () =

    static let plain (line: string) =
        Console.WriteLine line
        ignore

    /// Shows a line of text, and gives what changes it. kit.fsx sets it; where nothing has, as in a script, the first
    /// line is printed.
    static member val Line: string -> (string -> unit) = plain with get, set
