using MetaNotebooks.Runner;
using Spectre.Console;

return await CommandLine.Invoke(args, AnsiConsole.Console, Console.Error);
