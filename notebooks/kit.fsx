// The one file a notebook loads: the kit's libraries, which then tell the program how their values are shown, and from
// where the notebook names files.
#load "../artifacts/references.fsx"

MetaNotebooks.Host.Folder <- __SOURCE_DIRECTORY__
MetaNotebooks.Kit.start ()
