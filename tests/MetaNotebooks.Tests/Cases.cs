namespace MetaNotebooks.Tests;

/// <summary>Finds everything that names members for a contract.</summary>
internal static class Cases
{
    public static IEnumerable<T> Of<T>() =>
        typeof(Cases)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(T)) && type.IsClass)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
