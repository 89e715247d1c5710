module MetaNotebooks.FSharp.Tests.FullRunsTests

open System
open System.IO
open MetaNotebooks
open Xunit

let private figures =
    [
        "MAML", "1 step", Interval(0.1234567, 0.01)
        "MAML", "10 steps", Interval(2.0, 0.5)
        "a, \"b\"", "1 step", Interval(-1e-6, 0.0)
    ]

[<Fact>]
let ``what a full run keeps is read again, to six decimals`` () =
    let folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}")

    try
        FullRuns.keepIn folder "run" 7 (TimeSpan.FromSeconds 61.4) figures
        let kept = FullRuns.keptIn folder "run"
        Assert.Equal<string list>([ "MAML"; "MAML"; "a, \"b\"" ], kept |> List.map _.learner)
        Assert.Equal<string list>([ "1 step"; "10 steps"; "1 step" ], kept |> List.map _.figure)
        Assert.Equal<float list>([ 0.123457; 2.0; -1e-6 ], kept |> List.map _.mean)
        Assert.Equal<float list>([ 0.01; 0.5; 0.0 ], kept |> List.map _.half_width)
        Assert.All(kept, fun one -> Assert.Equal(("7", 61.0), (one.seed, one.seconds)))
        let figure = FullRuns.figureOf "run" kept
        Assert.Equal(Interval(2.0, 0.5), figure "MAML" "10 steps")

        let error =
            Assert.Throws<ArgumentException>(fun () -> figure "MAML" "2 steps" |> ignore)

        Assert.StartsWith("No figure '2 steps' of 'MAML' is kept under the name run.", error.Message)
    finally
        Directory.Delete(folder, true)

[<Fact>]
let ``a difference that rounds to nothing is kept without a sign`` () =
    let folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}")

    try
        FullRuns.keepIn folder "run" 1 TimeSpan.Zero [ "MAML", "gap", Interval(-1e-9, 0.0) ]
        Assert.DoesNotContain(",-0,", File.ReadAllText(Path.Combine(folder, "run.csv")))
    finally
        Directory.Delete(folder, true)

[<Fact>]
let ``a figure that is no number is kept, and is none when it is read again`` () =
    let folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}")

    try
        let exploded = [ "MAML", "100 steps", Interval(nan, nan) ]
        FullRuns.keepIn folder "run" 1 TimeSpan.Zero (figures @ exploded)
        let kept = FullRuns.keptIn folder "run"
        Assert.Equal<float>([ nan; nan ], [ (List.last kept).mean; (List.last kept).half_width ])
        Assert.Contains("NaN", (FullRuns.tableOf kept).ToHtml())
    finally
        Directory.Delete(folder, true)

[<Fact>]
let ``without a full run there is nothing, and the table says so`` () =
    Assert.Empty(FullRuns.kept "no-such-run")
    Assert.Contains("No full run has been kept", (FullRuns.table "no-such-run").ToHtml())

[<Fact>]
let ``a row a learner, and what is written is text wherever it stands`` () =
    let one learner figure mean =
        {
            learner = learner
            figure = figure
            mean = mean
            half_width = 0.25
            seed = "<s>"
            seconds = 1234.0
            commit = "<i>"
            machine = "a & b"
        }

    let html =
        (FullRuns.tableOf [ one "<b>" "1 & 2" 1.5; one "plain" "1 & 2" 2.5; one "plain" "<u>" 3.5 ]).ToHtml()

    let row learner first second =
        $"<tr><th>{learner}</th><td>{first}</td><td>{second}</td></tr>"

    Assert.Contains(row "&lt;b&gt;" "1.500 &#177; 0.250" "", html)
    Assert.Contains(row "plain" "2.500 &#177; 0.250" "3.500 &#177; 0.250", html)
    Assert.Contains("<tr><th></th><th>1 &amp; 2</th><th>&lt;u&gt;</th></tr>", html)
    Assert.Contains("seed &lt;s&gt;, 1,234 s, commit &lt;i&gt;, a &amp; b.", html)
