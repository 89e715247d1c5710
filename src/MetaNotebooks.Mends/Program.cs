using MetaNotebooks.Mends;

// Writes mended copies of libraries, each beside the reason in its file.
try
{
    switch (args)
    {
        case ["torch", var assembly, var folder, .. var natives]:
            Directory.CreateDirectory(folder);
            foreach (var native in natives.Where(_ => OlderLibstdcxx.IsHere()))
                Whole.Write(
                    Path.Combine(folder, Path.GetFileName(native)),
                    OlderLibstdcxx.Mend(File.ReadAllBytes(native))
                );
            // Last: where it is, all is done.
            Whole.Write(Path.Combine(folder, Path.GetFileName(assembly)), KeptArguments.Mend(assembly));
            return 0;
        case ["fsharp", var folder, .. var libraries]:
            Directory.CreateDirectory(folder);
            foreach (var library in libraries)
                if (OlderFSharpCore.Mend(library) is { } copy)
                    Whole.Write(Path.Combine(folder, Path.GetFileName(library)), copy);
            return 0;
        default:
            Console.Error.WriteLine(
                """
                usage: MetaNotebooks.Mends torch TorchSharp.dll FOLDER [libLibTorchSharp.so]
                       MetaNotebooks.Mends fsharp FOLDER LIBRARY.dll…
                """
            );
            return 2;
    }
}
catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine($"error: {bad.Message}");
    return 1;
}
