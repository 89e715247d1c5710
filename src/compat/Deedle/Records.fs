namespace Deedle

open System
open System.IO
open System.Reflection
open System.Runtime.CompilerServices

/// Turns records into the columns of a frame.
module internal Records =
    let private visible (getter: MethodInfo) =
        not (isNull getter) && (getter.IsPublic || getter.IsAssembly)

    let private everything =
        BindingFlags.Instance ||| BindingFlags.Public ||| BindingFlags.NonPublic

    /// Name, type and getter of each readable property and each field that was written by hand.
    let private members (recordType: Type) =
        let properties =
            recordType.GetProperties everything
            |> Array.filter (fun one ->
                one.GetIndexParameters().Length = 0
                && not (one.Name.Contains '.')
                && visible (one.GetGetMethod true))
            |> Array.map (fun one -> one.Name, one.PropertyType, (fun (record: obj) -> one.GetValue record))

        let fields =
            recordType.GetFields everything
            |> Array.filter (fun one ->
                (one.IsPublic || one.IsAssembly)
                && isNull (one.GetCustomAttribute typeof<CompilerGeneratedAttribute>))
            |> Array.map (fun one -> one.Name, one.FieldType, (fun (record: obj) -> one.GetValue record))

        Array.append properties fields

    let toFrame (recordType: Type) (rows: Keys<'R>) (records: obj[]) : Frame<'R, string> =
        let members = members recordType

        let column (_, memberType: Type, get) =
            records
            |> Array.map (fun record ->
                match get record with
                | null -> OptionalValue.Missing
                | value -> OptionalValue value)
            |> Columns.ofObjects memberType

        Frame<'R, string>(
            {
                Rows = rows
                Columns = Keys(members |> Array.map (fun (name, _, _) -> name))
                Data = Array.map column members
            }
        )
