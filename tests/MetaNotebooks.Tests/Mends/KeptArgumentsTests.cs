using System.Reflection;
using MetaNotebooks.Mends;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MetaNotebooks.Tests;

/// <summary>The mend of TorchSharp's assembly, on the package's own file.</summary>
[Trait("Speed", "slow")]
public class KeptArgumentsTests
{
    private static readonly byte[] Mended = KeptArguments.Mend(TorchSharpPackage.Assembly);
    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(new MemoryStream(Mended));

    [Fact]
    public void TheSameFileGivesTheSameBytes() =>
        Assert.Equal(Mended, KeptArguments.Mend(TorchSharpPackage.Assembly));

    [Fact]
    public void ThisProcessRunsOnAMendedCopy() =>
        Assert.Contains(
            typeof(torch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(),
            given => given.Key == KeptArguments.Mark
        );

    [Fact]
    public void EveryMethodKeepsWhatItGivesToNativeCodeUntilItReturns()
    {
        var callers = Methods().Where(method => method.Body.Instructions.Any(IsNativeCall)).ToList();
        // So that the test cannot pass because it finds nothing.
        Assert.InRange(callers.Count, 1000, int.MaxValue);
        Assert.InRange(callers.Count(caller => Parameters(caller).Any()), 600, int.MaxValue);
        var lost = callers.SelectMany(NotKept).ToList();
        Assert.True(lost.Count == 0, string.Join('\n', lost.Prepend("Not kept alive:")));
    }

    [Fact]
    public void EveryMethodThatIsGivenASequenceMakesAnArrayOfItFirst()
    {
        var given =
            from method in Methods()
            from parameter in method.Parameters
            where parameter.ParameterType is GenericInstanceType { Name: "IEnumerable`1" } sequence
            where IsOfTorchSharp(((GenericInstanceType)parameter.ParameterType).GenericArguments[0])
            select (method, parameter);
        Assert.InRange(given.Count(), 8, int.MaxValue);
        Assert.Empty(
            given.Where(one => !MakesArray(one.method, one.parameter)).Select(one => one.method.FullName)
        );
    }

    [Fact]
    public void AMendedFileIsRefused() => Assert.Contains("mended already", Refused(Mended));

    [Fact]
    public void AnotherAssemblyIsRefused()
    {
        var path = typeof(Assert).Assembly.Location;
        var error = Assert.Throws<InvalidDataException>(() => KeptArguments.Mend(path));
        Assert.Contains(typeof(Assert).Assembly.GetName().Name!, error.Message);
        Assert.Contains("TorchSharp 0.107.0", error.Message);
    }

    [Fact]
    public void AnotherVersionIsRefused()
    {
        using var other = ModuleDefinition.ReadModule(TorchSharpPackage.Assembly);
        other.Assembly.Name.Version = new(0, 108, 0, 0);
        using var file = new MemoryStream();
        other.Write(file);
        Assert.Contains("0.108.0.0", Refused(file.ToArray()));
    }

    [Fact]
    public void AFileCutShortIsRefusedWhereverItIsCut()
    {
        var original = File.ReadAllBytes(TorchSharpPackage.Assembly);
        for (var length = 0; length < original.Length; length += original.Length / 40)
            Assert.Contains("TorchSharp 0.107.0", Refused(original[..length]));
    }

    [Fact]
    public void ATextIsRefused() =>
        Assert.Contains("TorchSharp 0.107.0", Refused("# MetaNotebooks\n"u8.ToArray()));

    private static string Refused(byte[] content)
    {
        using var folder = new TemporaryFolder();
        var path = folder["TorchSharp.dll"];
        File.WriteAllBytes(path, content);
        var message = Assert.Throws<InvalidDataException>(() => KeptArguments.Mend(path)).Message;
        Assert.StartsWith(path, message);
        return message;
    }

    private static IEnumerable<MethodDefinition> Methods() =>
        Module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static bool IsNativeCall(Instruction one) =>
        one.OpCode == OpCodes.Call
        && one.Operand is MethodReference { DeclaringType.FullName: "TorchSharp.PInvoke.NativeMethods" };

    private static IEnumerable<ParameterDefinition> Parameters(MethodDefinition method) =>
        method.Parameters.Where(parameter => IsOfTorchSharp(parameter.ParameterType));

    // A class of TorchSharp's, or an array of such.
    private static bool IsOfTorchSharp(TypeReference type) =>
        type is ArrayType array
            ? IsOfTorchSharp(array.ElementType)
            : type
                is TypeDefinition
                {
                    IsClass: true,
                    IsValueType: false,
                    BaseType.Name: not "MulticastDelegate"
                };

    private static IEnumerable<string> NotKept(MethodDefinition method)
    {
        foreach (var end in method.Body.Instructions.Where(one => one.OpCode == OpCodes.Ret))
        {
            var kept = KeptBefore(end, method);
            foreach (var parameter in Parameters(method))
                if (!kept.Contains(parameter))
                    yield return $"{method.FullName}: {parameter.Name}, at {end}";
            if (method.HasThis && !method.DeclaringType.IsValueType && !IsFreeing(method))
                if (!kept.Contains(method.Body.ThisParameter))
                    yield return $"{method.FullName}: this, at {end}";
        }
    }

    private static bool IsFreeing(MethodDefinition method) => method.Name is "Dispose" or "Finalize";

    // What is loaded and kept, one after the other, right before a return. What a jump leaves out does not
    // count.
    private static HashSet<ParameterDefinition> KeptBefore(Instruction end, MethodDefinition method)
    {
        var kept = new HashSet<ParameterDefinition>();
        var targets = Targets(method.Body);
        for (
            var at = end;
            !targets.Contains(at) && IsKeepAlive(at.Previous) && !targets.Contains(at.Previous);

        )
        {
            at = at.Previous.Previous;
            if (at.OpCode == OpCodes.Box && !targets.Contains(at))
                at = at.Previous;
            if (Loaded(at, method) is { } parameter)
                kept.Add(parameter);
        }
        return kept;
    }

    private static HashSet<Instruction> Targets(Mono.Cecil.Cil.MethodBody body) =>
        [
            .. body.Instructions.Select(one => one.Operand).OfType<Instruction>(),
            .. body.Instructions.Select(one => one.Operand).OfType<Instruction[]>().SelectMany(many => many),
            .. body.ExceptionHandlers.Select(handler => handler.HandlerEnd),
        ];

    private static bool IsKeepAlive(Instruction? one) =>
        one?.Operand is MethodReference { FullName: "System.Void System.GC::KeepAlive(System.Object)" };

    private static ParameterDefinition? Loaded(Instruction one, MethodDefinition method)
    {
        ParameterDefinition At(int index) =>
            !method.HasThis ? method.Parameters[index]
            : index == 0 ? method.Body.ThisParameter
            : method.Parameters[index - 1];
        return one.OpCode.Code switch
        {
            Code.Ldarg_0 => At(0),
            Code.Ldarg_1 => At(1),
            Code.Ldarg_2 => At(2),
            Code.Ldarg_3 => At(3),
            Code.Ldarg or Code.Ldarg_S => (ParameterDefinition)one.Operand,
            _ => null,
        };
    }

    // if (sequence is not null) sequence = sequence.ToArray(), before anything but the same for another.
    private static bool MakesArray(MethodDefinition method, ParameterDefinition sequence)
    {
        for (var at = method.Body.Instructions[0]; IsArrayMade(at, method) is { } made; at = made.Next)
            if (made.Operand == sequence)
                return true;
        return false;
    }

    private static Instruction? IsArrayMade(Instruction start, MethodDefinition method)
    {
        var code = new List<Instruction>();
        for (var at = start; at is not null && code.Count < 5; at = at.Next)
            code.Add(at);
        return
            code.Count == 5
            && Loaded(code[0], method) is { } parameter
            && code[1].OpCode.FlowControl == FlowControl.Cond_Branch
            && Loaded(code[2], method) == parameter
            && code[3].Operand
                is MethodReference { Name: "ToArray", DeclaringType.FullName: "System.Linq.Enumerable" }
            && code[4].Operand == parameter
            ? code[4]
            : null;
    }
}
