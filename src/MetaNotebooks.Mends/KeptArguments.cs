using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace MetaNotebooks.Mends;

/// <summary>TorchSharp whose methods keep what they give to native code alive until they return.</summary>
/// <remarks>
/// <para>The fault: TorchSharp 0.107 hands libtorch the handle of a tensor, a scalar or a module and keeps nothing
/// alive until the call returns. An object whose handle was its last use may be finalised, and its memory freed,
/// while libtorch reads it: a crash, or a number read from freed memory. A sequence that is made on the way (such as
/// a <c>Select</c> given to <c>stack</c>) is garbage before the call has begun.</para>
/// <para>The mend, in a copy of the assembly: every method keeps its receiver, its parameters, and whatever it reads
/// a handle of, alive until it returns (<see cref="GC.KeepAlive"/>, which costs no instruction), and makes an array
/// of each sequence it is given first.</para>
/// <para>This file can go when TorchSharp does so itself.</para>
/// </remarks>
internal static class KeptArguments
{
    /// <summary>The version that this was tried on.</summary>
    public static readonly Version Version = new(0, 107, 0, 0);

    /// <summary>Marks the copy, as an <c>AssemblyMetadata</c> attribute's key.</summary>
    public const string Mark = "KeepsArguments";

    /// <summary>The mended copy of the assembly in a file; the same file gives the same bytes.</summary>
    /// <exception cref="InvalidDataException">It is another file or version, or mended already.</exception>
    public static byte[] Mend(string path)
    {
        using var module = Read(path);
        var name = module.Assembly.Name;
        if (name.Name != "TorchSharp" || name.Version != Version)
            throw new InvalidDataException(
                $"{path}: {name.Name} {name.Version}; this mend was tried on TorchSharp {Version} alone. "
                    + "Read src/MetaNotebooks.Mends/KeptArguments.cs before you change the version"
            );
        if (module.Assembly.CustomAttributes.Any(IsMark))
            throw new InvalidDataException($"{path}: mended already; expected the package's own file");
        foreach (var method in module.GetAllTypes().SelectMany(type => type.Methods))
            if (method.HasBody && !IsLeftAlone(method))
                new KeptMethod(method).Mend();
        AddMark(module);
        TensorsAsText.Mend(module);
        using var copy = new MemoryStream();
        module.Write(copy, new WriterParameters { DeterministicMvid = true });
        return copy.ToArray();
    }

    private static ModuleDefinition Read(string path)
    {
        try
        {
            return ModuleDefinition.ReadModule(path);
        }
        catch (Exception bad) when (bad is not (FileNotFoundException or UnauthorizedAccessException))
        {
            // What Cecil throws at a file that is cut short depends on where.
            throw new InvalidDataException(
                $"{path}: expected a whole .NET assembly, TorchSharp {Version}",
                bad
            );
        }
    }

    // What the compiler made of lambdas and iterators runs within a method that keeps its own; what frees must not
    // keep.
    private static bool IsLeftAlone(MethodDefinition method) =>
        method.DeclaringType.Name.Contains('<')
        || method.Name is "Finalize" or "Dispose" or "get_Handle" or "get_handle";

    private static bool IsMark(CustomAttribute attribute) =>
        attribute.AttributeType.Name == "AssemblyMetadataAttribute"
        && Equals(attribute.ConstructorArguments[0].Value, Mark);

    private static void AddMark(ModuleDefinition module)
    {
        var text = module.TypeSystem.String;
        var type = new TypeReference(
            "System.Reflection",
            "AssemblyMetadataAttribute",
            module,
            module.TypeSystem.CoreLibrary
        );
        var constructor = new MethodReference(".ctor", module.TypeSystem.Void, type) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(text));
        constructor.Parameters.Add(new ParameterDefinition(text));
        var mark = new CustomAttribute(constructor);
        mark.ConstructorArguments.Add(new CustomAttributeArgument(text, Mark));
        mark.ConstructorArguments.Add(new CustomAttributeArgument(text, "true"));
        module.Assembly.CustomAttributes.Add(mark);
    }
}
