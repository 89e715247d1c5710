namespace Deedle

open System
open System.Globalization
open System.Text.RegularExpressions

/// Reads values out of the text of a cell, as Deedle does.
module internal CsvText =
    let private adorners = "%‰‱¤$¢£¥₱﷼₤₭₦₨₩₮€฿₡៛؋₴₪₫₹ƒ"

    let defaultMissing = [| "NaN"; "NA"; "N/A"; "#N/A"; ":"; "-"; "TBA"; "TBD" |]

    let private bare (text: string) =
        String.filter (adorners.Contains >> not) text

    let private found (ok, value) = if ok then Some value else None

    let int (culture: CultureInfo) text =
        Int32.TryParse(bare text, NumberStyles.Integer, culture) |> found

    let int64 (culture: CultureInfo) text =
        Int64.TryParse(bare text, NumberStyles.Integer, culture) |> found

    let decimal (culture: CultureInfo) text =
        Decimal.TryParse(bare text, NumberStyles.Currency ||| NumberStyles.AllowExponent, culture) |> found

    let float (culture: CultureInfo) (text: string) =
        Double.TryParse(text, NumberStyles.Any, culture) |> found

    let bool (text: string) =
        match text.Trim().ToLowerInvariant() with
        | "true"
        | "yes"
        | "1" -> Some true
        | "false"
        | "no"
        | "0" -> Some false
        | _ -> None

    let guid (text: string) = Guid.TryParse(text.Trim()) |> found

    let timeSpan (culture: CultureInfo) (text: string) =
        TimeSpan.TryParse(text, culture) |> found

    /// ISO 8601 and the culture's own formats.
    let date (culture: CultureInfo) (text: string) =
        DateTime.TryParse(text, culture, DateTimeStyles.AllowWhiteSpaces ||| DateTimeStyles.RoundtripKind)
        |> found

    /// The date in local time where the text names no zone.
    let localDate culture text =
        date culture text
        |> Option.map (fun date ->
            if date.Kind = DateTimeKind.Unspecified then
                DateTime.SpecifyKind(date, DateTimeKind.Local)
            else
                date)

    /// Some texts parse as dates though nobody would call them one: `12-002`, `ad3mar`, `5.1`.
    let looksLikeDate (culture: CultureInfo) (date: DateTime) (text: string) =
        let calendar = culture.DateTimeFormat

        let has (name: string) =
            text.Contains(name, StringComparison.OrdinalIgnoreCase)

        let numberGroups =
            Regex.Matches(text, @"\w+")
            |> Seq.filter (fun word -> (int CultureInfo.InvariantCulture word.Value).IsSome)
            |> Seq.length

        (decimal CultureInfo.InvariantCulture text).IsNone
        && not (date.Year < 1000 && numberGroups <> 3)
        && not (
            culture.Calendar.Eras
            |> Array.exists (fun era ->
                has (calendar.GetEraName era) || has (calendar.GetAbbreviatedEraName era))
        )
