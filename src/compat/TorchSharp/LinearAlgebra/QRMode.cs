namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>Which parts of Q and R are computed.</summary>
        public enum QRMode
        {
            /// <summary>As many columns of Q as the smaller side.</summary>
            Reduced = 0,

            /// <summary>All columns of Q.</summary>
            Complete = 1,

            /// <summary>Only R.</summary>
            R = 2,
        }
    }
}
