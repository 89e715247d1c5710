namespace MetaNotebooks.Notebooks.Tests;

/// <summary>A cell that no host may lose its session over, and what comes of it.</summary>
/// <param name="Name">A name for it.</param>
/// <param name="Code">The cell.</param>
/// <param name="Error">The name of the error that the cell ends with, or null when it passes.</param>
/// <param name="Words">What the error says, or what is shown.</param>
public sealed record HostileCell(string Name, string Code, string? Error, string Words)
{
    private const int Long = 5_000_000;

    /// <summary>Whether it is C#, under the magic command that the kernel knows.</summary>
    public bool IsCSharp => Code.StartsWith("#!csharp");

    /// <summary>Checks what a host made of it.</summary>
    /// <param name="error">The name and the message of the error output, or null.</param>
    /// <param name="outputs">All of the cell's outputs as JSON, its characters unescaped.</param>
    public void Check((string? Name, string? Message)? error, string outputs)
    {
        // Of classes of a cell, only the ends of their names are known.
        var isAsItShould = Error is null ? error is null : error?.Name?.EndsWith(Error) == true;
        Assert.True(isAsItShould, $"{error}");
        Assert.Contains(Words, error is null ? outputs : error.Value.Message);
        Assert.InRange(outputs.Length, 1, Long);
    }
}

/// <summary>Outputs and exceptions of every kind that spoil something, for every host of cells.</summary>
public static class HostileCells
{
    private const string Limit = "Output limit";
    private const string TooLong = "at most 20,000,000 can be shown";
    private const string TooDeep = "holds others more than 64 deep, or holds itself";
    private const string Self = "let all: obj[] = [| 1; null |]\nall[1] <- all\n";
    private const string CSharp = "#!csharp\n";

    // Classes whose every member throws or gives nothing.
    private const string FSharpErrors = """
        type Mute() =
            inherit Exception()
            override _.Message = null
        type Loud() =
            inherit Exception()
            override _.Message = failwith "no message"
        type Broken() =
            inherit Exception("a message")
            override _.StackTrace = failwith "no stack"
            override _.ToString() = failwith "no text"
        exception Half of string
        """;

    private const string CSharpErrors = """
        #!csharp
        class Mute : Exception { public override string Message => null; }
        class Loud : Exception { public override string Message => throw new Exception("no message"); }
        class Broken : Exception
        {
            public Broken() : base("a message") { }
            public override string StackTrace => throw new Exception("no stack");
            public override string ToString() => throw new Exception("no text");
        }

        """;

    /// <summary>All of them, of which some end with an error.</summary>
    public static IReadOnlyList<HostileCell> All { get; } =
    [.. TooLarge(), .. Endless(), .. Throwing(), .. Illformed(), .. OnOtherThreads(), .. Lists()];

    /// <summary>One by its name.</summary>
    public static HostileCell Of(string name) => All.Single(cell => cell.Name == name);

    private static IEnumerable<HostileCell> TooLarge() =>
        [
            new("print", "printfn \"%s\" (String('x', 170_000_000))", Limit, TooLong),
            new("printed-error", "eprintf \"%s\" (String('x', 30_000_000))", Limit, TooLong),
            new("text", "String('x', 30_000_000)", Limit, TooLong),
            new("html", "display (HTML (String('x', 30_000_000))) |> ignore", Limit, TooLong),
            new("updated", "(display \"short\").Update(String('x', 30_000_000))", Limit, TooLong),
            new("csharp-print", $"{CSharp}Console.Write(new string('x', 30_000_000));", Limit, TooLong),
            new("csharp-text", $"{CSharp}new string('x', 30_000_000)", Limit, TooLong),
            new("long-message", "(failwith (String('x', 30_000_000)): int)", "System.Exception", "xxx"),
        ];

    private static IEnumerable<HostileCell> Endless() =>
        [
            new("self", $"{Self}all", Limit, TooDeep),
            new("self-plain", $"{Self}display(all, \"text/plain\") |> ignore", Limit, TooDeep),
            new("self-updated", $"{Self}(display \"short\").Update all", Limit, TooDeep),
            new("self-extension", $"{Self}all.Display() |> ignore", Limit, TooDeep),
            new("self-in-record", $"type Holds = {{ Held: obj }}\n{Self}{{ Held = all }}", Limit, TooDeep),
            new(
                "self-enumerated",
                """
                type Again() =
                    member _.Name = "again"
                    interface seq<Again> with
                        member this.GetEnumerator() = (Seq.singleton this).GetEnumerator()
                    interface Collections.IEnumerable with
                        member this.GetEnumerator() = (Seq.singleton this).GetEnumerator() :> Collections.IEnumerator
                Again()
                """,
                Limit,
                TooDeep
            ),
            new(
                "deep",
                "let mutable nest = box 1\nfor _ in 1 .. 100_000 do nest <- box [ nest ]\nnest",
                Limit,
                TooDeep
            ),
            new(
                "self-record",
                "type Own = { mutable Me: obj }\nlet own = { Me = null }\nown.Me <- own\nown",
                null,
                "Me"
            ),
            new("infinite", "Seq.initInfinite id", null, "more"),
            new("csharp-self", $"{CSharp}var all = new object[1];\nall[0] = all;\nall", Limit, TooDeep),
            new(
                "csharp-deep",
                $"{CSharp}object nest = 1;\nfor (var i = 0; i < 100_000; i++)\n"
                    + $"nest = new List<object> {{ nest }};\nnest",
                Limit,
                TooDeep
            ),
        ];

    private static IEnumerable<HostileCell> Throwing() =>
        [
            .. Thrown("fsharp", kind => $"{FSharpErrors}\n(raise ({kind}()): int)"),
            .. Thrown("csharp", kind => $"{CSharpErrors}throw new {kind}();"),
            new(
                "formatter",
                "type Unshown() = class end\n"
                    + "Formatter.Register<Unshown>((fun (_: Unshown) -> (failwith \"unshown\": string)), \"text/html\")\n"
                    + "Unshown()",
                "System.Exception",
                "unshown"
            ),
            new(
                "no-json",
                "display(typeof<int>, \"application/json\") |> ignore",
                "System.NotSupportedException",
                ""
            ),
        ];

    private static IEnumerable<HostileCell> Thrown(string language, Func<string, string> code)
    {
        HostileCell Cell(string kind, string words) =>
            new($"{language}-{kind}", code(kind), $"+{kind}", words);
        return
        [
            Cell("Mute", "(an exception without a message)"),
            Cell("Loud", "(an exception without a message)"),
            Cell("Broken", "a message"),
        ];
    }

    private static IEnumerable<HostileCell> Illformed() =>
        [
            new("half-text", "\"a\\uD800b\"", null, "a\uFFFDb"),
            new("half-print", "printfn \"%s\" \"a\\uD800b\"", null, "a\uFFFDb"),
            new("half-html", "HTML \"a\\uDC00b\"", null, "a\uFFFDb"),
            new("half-message", "(failwith \"a\\uD800b\": int)", "System.Exception", "a\uFFFDb"),
            new("half-json", Json("""{"a\\uD800": "b\\uDC00"}"""), null, "b\uFFFD"),
            new("twice-json", Json("""{"a": 1, "a": 2}"""), null, "a"),
            new("null-form", "FormattedValue(\"text/html\", null)", null, "text/html"),
            new("csharp-half", $"{CSharp}\"a\\uD800b\"", null, "a\uFFFDb"),
        ];

    private static string Json(string json) =>
        $"FormattedValue(\"application/json\", \"{json.Replace("\"", "\\\"")}\")";

    private static IEnumerable<HostileCell> OnOtherThreads() =>
        [
            new(
                "thread",
                $"let thread = Threading.Thread(fun () -> {Fails})\nthread.Start()\nthread.Join()",
                null,
                "on purpose"
            ),
            new(
                "pool",
                $"{Once}Threading.ThreadPool.UnsafeQueueUserWorkItem(once, null) |> ignore\nover.Wait()",
                null,
                "on purpose"
            ),
            new(
                "timer",
                $"{Once}let timer =\n    use bare = Threading.ExecutionContext.SuppressFlow()\n"
                    + "    new Threading.Timer(once, null, 0, -1)\nover.Wait()",
                null,
                "on purpose"
            ),
            new(
                "displays",
                "Threading.Tasks.Parallel.For(0, 500, fun i -> display (string i) |> ignore) |> ignore\n"
                    + "display \"all\" |> ignore",
                null,
                "499"
            ),
        ];

    private const string Fails = "failwith \"on purpose\"";

    // What stands in a finally block comes after what the host does about an exception, where nothing catches it on the
    // way and throws it again: .NET does so for a callback that is given an execution context.
    private const string Once =
        $"let over = new Threading.ManualResetEventSlim()\nlet once _ = try {Fails} finally over.Set()\n";

    private static IEnumerable<HostileCell> Lists() =>
        [
            new(
                "tuples",
                "[ for i in 1 .. 20 -> [ for j in 1 .. 20 -> [ for k in 1 .. 20 -> (i, j, k) ] ] ]",
                null,
                "index"
            ),
        ];
}
