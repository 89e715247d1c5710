using Mono.Cecil;

namespace MetaNotebooks.Tests;

/// <summary>
/// What goes to libtorch as a sequence goes through one file of the core that holds it, its memory is read through the
/// same file or, for files of tensors, in place through a second, and derivatives are taken by a third. So the compiled
/// core is looked through, and what stands on it.
/// </summary>
public class HeldTests
{
    private static readonly string[] Doors =
    [
        "MetaNotebooks.Native.Held",
        "MetaNotebooks.TensorBytes",
        "MetaNotebooks.Gradient",
    ];

    // Only for the sake of a warning: a single tensor, held by its own variable.
    private const string Exception = "MetaNotebooks.Native.CycleWarning";

    [Fact]
    public void OnlyTheDoorsGiveLibtorchSequencesReadItsMemoryAndTakeDerivatives()
    {
        using var core = ModuleDefinition.ReadModule(typeof(ILearner).Assembly.Location);
        using var tabular = ModuleDefinition.ReadModule(typeof(ModelSelection).Assembly.Location);
        var calls = core.GetTypes()
            .Concat(tabular.GetTypes())
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(one => (method, one)))
            .Where(pair => pair.one.Operand is MethodReference)
            .Select(pair =>
                (In: Outermost(pair.method.DeclaringType), Called: (MethodReference)pair.one.Operand)
            )
            .Where(call => call.Called.DeclaringType.Scope.Name == "TorchSharp" && IsDelicate(call.Called))
            .ToArray();
        // Or what is looked for is no longer there.
        Assert.All(Doors, door => Assert.Contains(calls, call => call.In == door));
        var elsewhere = calls.Where(call => !Doors.Contains(call.In) && call.In != Exception);
        Assert.Empty(elsewhere.Select(call => $"{call.In}: {call.Called.FullName}"));
    }

    private static bool IsDelicate(MethodReference called) =>
        called.DeclaringType.Name == "autograd"
        || called.Name is "data" or "get_bytes" or "get_handle" or "DangerousGetHandle" or "backward"
        || called.DeclaringType.Name != nameof(DisposeScope)
            && called.Parameters.Any(parameter => IsSequence(parameter.ParameterType));

    private static bool IsSequence(TypeReference type) =>
        type switch
        {
            ArrayType array => array.ElementType.Name == "Tensor",
            GenericInstanceType generic => generic.GenericArguments.Any(one =>
                one.Name == "Tensor" || IsSequence(one)
            ) && !generic.Name.StartsWith("Func`", StringComparison.Ordinal),
            _ => false,
        };

    private static string Outermost(TypeReference type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;
}
