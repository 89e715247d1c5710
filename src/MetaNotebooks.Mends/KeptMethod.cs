using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace MetaNotebooks.Mends;

/// <summary>One method that is changed to keep alive what it gives to native code.</summary>
internal sealed class KeptMethod(MethodDefinition method)
{
    private const string Sequence = "System.Collections.Generic.IEnumerable`1";

    private readonly ModuleDefinition _module = method.Module;
    private readonly MethodBody _body = method.Body;
    private readonly ILProcessor _code = method.Body.GetILProcessor();

    /// <summary>Changes the method's body.</summary>
    public void Mend()
    {
        var kept = method.Parameters.Where(parameter => Holds(parameter.ParameterType)).ToList();
        var spans = kept.Where(parameter => IsSpan(parameter.ParameterType)).ToList();
        var sequences = kept.Where(parameter => IsSequence(parameter.ParameterType)).ToList();
        kept.RemoveAll(spans.Contains);
        if (method.HasThis && !method.DeclaringType.IsValueType)
            kept.Insert(0, _body.ThisParameter);

        _body.SimplifyMacros();
        var read = KeepWhatHandlesAreReadOf();
        read.AddRange(spans.Select(MakeCopy));
        if (kept.Count > 0 || read.Count > 0)
            foreach (var end in _body.Instructions.Where(one => one.OpCode == OpCodes.Ret).ToList())
                KeepUntil(end, kept, read);
        foreach (var sequence in sequences)
            MakeArray(sequence);
        _body.OptimizeMacros();
    }

    // A handle's owner that is neither the receiver nor a parameter gets a variable of its own.
    private List<VariableDefinition> KeepWhatHandlesAreReadOf()
    {
        var owners = new List<VariableDefinition>();
        foreach (var read in _body.Instructions.Where(ReadsHandle).ToList())
        {
            if (read.Previous.OpCode == OpCodes.Ldarg)
                continue;
            var owner = new VariableDefinition(((MethodReference)read.Operand).DeclaringType);
            _body.Variables.Add(owner);
            _body.InitLocals = true;
            owners.Add(owner);
            InPlaceOf(read, _code.Create(OpCodes.Dup), _code.Create(OpCodes.Stloc, owner));
        }
        return owners;
    }

    private static bool ReadsHandle(Instruction one) =>
        one.OpCode.FlowControl == FlowControl.Call
        && one.Operand is MethodReference { Name: "get_Handle" or "DangerousGetHandle" } called
        && called.ReturnType.MetadataType == MetadataType.IntPtr
        && !called.DeclaringType.IsValueType;

    private void KeepUntil(
        Instruction end,
        IEnumerable<ParameterDefinition> parameters,
        IEnumerable<VariableDefinition> variables
    )
    {
        var kept = new List<Instruction>();
        foreach (var parameter in parameters)
        {
            kept.Add(_code.Create(OpCodes.Ldarg, parameter));
            if (parameter.ParameterType is { IsValueType: true } or GenericParameter)
                kept.Add(_code.Create(OpCodes.Box, parameter.ParameterType));
            kept.Add(_code.Create(OpCodes.Call, KeepAlive()));
        }
        foreach (var variable in variables)
        {
            kept.Add(_code.Create(OpCodes.Ldloc, variable));
            kept.Add(_code.Create(OpCodes.Call, KeepAlive()));
        }
        InPlaceOf(end, [.. kept]);
    }

    // Puts instructions before one, so that whatever branches to that one comes to them.
    private void InPlaceOf(Instruction one, params Instruction[] before)
    {
        var moved = _code.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (one.OpCode, one.Operand);
        (one.OpCode, one.Operand) = (before[0].OpCode, before[0].Operand);
        var last = one;
        foreach (var next in before.Skip(1).Append(moved))
        {
            _code.InsertAfter(last, next);
            last = next;
        }
    }

    private void MakeArray(ParameterDefinition sequence)
    {
        var start = _body.Instructions[0];
        var element = ((GenericInstanceType)sequence.ParameterType).GenericArguments[0];
        Instruction[] code =
        [
            _code.Create(OpCodes.Ldarg, sequence),
            _code.Create(OpCodes.Brfalse, start),
            _code.Create(OpCodes.Ldarg, sequence),
            _code.Create(OpCodes.Call, EnumerableToArray(element)),
            _code.Create(OpCodes.Starg, sequence),
        ];
        foreach (var one in code)
            _code.InsertBefore(start, one);
    }

    // A span itself cannot be kept; an array of what is in it can.
    private VariableDefinition MakeCopy(ParameterDefinition span)
    {
        var element = ((GenericInstanceType)span.ParameterType).GenericArguments[0];
        var copy = new VariableDefinition(new ArrayType(element));
        _body.Variables.Add(copy);
        var start = _body.Instructions[0];
        _code.InsertBefore(start, _code.Create(OpCodes.Ldarga, span));
        _code.InsertBefore(start, _code.Create(OpCodes.Call, ToArray(span.ParameterType)));
        _code.InsertBefore(start, _code.Create(OpCodes.Stloc, copy));
        return copy;
    }

    // A class of TorchSharp's, or what holds such: an array, a list, a tuple, a type parameter that must be one.
    private bool Holds(TypeReference type) =>
        type switch
        {
            ArrayType array => Holds(array.ElementType) || array.ElementType.Scope == _module,
            GenericInstanceType generic => generic.ElementType.Scope == _module
                ? !generic.IsValueType && !IsDelegate(generic.ElementType)
                : generic.GenericArguments.Any(Holds) && !IsDelegate(generic.ElementType),
            GenericParameter parameter => parameter.Constraints.Any(one => Holds(one.ConstraintType)),
            ByReferenceType or PointerType => false,
            _ => type.Scope == _module && !type.IsValueType && !IsDelegate(type),
        };

    private static bool IsDelegate(TypeReference type) =>
        type is TypeDefinition { BaseType.FullName: "System.MulticastDelegate" }
        || type.Namespace == "System" && (type.Name.StartsWith("Func`") || type.Name.StartsWith("Action`"));

    private static bool IsSpan(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: "System.ReadOnlySpan`1" or "System.Span`1" };

    private static bool IsSequence(TypeReference type) =>
        type is GenericInstanceType { ElementType.FullName: Sequence };

    private MethodReference KeepAlive()
    {
        var collector = new TypeReference("System", "GC", _module, _module.TypeSystem.CoreLibrary);
        var method = new MethodReference("KeepAlive", _module.TypeSystem.Void, collector);
        method.Parameters.Add(new ParameterDefinition(_module.TypeSystem.Object));
        return method;
    }

    private static MethodReference ToArray(TypeReference span) =>
        new("ToArray", new ArrayType(((GenericInstanceType)span).ElementType.GenericParameters[0]), span)
        {
            HasThis = true,
        };

    private GenericInstanceMethod EnumerableToArray(TypeReference element)
    {
        var linq = _module.AssemblyReferences.Single(one => one.Name == "System.Linq");
        var method = new MethodReference(
            "ToArray",
            _module.TypeSystem.Void,
            new TypeReference("System.Linq", "Enumerable", _module, linq)
        );
        var parameter = new GenericParameter("TSource", method);
        method.GenericParameters.Add(parameter);
        method.ReturnType = new ArrayType(parameter);
        var sequence = new TypeReference(
            "System.Collections.Generic",
            "IEnumerable`1",
            _module,
            _module.TypeSystem.CoreLibrary
        );
        method.Parameters.Add(
            new ParameterDefinition(new GenericInstanceType(sequence) { GenericArguments = { parameter } })
        );
        return new GenericInstanceMethod(method) { GenericArguments = { element } };
    }
}
