namespace MetaNotebooks

/// The kit's pictures; each call makes a fresh chart. The files beside this one add a kind of picture each.
[<AbstractClass; Sealed>]
type Draw = class end
