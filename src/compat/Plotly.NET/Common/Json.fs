namespace Plotly.NET

open System
open System.Collections
open System.Collections.Generic
open System.IO
open System.Text
open System.Text.Json
open System.Text.RegularExpressions
open DynamicObj
open FSharp.Reflection

/// Writes chart objects as the JSON that plotly.js reads.
module internal Json =

    let private numbered prefix id =
        if id < 2 then prefix else $"{prefix}{id}"

    let private symbols =
        dict
            [
                StyleParam.MarkerSymbol.Circle, "0"
                StyleParam.MarkerSymbol.Square, "1"
                StyleParam.MarkerSymbol.Diamond, "2"
                StyleParam.MarkerSymbol.Cross, "3"
                StyleParam.MarkerSymbol.X, "4"
                StyleParam.MarkerSymbol.TriangleUp, "5"
                StyleParam.MarkerSymbol.TriangleDown, "6"
                StyleParam.MarkerSymbol.Pentagon, "13"
                StyleParam.MarkerSymbol.Star, "17"
            ]

    let private lower (name: string) = name.ToLowerInvariant()

    let private words name =
        Regex.Replace(name, "(?<=.)([A-Z])", " $1") |> lower

    /// The word of plotly.js for a setting that is not simply its name in small letters.
    let private word (setting: obj) (name: string) =
        match setting with
        | :? StyleParam.Mode -> (lower name).Replace("_", "+")
        | :? StyleParam.Fill -> (lower name).Replace("_", "")
        | :? StyleParam.HoverInfo -> Regex.Replace(name, "(?<=X)(?=Y)", "+") |> lower
        | :? StyleParam.HoverMode
        | :? StyleParam.CategoryOrder
        | :? StyleParam.Layer
        | :? StyleParam.LayoutGridRowOrder
        | :? StyleParam.Side
        | :? StyleParam.TextPosition -> words name
        | :? StyleParam.FontFamily -> name.Replace("_", " ")
        | :? StyleParam.Colorscale -> name
        | _ -> lower name

    /// What plotly.js gets for a setting: a word, a truth value or a list.
    let private ofSetting (setting: obj) : obj =
        match setting with
        | :? StyleParam.SubPlotId as id ->
            match id with
            | StyleParam.SubPlotId.XAxis id -> numbered "xaxis" id
            | StyleParam.SubPlotId.YAxis id -> numbered "yaxis" id
            | StyleParam.SubPlotId.ZAxis -> "zaxis"
            | StyleParam.SubPlotId.ColorAxis id -> numbered "coloraxis" id
            | StyleParam.SubPlotId.Scene id -> numbered "scene" id
            | StyleParam.SubPlotId.Legend id -> numbered "legend" id
            |> box
        | :? StyleParam.LinearAxisId as id ->
            match id with
            | StyleParam.LinearAxisId.Free -> "free"
            | StyleParam.LinearAxisId.X id -> numbered "x" id
            | StyleParam.LinearAxisId.Y id -> numbered "y" id
            |> box
        | :? StyleParam.ScaleAnchor as id ->
            match id with
            | StyleParam.ScaleAnchor.X id -> numbered "x" id
            | StyleParam.ScaleAnchor.Y id -> numbered "y" id
            |> box
        | :? StyleParam.Range as range ->
            match range with
            | StyleParam.Range.MinMax(min, max) -> box [| min; max |]
            | StyleParam.Range.Values values -> box values
        | :? StyleParam.MarkerSymbol as symbol -> symbols[symbol]
        | _ ->
            let case, fields = FSharpValue.GetUnionFields(setting, setting.GetType())

            match setting, case.Name, fields with
            | _, "True", _ -> box true
            | _, "False", _ -> box false
            | :? StyleParam.AxisType, "Auto", _ -> "-"
            | :? StyleParam.Colorscale, "Custom", [| :? seq<float * Color> as stops |] ->
                [| for at, color in stops -> [| box at; box color |] |]
            | :? StyleParam.FontFamily, "Custom", [| name |] -> name
            | :? StyleParam.DrawingStyle, "User", [| :? seq<int> as lengths |] ->
                lengths |> Seq.map (fun length -> $"{length}px") |> String.concat "," |> box
            | :? StyleParam.ExponentFormat, ("B" | "SI"), _ -> case.Name
            | :? StyleParam.ExponentFormat, "Ecapital", _ -> "E"
            | :? StyleParam.HistNorm, "None", _
            | :? StyleParam.TickOptions, "Empty", _ -> ""
            | :? StyleParam.HistNorm, "ProbabilityDensity", _ -> "probability density"
            | :? StyleParam.ContourColoring, "NoColoring", _ -> "none"
            | :? StyleParam.Orientation, name, _ -> lower (name.Substring(0, 1))
            | :? StyleParam.TickAutoMargin, "All", _ -> "height+width+left+right+top+bottom"
            | :? StyleParam.ShapeType, "Rectangle", _ -> "rect"
            | :? StyleParam.ShapeType, "SvgPath", _ -> "path"
            | _, name, _ -> word setting name

    /// The name of a layout's part, such as xaxis2.
    let partName (id: StyleParam.SubPlotId) = ofSetting id :?> string

    let private writeNumber (writer: Utf8JsonWriter) (number: float) =
        // JSON has no word for these; plotly.js leaves a gap at null.
        if Double.IsFinite number then
            writer.WriteNumberValue number
        else
            writer.WriteNullValue()

    let rec private write (writer: Utf8JsonWriter) (value: obj) =
        match value with
        | null -> writer.WriteNullValue()
        | :? string as text -> writer.WriteStringValue text
        | :? bool as truth -> writer.WriteBooleanValue truth
        | :? int as number -> writer.WriteNumberValue number
        | :? float as number -> writeNumber writer number
        | :? float32 as number ->
            if Single.IsFinite number then
                writer.WriteNumberValue number
            else
                writer.WriteNullValue()
        | :? DateTime as time -> writer.WriteStringValue time
        | :? Color as color -> write writer color.Value
        | :? DynamicObj as object -> writeObject writer (object.GetProperties true)
        | :? IDictionary<string, obj> as object -> writeObject writer object
        | :? IEnumerable as items ->
            writer.WriteStartArray()

            for item in items do
                write writer item

            writer.WriteEndArray()
        | :? char as letter -> writer.WriteStringValue(string letter)
        | :? decimal as number -> writer.WriteNumberValue number
        | :? IConvertible as number -> writer.WriteNumberValue(number.ToDecimal null)
        | _ -> write writer (ofSetting value)

    and private writeObject writer (properties: seq<KeyValuePair<string, obj>>) =
        writer.WriteStartObject()

        for property in properties do
            writer.WritePropertyName property.Key
            write writer property.Value

        writer.WriteEndObject()

    /// The JSON text of any chart object.
    let serialize (value: obj) =
        use stream = new MemoryStream()

        do
            use writer = new Utf8JsonWriter(stream)
            write writer value

        Encoding.UTF8.GetString(stream.GetBuffer(), 0, int stream.Length)
