namespace TorchSharp.Utils;

/// <summary>Tells .NET Interactive, which finds it by its name, what formats a type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose CreateTypeFormatters gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}
