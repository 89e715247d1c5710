// The one file a notebook loads: the kit's libraries, and how this program shows what they make.
#load "../artifacts/references.fsx"

open System
open System.IO
open System.Net
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

html<Html> _.ToHtml()
html<GenericChart> ChartHtml.ofChart
html<torch.Tensor>(fun tensor -> $"<pre>{WebUtility.HtmlEncode(string tensor)}</pre>")

for kind in [ typeof<IFrame>; typedefof<ISeries<_>> ] do
    let show =
        Action<obj, TextWriter>(fun value writer -> Tables.tryOf value |> Option.iter writer.Write)

    Formatter.Register(kind, show, "text/html")

Host.Line <-
    fun line ->
        let html (line: string) =
            Kernel.HTML $"<p>{WebUtility.HtmlEncode line}</p>"

        let shown = Kernel.display (html line)
        fun line -> shown.Update(html line)
