using MetaNotebooks.Mends;

// Writes mended copies of what TorchSharp's package holds, each beside the reason in its file.
if (args is not [var assembly, var native, var folder])
{
    Console.Error.WriteLine("usage: MetaNotebooks.Mends TorchSharp.dll libLibTorchSharp.so FOLDER");
    return 2;
}
try
{
    Directory.CreateDirectory(folder);
    if (OlderLibstdcxx.IsHere())
        Whole.Write(
            Path.Combine(folder, Path.GetFileName(native)),
            OlderLibstdcxx.Mend(File.ReadAllBytes(native))
        );
    // Last: where it is, all is done.
    Whole.Write(Path.Combine(folder, Path.GetFileName(assembly)), KeptArguments.Mend(assembly));
    return 0;
}
catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine($"error: {bad.Message}");
    return 1;
}
