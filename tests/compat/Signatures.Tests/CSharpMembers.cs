using System.Globalization;
using System.Reflection;

namespace Signatures.Tests;

/// <summary>Writes the public and protected members of a C# assembly as <see cref="CSharpDump"/> reads them.</summary>
public static class CSharpMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static IEnumerable<string> Lines(Assembly assembly) =>
        assembly
            .GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Select(member => $"{Owner(type)}.{member}"));

    private static IEnumerable<string> Members(Type type) =>
        [
            .. type.GetFields(Declared).Where(field => Visible(field) && !field.IsSpecialName).Select(Write),
            .. type.GetConstructors(Declared)
                .Where(Visible)
                .Select(made => $"ctor({Write(made.GetParameters())})"),
            .. type.GetProperties(Declared).Where(Visible).Select(Write),
            .. type.GetMethods(Declared)
                .Where(method => Visible(method) && !IsAccessor(method))
                .Select(Write),
        ];

    private static bool Visible(FieldInfo field) =>
        field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool Visible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && !(method.IsConstructor && method.IsStatic);

    private static bool Visible(PropertyInfo property) => property.GetAccessors(true).Any(Visible);

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Write(FieldInfo field) =>
        $"{field.Name} field {Name(field.FieldType)}{(field.IsStatic ? " static" : "")}";

    private static string Write(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(Visible).ToList();
        return $"{property.Name}[{Write(property.GetIndexParameters())}] prop {Name(property.PropertyType)}"
            + (property.CanRead ? " get" : "")
            + (accessors.Any(accessor => accessor.ReturnType == typeof(void)) ? " set" : "")
            + (accessors[0].IsStatic ? " static" : "");
    }

    private static string Write(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>"
            : "";
        return $"{method.Name}{generic}({Write(method.GetParameters())}) -> {Name(method.ReturnType)}"
            + (method.IsStatic ? " static" : "");
    }

    private static string Write(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Write));

    private static string Write(ParameterInfo parameter)
    {
        var mark =
            parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{mark}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => "null",
            var value when type.IsEnum => Enum.ToObject(type, value).ToString()!,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string Owner(Type type) =>
        type.FullName!.StartsWith("TorchSharp.", StringComparison.Ordinal)
            ? type.FullName["TorchSharp.".Length..]
            : type.FullName;

    private static string Name(Type type)
    {
        if (Names.TryGetValue(type, out var name))
            return name;
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            // The dump writes arrays of all ranks so.
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        var own = type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments();
        return arguments.Length == 0 ? own : $"{own}<{string.Join(",", arguments.Select(Name))}>";
    }
}
