using System.CommandLine;
using MetaNotebooks.Runner.Evaluation;
using MetaNotebooks.Runner.Running;
using Spectre.Console;

var console = AnsiConsole.Console;
var paths = new Argument<string[]>("PATH")
{
    Description = "Notebooks, or folders of them.",
    DefaultValueFactory = _ => ["notebooks"],
};
var folder = new Option<string>("--out")
{
    Description = "The folder for the site; an earlier site there is replaced.",
    HelpName = "DIR",
    DefaultValueFactory = _ => Path.Combine("artifacts", "site"),
};
var store = new Option<bool>("--store")
{
    Description = "Also write the outputs into the notebooks themselves, of those that passed.",
};

var run = new Command("run", "Run notebooks cell by cell and write them, with their outputs, as a site.")
{
    paths,
    folder,
    store,
};
run.SetAction(
    (parsed, cancel) =>
        Commands.Run(
            parsed.GetValue(paths)!,
            parsed.GetValue(folder)!,
            parsed.GetValue(store),
            console,
            cancel
        )
);

var export = new Command("export", "Write the site from the outputs that notebooks hold, running nothing.")
{
    paths,
    folder,
};
export.SetAction((parsed, _) => Commands.Export(parsed.GetValue(paths)!, parsed.GetValue(folder)!, console));

var pipe = new Argument<string>("PIPE");
var host = new Command(NotebookProcess.Verb) { pipe };
host.Hidden = true;
host.SetAction(parsed => NotebookHost.Run(parsed.GetValue(pipe)!));

var root = new RootCommand(
    "Runs the kit's F# notebooks. Exit status: 0 passed, 1 a cell failed, 2 bad input."
)
{
    run,
    export,
    host,
};
var status = await root.Parse(args).InvokeAsync();
return status == 1 && root.Parse(args).Errors.Count > 0 ? Commands.BadInput : status;
