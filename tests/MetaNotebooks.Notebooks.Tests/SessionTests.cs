using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>How a session says what is wrong with a cell.</summary>
public sealed class SessionTests(SessionTests.Shared shared) : IClassFixture<SessionTests.Shared>
{
    [Fact]
    public void ErrorTellsLineAndColumn()
    {
        var error = Evaluate("let a = 1\nlet b =\n    a + missing");
        Assert.Equal("F# error", error.Name);
        Assert.StartsWith(
            "line 3, column 9: FS0039: The value or constructor 'missing' is not defined.",
            error.Message
        );
    }

    [Fact]
    public void FsiIsNotDefined() =>
        Assert.Contains("'fsi' is not defined", Evaluate("fsi.CommandLineArgs").Message);

    [Fact]
    public void SyntaxErrorFails() => Assert.Contains("FS0010", Evaluate("let x = = 1").Message);

    [Fact]
    public void ExceptionTellsTypeMessageAndStackWithoutTheSession()
    {
        var error = Evaluate("let fail () = raise (ArgumentException \"too small\")\nfail () |> ignore");
        Assert.Equal("System.ArgumentException", error.Name);
        Assert.Equal("too small", error.Message);
        Assert.Equal("System.ArgumentException: too small", error.Details[0]);
        Assert.DoesNotContain(error.Details, line => line.Contains("System.Reflection"));
    }

    [Fact]
    public void ErrorInALoadedScriptNamesIt()
    {
        var script = Path.Combine(Path.GetTempPath(), $"broken-{Guid.NewGuid()}.fsx");
        File.WriteAllText(script, "module Broken\n\nlet x : int = \"text\"\n");
        try
        {
            var error = Evaluate($"#load @\"{script}\"");
            Assert.Contains(
                error.Details,
                line => line.StartsWith($"{Path.GetFileName(script)}, line 3, column 15: FS0001")
            );
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public void FailureLeavesTheSessionUsable()
    {
        Evaluate("let lost = missing");
        Assert.Equal(3, shared.Session.Evaluate("1 + 2").Value?.ReflectionValue);
    }

    private CellError Evaluate(string code)
    {
        var (_, error, _) = shared.Session.Evaluate(code);
        Assert.NotNull(error);
        return error;
    }

    /// <summary>One session for all tests: starting one takes a second.</summary>
    public sealed class Shared
    {
        internal Session Session { get; } = new();
    }
}
