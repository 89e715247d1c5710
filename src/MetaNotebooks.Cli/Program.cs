using System.Text;
using MetaNotebooks.Cli;
using Spectre.Console;

// Notebooks' names and errors can hold any letter; Windows' consoles begin with those of one language.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = Encoding.UTF8;

return await CommandLine.Invoke(args, AnsiConsole.Console, Console.Error);
