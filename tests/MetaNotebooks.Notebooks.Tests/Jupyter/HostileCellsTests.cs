using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Tests;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Hostile outputs and exceptions in cells of a kernel, which keeps its values.</summary>
public sealed class HostileCellsTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    /// <summary>The cells of both languages.</summary>
    public static TheoryData<string> Names => [.. HostileCells.All.Select(cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cell_ends_as_it_should_and_values_are_kept(string name)
    {
        using var client = kernel.Connect().Hear();
        client.Execute("let kept = 42");
        var (reply, published) = client.Execute(HostileCells.Of(name).Code);
        var error = published.SingleOrDefault(message => message.Type == "error")?.Content;
        Assert.Equal(error is null ? "ok" : "error", (string?)reply["status"]);
        Assert.Equal((string?)error?["ename"], (string?)reply["ename"]);
        string[] shown = ["stream", "display_data", "update_display_data", "execute_result", "error"];
        var outputs = published
            .Where(message => shown.Contains(message.Type))
            .Select(message => JsonText.Write(message.Content));
        HostileCells
            .Of(name)
            .Check(
                error is null ? null : ((string?)error["ename"], (string?)error["evalue"]),
                string.Concat(outputs)
            );
        var after = client.Execute("kept").Published.Single(message => message.Type == "execute_result");
        Assert.Equal("42", (string?)after.Content["data"]!["text/plain"]);
    }
}
