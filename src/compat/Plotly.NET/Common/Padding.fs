namespace Plotly.NET

open DynamicObj

/// The space around something, in pixels.
type Padding() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?B: int, ?L: int, ?R: int, ?T: int) =
        Padding() |> Padding.style (?B = B, ?L = L, ?R = R, ?T = T)

    /// Sets the given properties.
    static member style(?B: int, ?L: int, ?R: int, ?T: int) =
        fun (padding: Padding) ->
            padding |> Dyn.style [ "b", Dyn.opt B; "l", Dyn.opt L; "r", Dyn.opt R; "t", Dyn.opt T ]
