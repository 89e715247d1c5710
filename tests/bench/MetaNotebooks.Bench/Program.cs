using System.CommandLine;
using MetaNotebooks.Bench;

var root = new RootCommand("Times the kit on this machine, which should be quiet.")
{
    CompareCommand.Create(),
    ScaleCommand.Create(),
    SizeCommand.Create(),
    MemoryCommand.Create(),
    PeakCommand.Create(),
    SampleCommand.Create(),
    StartCommand.Create(),
};
var given = root.Parse(args.Length == 0 ? ["compare"] : args);
var status = await given.InvokeAsync();
return given.Errors.Count > 0 ? 2 : status;
