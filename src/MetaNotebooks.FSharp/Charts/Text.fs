namespace MetaNotebooks

open System
open System.Globalization

/// Texts in charts.
module internal Text =

    /// Four significant digits, the same on every machine.
    let number (value: float) =
        value.ToString("G4", CultureInfo.InvariantCulture)

    /// Breaks a text into lines of at most this many letters, between words.
    let wrap (width: int) (text: string) : string list =
        let add (lines: string list) (word: string) =
            match lines with
            | line :: rest when line.Length + 1 + word.Length <= width -> $"{line} {word}" :: rest
            | lines -> word :: lines

        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) |> Array.fold add [] |> List.rev
