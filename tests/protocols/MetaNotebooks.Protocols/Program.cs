using System.CommandLine;
using MetaNotebooks.Protocols;

var root = new RootCommand("Runs protocols of papers on real data and prints what they give.")
{
    OmniglotSmallCommand.Create(),
};
var given = root.Parse(args);
var status = await given.InvokeAsync();
return given.Errors.Count > 0 ? 2 : status;
