using System.Globalization;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    [TypeFormatterSource(typeof(TensorFormatters))]
    public sealed partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() =>
            $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        /// <summary>Shape, type and device; with the elements, unless the style says otherwise.</summary>
        public string ToString(
            TensorStringStyle style,
            string? fltFormat = null,
            int? width = null,
            CultureInfo? cultureInfo = null,
            string? newLine = null
        )
        {
            if (style == TensorStringStyle.Metadata || device_type == DeviceType.META)
                return ToString();
            var culture = cultureInfo ?? CultureInfo.CurrentCulture;
            var rows = new RowText(fltFormat ?? "g5", width ?? 100, culture, newLine ?? Environment.NewLine);
            return rows.Write(this);
        }
    }
}
