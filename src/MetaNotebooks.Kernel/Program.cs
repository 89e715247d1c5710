return MetaNotebooks.Jupyter.CommandLine.Invoke(args, Console.Out, Console.Error);
