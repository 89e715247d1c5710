using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Checking;

namespace MetaNotebooks.Notebooks.Tests.Checking;

/// <summary>Progress that a program printed, as if it had been shown.</summary>
public sealed class PrintedProgressTests
{
    private static JsonObject Printed(string text, string stream = "stdout") =>
        new()
        {
            ["output_type"] = "stream",
            ["name"] = stream,
            ["text"] = text,
        };

    private static string[] Texts(JsonObject output) =>
        [
            .. PrintedProgress
                .Split(output)
                .Select(part => (string?)part["text"] ?? (string)part["data"]!["text/html"]!),
        ];

    [Fact]
    public void EachLineOfProgressStandsAlone() =>
        Assert.Equal(
            [
                "before\n",
                "<p>MAML &lt;2&gt;: 1,000 of 1,000 iterations, loss 0.123</p>",
                "<p>Reptile: 5 of 5 iterations, loss NaN</p>",
                "after: 3 of 4 iterations\nend",
            ],
            Texts(
                Printed(
                    "before\nMAML <2>: 1,000 of 1,000 iterations, loss 0.123\n"
                        + "Reptile: 5 of 5 iterations, loss NaN\r\nafter: 3 of 4 iterations\nend"
                )
            )
        );

    [Fact]
    public void WhatIsPrintedElsewhereStays()
    {
        const string Line = "MAML: 5 of 5 iterations, loss 0.1\n";
        Assert.Equal([Line], Texts(Printed(Line, "stderr")));
        Assert.Equal(["no progress"], Texts(Printed("no progress")));
    }
}
