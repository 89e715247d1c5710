using System.Net;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>How notebooks show a tensor; .NET Interactive finds the members by their names.</summary>
internal sealed class TensorFormatters
{
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new Formatter("text/plain", text => text);
        yield return new Formatter(
            "text/html",
            text => $"<div><pre>{WebUtility.HtmlEncode(text)}</pre></div>"
        );
    }

    private sealed class Formatter(string mimeType, Func<string, string> wrap)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not Tensor tensor)
                return false;
            writer.Write(wrap(tensor.ToString(TensorStringStyle.Default)));
            return true;
        }
    }
}
