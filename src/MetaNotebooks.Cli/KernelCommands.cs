using System.CommandLine;
using System.Globalization;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Jupyter;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using MetaNotebooks.Notebooks.Jupyter.Serving;

namespace MetaNotebooks.Cli;

/// <summary>The verbs of the kernel for Jupyter clients, and the one that writes a notebook in another form.</summary>
internal static class KernelCommands
{
    /// <summary>The kernel's verbs.</summary>
    public static Command Kernel(TextWriter output, TextWriter error) =>
        new("kernel", "The kernel for Jupyter clients, and its place among Jupyter's.")
        {
            Install(output, error),
            Uninstall(output, error),
            Start(error),
        };

    /// <summary>Writes a notebook in another form.</summary>
    public static Command Convert(TextWriter error)
    {
        var from = new Argument<string>("FROM") { Description = "A notebook, .ipynb or .dib." };
        var to = new Argument<string>("TO")
        {
            Description = "A file that ends in .ipynb, .dib, .fsx or .html.",
        };
        var convert = new Command("convert", "Write a notebook in another form.") { from, to };
        convert.SetAction(given =>
            Guard(error, () => Converter.Convert(given.GetRequiredValue(from), given.GetRequiredValue(to)))
        );
        return convert;
    }

    private static Command Install(TextWriter output, TextWriter error)
    {
        var (prefix, interactive) = (Prefix(), Interactive());
        var install = new Command("install", "Make the kernel known to Jupyter.") { prefix, interactive };
        install.SetAction(given =>
            Guard(
                error,
                () =>
                {
                    foreach (var name in Names(given.GetValue(interactive)))
                        output.WriteLine($"kernel: {KernelSpec.Install(given.GetValue(prefix), name)}");
                }
            )
        );
        return install;
    }

    private static Command Uninstall(TextWriter output, TextWriter error)
    {
        var prefix = Prefix();
        var uninstall = new Command("uninstall", "Remove what install wrote.") { prefix };
        uninstall.SetAction(given =>
            Guard(
                error,
                () =>
                {
                    foreach (var name in Names(interactive: true))
                        if (KernelSpec.Uninstall(given.GetValue(prefix), name) is { } folder)
                            output.WriteLine($"removed: {folder}");
                }
            )
        );
        return uninstall;
    }

    private static Command Start(TextWriter error)
    {
        var file = new Argument<string>("CONNECTION_FILE");
        var start = new Command("start", "Serve the clients that a connection file is for.") { file };
        start.SetAction(given =>
        {
            var status = Guard(
                error,
                () =>
                {
                    // Numbers print the same on every machine.
                    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
                    CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
                    KernelServer.Run(ConnectionFile.Read(given.GetRequiredValue(file)));
                }
            );
            // Without waiting for threads that cells have left behind.
            Environment.Exit(status);
        });
        return start;
    }

    private static Option<string?> Prefix() =>
        new("--prefix")
        {
            Description = "The installation whose share/jupyter is meant; the user's own folder by default.",
            HelpName = "DIR",
        };

    private static Option<bool> Interactive() =>
        new("--net-interactive")
        {
            Description = $"Also serve notebooks that ask for '{KernelSpec.InteractiveName}'.",
        };

    private static string[] Names(bool interactive) =>
        interactive ? [KernelSpec.OwnName, KernelSpec.InteractiveName] : [KernelSpec.OwnName];

    internal static int Guard(TextWriter error, Action action) =>
        Guard(
            error,
            () =>
            {
                action();
                return Commands.Passed;
            }
        );

    internal static int Guard(TextWriter error, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {bad.Message}");
            return Commands.BadInput;
        }
    }
}
