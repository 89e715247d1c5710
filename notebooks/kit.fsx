// The one file a notebook loads: the kit's libraries, how its values are shown, and the two words that show something later.
#load "../artifacts/references.fsx"

open System
open System.IO
open Microsoft.DotNet.Interactive
open Microsoft.DotNet.Interactive.Formatting
open Deedle
open MetaNotebooks
open Plotly.NET
open TorchSharp

// Before the first computation, which the core sets libtorch up for when it is loaded.
Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof<Seed>.Module.ModuleHandle)

let private html<'T> (show: 'T -> string) =
    Formatter.Register<'T>((fun (value: 'T) (writer: TextWriter) -> writer.Write(show value)), "text/html")

html<GenericChart> ChartHtml.ofChart

for kind in [ typeof<IFrame>; typedefof<ISeries<_>> ] do
    let show =
        Action<obj, TextWriter>(fun value writer -> Tables.tryOf value |> Option.iter writer.Write)

    Formatter.Register(kind, show, "text/html")

html<torch.Tensor>(fun tensor -> $"<pre>{Net.WebUtility.HtmlEncode(string tensor)}</pre>")

/// Shows how far a training run is, in one line that is overwritten.
let progress (name: string) : Action<TrainingProgress> =
    let name = Net.WebUtility.HtmlEncode name
    let shown = Kernel.display (Kernel.HTML $"<p>{name}</p>")

    Action<TrainingProgress>(fun p ->
        if p.Iteration % max 1 (p.Iterations / 50) = 0 || p.Iteration = p.Iterations then
            shown.Update(
                Kernel.HTML
                    $"<p>{name}: {p.Iteration:N0} of {p.Iterations:N0} iterations, loss {p.Loss:F3}</p>"
            ))

/// The notebook's full run: a full run keeps its figures under the name, (learner, figure, interval) each, with
/// the time since the clock was started; any run shows what was kept.
let fullRun
    (name: string)
    (seed: int)
    (clock: Diagnostics.Stopwatch)
    (figures: seq<string * string * Interval>)
    =
    if full then
        FullRuns.keep name seed clock figures

    Kernel.HTML(FullRuns.table name)
