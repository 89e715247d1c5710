using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using MetaNotebooks.Notebooks.Tests;

namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>Notebooks, unchanged, cell by cell in the kernel: each shows what is stored.</summary>
[Trait("Speed", "slow")]
public sealed class KernelNotebooksTests : IDisposable
{
    private readonly DirectoryInfo _ran = Directory.CreateTempSubdirectory("kernel-notebooks-");

    /// <inheritdoc/>
    public void Dispose() => _ran.Delete(recursive: true);

    [Theory]
    [InlineData("01-gradient-descent")]
    [InlineData("08-meta-lstm")]
    [InlineData("11-zero-shot-and-transfer")]
    public async Task OutputsAreThoseThatAreStored(string name)
    {
        KitCells.SkipUnlessBuilt();
        var path = KitRoot.At("notebooks", $"{name}.ipynb");
        var notebook = NotebookReader.Read(path);
        using var kernel = KernelProcess.In(notebook.Folder);
        using var client = kernel.Connect().Hear();
        var shown = new Dictionary<string, JsonObject>();
        foreach (var (count, cell) in notebook.Code.Index())
        {
            cell.Clear();
            var (reply, published) = client.Execute(cell.Text);
            Assert.True((string?)reply["status"] == "ok", $"{cell.Id}: {reply.ToJsonString()}");
            cell.ExecutionCount = count + 1;
            foreach (var message in published)
                Keep(message, cell.Outputs, shown);
        }
        File.WriteAllText(Path.Combine(_ran.FullName, $"{name}.ipynb"), notebook.ToText());
        var (status, text) = await Workspace.Invoke("check", path, "--ran", _ran.FullName);
        Assert.True(status == 0, text);
    }

    // As a client keeps what is published: an output of its own, or in the place of one shown before.
    private static void Keep(Message message, JsonArray outputs, Dictionary<string, JsonObject> shown)
    {
        var content = message.Content.DeepClone().AsObject();
        var id = (string?)content["transient"]?["display_id"];
        content.Remove("transient");
        if (message.Type == "update_display_data")
            shown[id!]["data"] = content["data"]!.DeepClone();
        if (message.Type is not ("stream" or "display_data" or "execute_result"))
            return;
        content["output_type"] = message.Type;
        outputs.Add(content);
        if (id is not null)
            shown[id] = content;
    }
}
