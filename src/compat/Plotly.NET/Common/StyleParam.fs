namespace Plotly.NET

open System

/// The words that plotly.js knows for each kind of setting.
module StyleParam =

    /// How an axis finds its range.
    [<RequireQualifiedAccess>]
    type AutoRange =
        | True
        | False
        | Reversed

    /// The scale of an axis.
    [<RequireQualifiedAccess>]
    type AxisType =
        | Auto
        | Linear
        | Log
        | Date
        | Category
        | MultiCategory

    /// How bars at the same place share it.
    [<RequireQualifiedAccess>]
    type BarMode =
        | Stack
        | Group
        | Overlay
        | Relative

    /// What a box shows of its mean.
    [<RequireQualifiedAccess>]
    type BoxMean =
        | True
        | False
        | SD

    /// Which points are drawn beside a box.
    [<RequireQualifiedAccess>]
    type BoxPoints =
        | Outliers
        | All
        | SuspectedOutliers
        | False

    /// How a scene is projected.
    [<RequireQualifiedAccess>]
    type CameraProjectionType =
        | Perspective
        | Orthographic

    /// The order of categories on an axis.
    [<RequireQualifiedAccess>]
    type CategoryOrder =
        | Trace
        | CategoryAscending
        | CategoryDescending
        | Array

    /// What of a contour chart has colour.
    [<RequireQualifiedAccess>]
    type ContourColoring =
        | Fill
        | Heatmap
        | Lines
        | NoColoring

    /// Where an error bar has its length from.
    [<RequireQualifiedAccess>]
    type ErrorType =
        | Percent
        | Constant
        | Sqrt
        | Data

    /// How powers of ten are written on an axis.
    [<RequireQualifiedAccess>]
    type ExponentFormat =
        | B
        | SI
        | Power
        | Ecapital
        | E
        | None

    /// What a line encloses with colour.
    [<RequireQualifiedAccess>]
    type Fill =
        | None
        | ToZero_y
        | ToZero_x
        | ToNext_y
        | ToNext_x
        | ToSelf
        | ToNext

    /// What a bin shows.
    [<RequireQualifiedAccess>]
    type HistFunc =
        | Count
        | Sum
        | Avg
        | Min
        | Max

    /// How a histogram is normalised.
    [<RequireQualifiedAccess>]
    type HistNorm =
        | None
        | Percent
        | Probability
        | Density
        | ProbabilityDensity

    /// Horizontal alignment.
    [<RequireQualifiedAccess>]
    type HorizontalAlign =
        | Left
        | Center
        | Right

    /// What shows when the pointer is on a point.
    [<RequireQualifiedAccess>]
    type HoverInfo =
        | X
        | XY
        | Y
        | Z
        | Text
        | Name
        | All
        | None
        | Skip

    /// Which points answer to the pointer.
    [<RequireQualifiedAccess>]
    type HoverMode =
        | Closest
        | X
        | Y
        | False
        | XUnified
        | YUnified

    /// What a shape or an image lies above.
    [<RequireQualifiedAccess>]
    type Layer =
        | Below
        | Above
        | AboveTraces
        | BelowTraces

    /// Whether the cells of a grid share axes.
    [<RequireQualifiedAccess>]
    type LayoutGridPattern =
        | Independent
        | Coupled

    /// Where the first row of a grid is.
    [<RequireQualifiedAccess>]
    type LayoutGridRowOrder =
        | TopToBottom
        | BottomToTop

    /// The shape of a marker in a scene.
    [<RequireQualifiedAccess>]
    type MarkerSymbol3D =
        | Circle
        | Cross
        | Diamond
        | Square
        | X

    /// Which function of plotly.js a slider step calls.
    [<RequireQualifiedAccess>]
    type Method =
        | Restyle
        | Relayout
        | Animate
        | Update
        | Skip

    /// Whether an axis line is repeated on the other side.
    [<RequireQualifiedAccess>]
    type Mirror =
        | True
        | Ticks
        | False
        | All
        | AllTicks

    /// What a scatter trace draws.
    [<RequireQualifiedAccess>]
    type Mode =
        | None
        | Lines
        | Lines_Markers
        | Lines_Text
        | Lines_Markers_Text
        | Markers
        | Markers_Text
        | Text

    /// Horizontal or vertical.
    [<RequireQualifiedAccess>]
    type Orientation =
        | Horizontal
        | Vertical

    /// What the automatic range of an axis must hold.
    [<RequireQualifiedAccess>]
    type RangeMode =
        | Normal
        | ToZero
        | NonNegative

    /// How a line goes from point to point.
    [<RequireQualifiedAccess>]
    type Shape =
        | Linear
        | Spline
        | Hv
        | Vh
        | Hvh
        | Vhv

    /// What a shape is.
    [<RequireQualifiedAccess>]
    type ShapeType =
        | Circle
        | Rectangle
        | SvgPath
        | Line

    /// A side of the chart.
    [<RequireQualifiedAccess>]
    type Side =
        | Top
        | TopLeft
        | TopCenter
        | TopRight
        | Bottom
        | Left
        | Right

    /// How a heat map is smoothed.
    [<RequireQualifiedAccess>]
    type SmoothAlg =
        | False
        | Best
        | Fast

    /// Where a text stands beside its point.
    [<RequireQualifiedAccess>]
    type TextPosition =
        | TopLeft
        | TopCenter
        | TopRight
        | MiddleLeft
        | MiddleCenter
        | MiddleRight
        | BottomLeft
        | BottomCenter
        | BottomRight
        | Auto
        | Inside
        | Outside
        | None

    /// How ticks are chosen.
    [<RequireQualifiedAccess>]
    type TickMode =
        | Auto
        | Linear
        | Array

    /// Which margins grow so that tick labels fit.
    [<RequireQualifiedAccess>]
    type TickAutoMargin =
        | Height
        | Width
        | All

    /// Where tick marks are drawn.
    [<RequireQualifiedAccess>]
    type TickOptions =
        | Outside
        | Inside
        | Empty

    /// What a click in the legend does.
    [<RequireQualifiedAccess>]
    type TraceItemClickOptions =
        | Toggle
        | ToggleOthers
        | False

    /// Vertical alignment.
    [<RequireQualifiedAccess>]
    type VerticalAlign =
        | Top
        | Middle
        | Bottom

    /// Whether a trace is drawn.
    [<RequireQualifiedAccess>]
    type Visible =
        | True
        | False
        | LegendOnly

    /// Which part of an object its x is.
    [<RequireQualifiedAccess>]
    type XAnchorPosition =
        | Auto
        | Left
        | Center
        | Right

    /// Which part of an object its y is.
    [<RequireQualifiedAccess>]
    type YAnchorPosition =
        | Auto
        | Top
        | Middle
        | Bottom

    /// A colour scale: one that plotly.js knows, or colours at positions from 0 to 1.
    [<RequireQualifiedAccess>]
    type Colorscale =
        | Custom of seq<float * Color>
        | RdBu
        | Greys
        | Viridis
        | Cividis

    /// How a line is dashed; User gives the lengths in pixels.
    [<RequireQualifiedAccess>]
    type DrawingStyle =
        | Solid
        | Dash
        | Dot
        | DashDot
        | LongDash
        | LongDashDot
        | User of seq<int>

    /// A font; Custom names it, or several in order of preference.
    [<RequireQualifiedAccess>]
    type FontFamily =
        | Arial
        | Consolas
        | Courier_New
        | Open_Sans
        | Times_New_Roman
        | Custom of string

    /// The names by which traces and shapes refer to an axis.
    [<RequireQualifiedAccess>]
    type LinearAxisId =
        | Free
        | X of int
        | Y of int

    /// The axis whose scale an axis shares, so that a unit of both is as many pixels.
    [<RequireQualifiedAccess>]
    type ScaleAnchor =
        | X of int
        | Y of int

    /// The names of a layout's parts.
    [<RequireQualifiedAccess>]
    type SubPlotId =
        | XAxis of int
        | YAxis of int
        | ZAxis
        | ColorAxis of int
        | Scene of int
        | Legend of int

    /// From where to where an axis goes.
    [<RequireQualifiedAccess>]
    type Range =
        | MinMax of IConvertible * IConvertible
        | Values of IConvertible[]

        /// From the one to the other value.
        static member ofMinMax(min: #IConvertible, max: #IConvertible) =
            Range.MinMax(min :> IConvertible, max :> IConvertible)

    /// The shape of a marker.
    [<RequireQualifiedAccess>]
    type MarkerSymbol =
        | Circle
        | Square
        | Diamond
        | Cross
        | X
        | TriangleUp
        | TriangleDown
        | Pentagon
        | Star
