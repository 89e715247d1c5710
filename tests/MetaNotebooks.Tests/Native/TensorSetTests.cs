using MetaNotebooks.Native;
using Mono.Cecil;

namespace MetaNotebooks.Tests;

/// <summary>
/// TorchSharp's tensors are equal where their numbers are, as libtorch says, and have the hash codes of objects. So a set
/// of them goes wrong where two hash codes happen to be the same: seldom, and on no account in a test.
/// </summary>
public class TensorSetTests
{
    private static readonly string[] ComparingByThemselves =
    [
        "Contains",
        "CountBy",
        "Distinct",
        "Except",
        "GroupBy",
        "IndexOf",
        "Intersect",
        "SequenceEqual",
        "ToHashSet",
        "ToLookup",
        "Union",
    ];

    [Fact]
    public void NoSetOfTensorsComparesTheirNumbers()
    {
        using var core = ModuleDefinition.ReadModule(typeof(ILearner).Assembly.Location);
        using var tabular = ModuleDefinition.ReadModule(typeof(ModelSelection).Assembly.Location);
        var found = core.GetTypes()
            .Concat(tabular.GetTypes())
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method =>
                method
                    .Body.Instructions.Select(one => one.Operand)
                    .OfType<MethodReference>()
                    .Where(IsOfTensors)
                    .Select(called => $"{method.FullName}: {called.FullName}")
            );
        Assert.Empty(found);
    }

    private static bool IsOfTensors(MethodReference called) =>
        called is GenericInstanceMethod generic
            && ComparingByThemselves.Contains(called.Name)
            && IsTensor(generic.GenericArguments[0])
        || called.DeclaringType is GenericInstanceType type
            && type.Name is "HashSet`1" or "Dictionary`2" or "List`1"
            && IsTensor(type.GenericArguments[0])
            && (type.Name != "List`1" || called.Name is "Contains" or "IndexOf" or "Remove");

    private static bool IsTensor(TypeReference type) => type.Name == "Tensor";

    // So many that some pairs of them have the same hash code, of 26 bits.
    [Fact]
    public void WhatIsLeftIsDisposedWhateverTheHashCodes()
    {
        using var scope = NewDisposeScope();
        Tensor[] before = [.. Enumerable.Range(0, 40_000).Select(_ => empty(0))];
        Tensor[] after = [before[3], before[20_000], empty(0)];
        Held.Leave(before, after);
        Assert.Equal([3, 20_000], Enumerable.Range(0, before.Length).Where(i => !before[i].IsInvalid));
        Assert.False(after[2].IsInvalid);
    }
}
