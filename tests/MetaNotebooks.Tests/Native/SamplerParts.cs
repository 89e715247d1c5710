namespace MetaNotebooks.Tests;

/// <summary>Every sampler under the contract.</summary>
internal static class SamplerParts
{
    public static IEnumerable<Part> All =>
        Cases
            .Of<ISamplerCases>()
            .SelectMany(file => file.Cases)
            .Select(one => new Part(one.Name, () => Drawn(one)));

    private static IEnumerable<double[]> Drawn(SamplerCase one)
    {
        var tasks = one.Make(3, 2).Sample(5, 3);
        Tensor[] parts = [tasks.SupportX, tasks.SupportY, tasks.QueryX, tasks.QueryY];
        return Part.Numbers(tasks.Truth is { } truth ? [.. parts, truth(tasks.QueryX)] : parts);
    }
}
