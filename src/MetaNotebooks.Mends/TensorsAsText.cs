using Mono.Cecil;

namespace MetaNotebooks.Mends;

/// <summary>TorchSharp whose tensors can be written as JSON: as their text.</summary>
/// <remarks>
/// <para>The fault: a tensor's properties are of types that System.Text.Json refuses, so that a program that lists a
/// notebook's values as JSON, as Verso's report does, fails at the first tensor.</para>
/// <para>The mend, in the kit's copy of the assembly: the type names the kit's converter to text
/// (src/MetaNotebooks/Data/AsText.cs).</para>
/// <para>This file can go when TorchSharp's tensors can be written.</para>
/// </remarks>
internal static class TensorsAsText
{
    // Each by itself: a type does not have it of the one that it derives from.
    private static readonly string[] Tensors = ["TorchSharp.torch/Tensor", "TorchSharp.Modules.Parameter"];

    /// <summary>Names the converter on the type of tensors.</summary>
    public static void Mend(ModuleDefinition module)
    {
        // The oldest that a program with the kit has; each takes a later one.
        var json = new AssemblyNameReference("System.Text.Json", new Version(8, 0, 0, 0))
        {
            PublicKeyToken = [0xcc, 0x7b, 0x13, 0xff, 0xcd, 0x2d, 0xdd, 0x51],
        };
        module.AssemblyReferences.Add(json);
        var type = new TypeReference("System", "Type", module, module.TypeSystem.CoreLibrary);
        var attribute = new TypeReference(
            "System.Text.Json.Serialization",
            "JsonConverterAttribute",
            module,
            json
        );
        var constructor = new MethodReference(".ctor", module.TypeSystem.Void, attribute) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(type));
        var kit = new AssemblyNameReference("MetaNotebooks", new Version(0, 0, 0, 0));
        foreach (var name in Tensors)
        {
            var converter = new CustomAttribute(constructor);
            converter.ConstructorArguments.Add(
                new CustomAttributeArgument(type, new TypeReference("MetaNotebooks", "AsText", module, kit))
            );
            module.GetType(name).CustomAttributes.Add(converter);
        }
    }
}
