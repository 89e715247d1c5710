using MetaNotebooks.BareHost;

// An F# host as others write them: a compiler session that refers to the framework alone, knows nothing of the kit or
// of .NET Interactive, and shows what has a public ToHtml(). Runs a notebook and writes it with the outputs that came.
if (args is not [var notebook, var ran])
{
    Console.Error.WriteLine("BareHost NOTEBOOK.ipynb RAN.ipynb");
    return 2;
}
(notebook, ran) = (Path.GetFullPath(notebook), Path.GetFullPath(ran));
Environment.CurrentDirectory = Path.GetDirectoryName(notebook)!;
var session = new BareSession();
var failure = NotebookRun.Write(notebook, ran, session) ?? session.FindUnwritable();
if (failure is null)
    return 0;
Console.Error.WriteLine(failure);
return 1;
