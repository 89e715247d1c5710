using MetaNotebooks.Cli;
using Spectre.Console;

return await CommandLine.Invoke(args, AnsiConsole.Console, Console.Error);
