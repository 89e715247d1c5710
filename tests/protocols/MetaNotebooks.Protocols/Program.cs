using System.CommandLine;
using MetaNotebooks.Protocols;

var root = new RootCommand("Runs protocols of papers on real data and prints what they give.")
{
    OmniglotSmallCommand.Create(),
};
var given = root.Parse(args);

// What Ctrl-C does is the verbs' own affair: by default two seconds after it the process would be ended.
var status = given.Invoke(new() { ProcessTerminationTimeout = null });
return given.Errors.Count > 0 ? 2 : status;
