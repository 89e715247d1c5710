namespace Plotly.NET

open DynamicObj

/// A font.
type Font() =
    inherit DynamicObj()

    /// A new object with the given properties.
    static member init(?Family: StyleParam.FontFamily, ?Size: float, ?Color: Color) =
        Font() |> Font.style (?Family = Family, ?Size = Size, ?Color = Color)

    /// Sets the given properties.
    static member style(?Family: StyleParam.FontFamily, ?Size: float, ?Color: Color) =
        fun (font: Font) ->
            font |> Dyn.style [ "family", Dyn.opt Family; "size", Dyn.opt Size; "color", Dyn.opt Color ]
