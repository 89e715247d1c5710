using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Checking;

namespace MetaNotebooks.Notebooks.Tests.Checking;

/// <summary>Figures are compared by what they hold, not by how it is written.</summary>
public sealed class JsonComparisonTests
{
    [Theory]
    [InlineData("""{ "a": 1, "b": [1, null, true] }""", """{ "b": [1.0, null, true], "a": 1e0 }""")]
    [InlineData("""{ "y": 0.3 }""", """{ "y": 0.30000000001 }""")]
    [InlineData("""{ "text": "loss 0.50" }""", """{ "text": "loss 0.5" }""")]
    public void Same(string stored, string came) => Assert.Empty(Find(stored, came));

    [Theory]
    [InlineData(
        """{ "data": [{ "y": [1, 2] }] }""",
        """{ "data": [{ "y": [1, 3] }] }""",
        "data[0].y[1]: 2, 3"
    )]
    [InlineData("""{ "a": 1 }""", """{ "a": "1" }""", "a: 1, \"1\"")]
    [InlineData("""{ "a": 1 }""", "{}", "a: 1, nothing")]
    [InlineData("{}", """{ "a": null }""", "a: nothing, null")]
    [InlineData("[1]", "[1, 2]", "[1]: nothing, 2")]
    [InlineData("[true]", "[false]", "[0]: true, false")]
    [InlineData("[1]", "[null]", "[0]: 1, null")]
    public void Different(string stored, string came, string expected)
    {
        var found = Assert.Single(Find(stored, came));
        Assert.Equal(expected, $"{found.Where}: {found.Stored}, {found.Came}");
    }

    private static IEnumerable<Difference> Find(string stored, string came) =>
        JsonComparison.Find(JsonNode.Parse(stored), JsonNode.Parse(came), new Tolerance(Tolerance.Usual));
}
