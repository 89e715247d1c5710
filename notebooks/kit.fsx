// The one file a notebook loads: the kit's libraries, which then tell the program how their values are shown.
#load "../artifacts/references.fsx"

MetaNotebooks.Kit.start ()
