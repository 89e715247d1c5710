namespace MetaNotebooks.Notebooks.Jupyter;

/// <summary>The cell of parameters that papermill puts into a notebook, in the words of its F# translator.</summary>
public sealed class PapermillTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    // As papermill 2.6 writes it for {"whole": 5, "negative": -3, "large": 5000000000, …}: a string's other
    // characters as escapes, a map's values as IComparable, which only "open System" brings.
    private const string Parameters = """
        (* Parameters *)
        let whole = 5
        let negative = -3
        let large = 5000000000L
        let rate = 0.25
        let small = 1e-07
        let yes = true
        let no = false
        let words = "it's \"quoted\", a \\ and a\ttab\nand a line"
        let foreign = "\u03bb na\xefve \U0001f600"
        let numbers = [ 1; 2; 3 ]
        let names = [ "a"; "b \"c\"" ]
        let nothing = None
        let options = [ ("rate", 0.5 :> IComparable); ("name", "maml" :> IComparable); ("on", true :> IComparable) ] |> Map.ofList

        """;

    [Fact]
    public void Its_values_arrive()
    {
        using var client = kernel.Connect().Hear();
        var (reply, published) = client.Execute(Parameters);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.DoesNotContain(published, message => message.Type is "stream" or "error");
        string[] truths =
        [
            "whole = 5",
            "negative = -3",
            "large = 5_000_000_000L",
            "rate = 0.25",
            "small = 0.0000001",
            "yes && not no",
            "words = \"it's \\\"quoted\\\", a \\\\ and a\\ttab\\nand a line\"",
            "foreign = \"\u03bb na\u00efve \U0001f600\"",
            "numbers = [ 1; 2; 3 ]",
            "names = [ \"a\"; \"b \\\"c\\\"\" ]",
            "Option.isNone (nothing: int option)",
            "options.Count = 3",
            "(options[\"rate\"] :?> float) = 0.5",
            "(options[\"name\"] :?> string) = \"maml\"",
            "(options[\"on\"] :?> bool)",
        ];
        foreach (var truth in truths)
        {
            var (_, shown) = client.Execute(truth);
            var result = Assert.Single(shown, message => message.Type == "execute_result");
            Assert.Equal($"{truth}: True", $"{truth}: {result.Content["data"]!["text/plain"]}");
        }
    }

    // papermill puts its cell behind the one with the tag "parameters".
    [Fact]
    public void They_stand_for_the_notebooks_own()
    {
        using var client = kernel.Connect().Hear();
        client.Execute("let shots = 1\nlet family = \"sines\"");
        client.Execute("(* Parameters *)\nlet shots = 5\n");
        var (_, published) = client.Execute("$\"{family} {shots}\"");
        var result = Assert.Single(published, message => message.Type == "execute_result");
        Assert.Equal("sines 5", (string?)result.Content["data"]!["text/plain"]);
    }
}
