module MetaNotebooks.FSharp.Tests.SessionReferencesTests

open System
open System.IO
open System.Reflection.Metadata
open System.Reflection.PortableExecutable
open System.Text.RegularExpressions
open Xunit

let private file = Path.Combine(Tools.root, "artifacts", "references.fsx")

let private wanted (library: string) =
    use stream = File.OpenRead library
    use portable = new PEReader(stream)
    let metadata = portable.GetMetadataReader()

    [
        for handle in metadata.AssemblyReferences do
            let reference = metadata.GetAssemblyReference handle

            if metadata.GetString reference.Name = "FSharp.Core" then
                reference.Version
    ]

// .NET Interactive's last version, 1.0.712001, has FSharp.Core 10.0 and loads nothing that asks for a later one.
[<Fact>]
let ``what a notebook loads is content with the oldest host's FSharp.Core`` () =
    Assert.SkipUnless(File.Exists file, "The kit is not built here.")

    let libraries =
        [
            for line in File.ReadAllLines file ->
                Path.Combine(
                    nonNull (Path.GetDirectoryName file),
                    Regex.Match(line, "\"(.*)\"").Groups[1].Value
                )
        ]

    let versions = libraries |> List.collect wanted
    Assert.NotEmpty versions
    Assert.All(versions, fun version -> Assert.True(version <= Version(10, 0, 0, 0), string version))
