using System.Text;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Texts of which UTF-8 can be made.</summary>
public sealed class WellFormedTests
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    // Not as arguments of an attribute, which are kept in UTF-8.
    private static readonly (string Text, string Expected)[] Texts =
    [
        ("plain", "plain"),
        ("a😀b", "a😀b"),
        ("a\uD83Db", "a\uFFFDb"),
        ("\uDE00\uD83D", "\uFFFD\uFFFD"),
        ("\uD83D\uD83D\uDE00", "\uFFFD😀"),
    ];

    [Fact]
    public void HalvesOfPairsAreReplaced() =>
        Assert.All(
            Texts,
            one =>
            {
                Assert.Equal(one.Expected, WellFormed.Text(one.Text));
                Strict.GetBytes(WellFormed.Text(one.Text));
            }
        );

    [Theory]
    [InlineData("""["\ud83d\ude00"]""", "😀")]
    [InlineData("""["\uD83D"]""", "\uFFFD")]
    [InlineData("""["\uDE00\uD83D"]""", "\uFFFD\uFFFD")]
    [InlineData("""["\\ud83d"]""", "\\ud83d")]
    [InlineData("""["\\\ud83d"]""", "\\\uFFFD")]
    [InlineData("""["\ud83d\\ude00"]""", "\uFFFD\\ude00")]
    [InlineData("""["\ud83d\u0041\ude00"]""", "\uFFFDA\uFFFD")]
    [InlineData("""["é\u00e9"]""", "éé")]
    public void SoAreThoseThatJsonWritesAsNumbers(string json, string expected) =>
        Assert.Equal(expected, (string?)Json.Parse(json)![0]);

    [Theory]
    [InlineData("""["\ud8""")]
    [InlineData("""["\""")]
    [InlineData("""["\ud800\ud""")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("""{"a\ud800": 1, "a\udc00": 2}""")]
    public void WhatIsNoJsonStaysText(string text)
    {
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => Json.Parse(text));
        Assert.Equal(text, (string?)Json.ParseOrKeep(text));
    }

    [Fact]
    public void AMemberNameIsReplacedToo() =>
        Assert.Equal(1, (int?)((JsonObject)Json.Parse("""{"a\ud800": 1}""")!)["a\uFFFD"]);
}
