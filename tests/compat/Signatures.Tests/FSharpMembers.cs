using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.FSharp.Core;

namespace Signatures.Tests;

/// <summary>Writes the public members of an F# assembly in the notation that <see cref="FSharpDump"/> reads.</summary>
public static class FSharpMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(int)] = "int",
        [typeof(double)] = "float",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(object)] = "obj",
        [typeof(void)] = "unit",
        [typeof(Unit)] = "unit",
    };

    public static IEnumerable<string> Lines(Assembly assembly) =>
        assembly
            .GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type =>
                type.GetMethods(Declared).Select(method => Line(type, method)).Prepend($"## {type.FullName}")
            );

    private static string Line(Type type, MethodInfo method)
    {
        var source = method.GetCustomAttribute<CompilationSourceNameAttribute>()?.SourceName;
        var marks =
            (source is null || source == method.Name ? "" : $" [compiled: {method.Name}]")
            + (method.GetCustomAttribute<CompilationArgumentCountsAttribute>() is null ? "" : " [curried]");
        var constraints = method
            .GetGenericArguments()
            .SelectMany(variable =>
                variable
                    .GetGenericParameterConstraints()
                    .Select(bound => $"{Name(variable)} :> {Name(bound)}")
            )
            .ToList();
        return $"{type.Name}.{source ?? method.Name}{(method.IsStatic ? "" : " [instance]")}"
            + $"({string.Join(", ", method.GetParameters().Select(Write))}) : {Name(method.ReturnType)}"
            + (constraints.Count == 0 ? "" : $"  when {string.Join(", ", constraints)}")
            + marks;
    }

    private static string Write(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<OptionalArgumentAttribute>() is not null)
            return $"?{parameter.Name}: {Name(parameter.ParameterType.GetGenericArguments()[0])}";
        var optional = parameter.GetCustomAttribute<OptionalAttribute>() is not null;
        return $"{(optional ? "[<Optional>] " : "")}{parameter.Name}: {Name(parameter.ParameterType)}";
    }

    private static string Name(Type type)
    {
        if (Names.TryGetValue(type, out var name))
            return name;
        if (type.IsGenericParameter)
            return $"'{type.Name}";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 0)
            return Plain(type);
        var inner = arguments.Select(Name).ToList();
        return type.GetGenericTypeDefinition() switch
        {
            var g when g == typeof(FSharpFunc<,>) => $"({inner[0]} -> {inner[1]})",
            var g when g == typeof(FSharpOption<>) => $"{inner[0]} option",
            var g when g == typeof(IEnumerable<>) => $"seq<{inner[0]}>",
            var g when g == typeof(Microsoft.FSharp.Collections.FSharpList<>) => $"list<{inner[0]}>",
            var g when g.FullName!.StartsWith("System.Tuple`", StringComparison.Ordinal) =>
                $"({string.Join(" * ", inner)})",
            _ => $"{Plain(type)}<{string.Join(", ", inner)}>",
        };
    }

    private static string Plain(Type type)
    {
        var own = type.Name.Split('`')[0];
        return type.DeclaringType is null ? own : $"{Plain(type.DeclaringType)}.{own}";
    }
}
