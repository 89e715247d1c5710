using System.CommandLine;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Running;
using MetaNotebooks.Notebooks.Sweeps;
using Spectre.Console;

namespace MetaNotebooks.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments ask and gives the exit status.</summary>
    public static async Task<int> Invoke(string[] args, IAnsiConsole console, TextWriter error)
    {
        var commands = new Commands(console, error);
        var root = new RootCommand(
            "Runs, checks, shows and converts F# notebooks, and serves Jupyter clients. Exit status: 0 passed, "
                + "1 a cell failed or changed, 2 bad input, also where others ran."
        )
        {
            Run(commands),
            Check(commands),
            Export(commands),
            KernelCommands.Convert(error),
            NewCommand.New(console.Profile.Out.Writer, error),
            KernelCommands.Kernel(console.Profile.Out.Writer, error),
            SweepCommands.Sweep(console.Profile.Out.Writer, error),
            JobCommand.Job(error),
            WorkersCommand.Workers(error),
            Host(),
        };
        // "@name" is an argument as any other, not a file of arguments.
        var given = root.Parse(
            ParameterOptions.Join(args),
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        var output = new InvocationConfiguration { Output = console.Profile.Out.Writer, Error = error };
        // A job answers signals itself; a sweep waits until its jobs have kept what they have.
        if (given.CommandResult.Command.Name == JobRun.Verb)
            output.ProcessTerminationTimeout = null;
        else if (given.CommandResult.Command.Name == SweepCommands.Verb)
            output.ProcessTerminationTimeout = TimeSpan.FromSeconds(SlurmJobs.Notice);
        var status = await given.InvokeAsync(output);
        return given.Errors.Count > 0 ? Commands.BadInput : status;
    }

    private static Command Run(Commands commands)
    {
        var (paths, folder, queue) = (Options.Paths(), Options.Folder(), new QueueOptions());
        var parameters = new ParameterOptions();
        var store = new Option<bool>("--store")
        {
            Description = "Also write the outputs into the notebooks themselves, of those that passed.",
        };
        var solutions = new Option<bool>("--solutions")
        {
            Description =
                "Also run the solutions of exercises, F# in <details> in the text, after a notebook's cells.",
        };
        var run = new Command(
            "run",
            "Run notebooks cell by cell and write them, with their outputs, as a site."
        )
        {
            paths,
            folder,
            store,
            solutions,
        };
        parameters.AddTo(run);
        queue.AddTo(run);
        run.SetAction(
            (given, cancel) =>
                commands.Run(
                    given.GetValue(paths)!,
                    () => parameters.Read(given),
                    given.GetValue(folder),
                    given.GetValue(store),
                    queue.Read(given, given.GetValue(solutions)),
                    cancel
                )
        );
        return run;
    }

    private static Command Check(Commands commands)
    {
        var (paths, tolerance, queue) = (Options.Paths(), Options.ToleranceOf(), new QueueOptions());
        var ran = new Option<string?>("--ran")
        {
            Description =
                "Run nothing: compare notebooks of the same names in DIR, which another program ran.",
            HelpName = "DIR",
        };
        var check = new Command(
            "check",
            "Run notebooks again and tell where they give something else than what is stored in them."
        )
        {
            paths,
            tolerance,
            ran,
        };
        queue.AddTo(check);
        check.SetAction(
            (given, cancel) =>
                commands.Check(
                    given.GetValue(paths)!,
                    given.GetValue(tolerance),
                    given.GetValue(ran),
                    queue.Read(given),
                    cancel
                )
        );
        return check;
    }

    private static Command Export(Commands commands)
    {
        var (paths, folder) = (Options.Paths(), Options.Folder());
        var export = new Command(
            "export",
            "Write the site from the outputs that notebooks hold, running nothing."
        )
        {
            paths,
            folder,
        };
        export.SetAction((given, _) => commands.Export(given.GetValue(paths)!, given.GetValue(folder)));
        return export;
    }

    private static Command Host()
    {
        var pipe = new Argument<string>("PIPE");
        var host = new Command(NotebookProcess.Verb) { pipe };
        host.Hidden = true;
        host.SetAction(given => NotebookHost.Run(given.GetRequiredValue(pipe)));
        return host;
    }
}
