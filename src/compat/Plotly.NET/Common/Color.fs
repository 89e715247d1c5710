namespace Plotly.NET

open System

/// One colour, a colour for each point, or a number for each point that a colour scale turns into a colour.
type Color private (value: obj) =

    /// From alpha, red, green and blue, each from 0 to 255.
    static member fromARGB a r g b =
        for name, part in [ "a", a; "r", r; "g", g; "b", b ] do
            if part < 0 || part > 255 then
                invalidArg name $"A colour component must be from 0 to 255, but {name} is {part}."

        let opacity =
            (float a / 255.).ToString("0.0##", Globalization.CultureInfo.InvariantCulture)

        Color $"rgba({r}, {g}, {b}, {opacity})"

    /// From red, green and blue, each from 0 to 255; opaque.
    static member fromRGB r g b = Color.fromARGB 255 r g b

    /// From six hexadecimal digits, with or without # or 0x before them.
    static member fromHex(s: string) =
        let digits = s.TrimStart('#')

        let digits =
            if digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) then
                digits.Substring 2
            else
                digits

        if digits.Length <> 6 || not (Seq.forall Uri.IsHexDigit digits) then
            invalidArg (nameof s) $"A colour must be six hexadecimal digits such as #0072B2, but it is '{s}'."

        let part i =
            Convert.ToInt32(digits.Substring(2 * i, 2), 16)

        Color.fromRGB (part 0) (part 1) (part 2)

    /// A colour for each point.
    static member fromColors(c: seq<Color>) =
        Color(c |> Seq.map (fun color -> color.Value) |> Seq.toArray)

    /// As plotly.js and CSS write it; not checked.
    static member fromString(c: string) = Color c

    /// A number for each point, which the colour scale turns into a colour.
    static member fromColorScaleValues(c: seq<#IConvertible>) = Color c

    /// Colours are equal when they are written alike.
    override this.Equals(other) =
        match other with
        | :? Color as color -> this.Value = color.Value
        | _ -> false

    /// Agrees with equality.
    override this.GetHashCode() = this.Value.GetHashCode()

    /// The text, texts or numbers that plotly.js gets.
    member _.Value: obj = value
