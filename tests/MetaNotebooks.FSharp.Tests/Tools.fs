module MetaNotebooks.FSharp.Tests.Tools

open System
open System.Diagnostics
open System.IO
open System.Net
open System.Threading
open Xunit

let private up start isWanted =
    let mutable folder: DirectoryInfo | null = DirectoryInfo start

    while not (isNull folder) && not (isWanted (nonNull folder)) do
        folder <- (nonNull folder).Parent

    folder

/// The folder of the solution.
let root =
    let found =
        up AppContext.BaseDirectory (fun folder ->
            File.Exists(Path.Combine(folder.FullName, "MetaNotebooks.sln")))

    (nonNull found).FullName

let plotly =
    Path.Combine(root, "node_modules", "plotly.js-dist-min", "plotly.min.js")

/// The path of a program, if it is installed.
let find (programs: string list) =
    let folders =
        match Environment.GetEnvironmentVariable "PATH" with
        | null -> [||]
        | path -> path.Split Path.PathSeparator

    Seq.allPairs programs folders
    |> Seq.map (fun (program, folder) -> Path.Combine(folder, program))
    |> Seq.tryFind File.Exists

/// Skips the test unless plotly.js and one of these programs are there.
let need programs =
    Assert.SkipUnless(File.Exists plotly, "plotly.js is not installed (npm ci).")

    match find programs with
    | Some program -> program
    | None ->
        Assert.Skip $"""{String.concat " or " programs} is not installed."""
        ""

/// What a program prints, given its standard input.
let run (program: string) (arguments: string list) (input: string) =
    let start =
        ProcessStartInfo(
            program,
            arguments,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        )

    use job = nonNull (Process.Start start)

    let output, errors =
        job.StandardOutput.ReadToEndAsync(), job.StandardError.ReadToEndAsync()

    job.StandardInput.Write input
    job.StandardInput.Close()

    if not (job.WaitForExit(TimeSpan.FromMinutes 1.)) then
        job.Kill true
        failwith $"{program} did not end within a minute."

    if job.ExitCode <> 0 then
        // A stack trace of plotly.js quotes its one line of four million letters.
        let lines = errors.Result.Split '\n' |> Array.filter (fun line -> line.Length < 200)
        failwith $"""{program} ended with {job.ExitCode}: {String.concat "\n" lines}"""

    output.Result

/// A server of one script on this machine, as a network serves it to pages from elsewhere.
type ScriptServer(script: byte[]) =
    let mutable requests = 0

    let rec listen tries =
        let address = $"http://127.0.0.1:{Random.Shared.Next(10_000, 32_768)}/"
        let listener = new HttpListener()
        listener.Prefixes.Add address

        try
            listener.Start()
            listener, address
        with :? HttpListenerException when tries > 0 ->
            listen (tries - 1)

    let listener, address = listen 20

    let settled = new ManualResetEventSlim()

    let answer (context: HttpListenerContext) =
        context.Response.AddHeader("Access-Control-Allow-Origin", "*")

        match (nonNull context.Request.Url).AbsolutePath with
        | "/hold" ->
            settled.Wait(TimeSpan.FromSeconds 20.) |> ignore
            context.Response.Close()
        | "/settled" ->
            settled.Set()
            context.Response.Close()
        | _ ->
            Interlocked.Increment &requests |> ignore
            context.Response.ContentType <- "text/javascript"
            context.Response.Close(script, true)

    let serve () =
        try
            while true do
                let context = listener.GetContext()
                ThreadPool.QueueUserWorkItem(fun _ -> answer context) |> ignore
        with
        | :? HttpListenerException
        | :? ObjectDisposedException -> ()

    do Thread(serve, IsBackground = true).Start()

    /// Where the script is.
    member _.Address = address + "plotly.min.js"

    /// The end of a page that is not loaded before its charts are drawn, or cannot be.
    member _.Hold =
        $"""<img src="{address}hold" alt=""><script>
        window.metaNotebooksPlotly.catch(function () {{}}).then(function () {{
          setTimeout(function () {{ fetch("{address}settled"); }}, 300);
        }});
        </script>"""

    /// How often it was asked for.
    member _.Requests = requests

    interface IDisposable with
        member _.Dispose() = listener.Close()
