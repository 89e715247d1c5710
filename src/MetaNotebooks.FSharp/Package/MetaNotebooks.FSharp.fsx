// Run by F# sessions after #r "nuget: MetaNotebooks.FSharp".
MetaNotebooks.Kit.start ()
