using System.Text.Json;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Jupyter.Protocol;

/// <summary>Where a client expects the kernel, and the key that both sign with.</summary>
internal sealed record ConnectionFile(
    string Ip,
    int Shell,
    int Control,
    int Stdin,
    int IoPub,
    int Heartbeat,
    string Key
)
{
    private const string Transport = "tcp";
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads the file that a client wrote.</summary>
    /// <exception cref="BadInputException">No connection file, or one of another transport or scheme.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            int Port(string name) => json[name]!.GetValue<int>();
            var transport = (string?)json["transport"] ?? Transport;
            if (transport != Transport)
                throw new BadInputException(
                    $"{path}: transport '{transport}'; expected {Transport}, the only one that the kernel has"
                );
            var key = (string?)json["key"] ?? "";
            var scheme = (string?)json["signature_scheme"] ?? Scheme;
            if (key.Length > 0 && scheme != Scheme)
                throw new BadInputException($"{path}: signature scheme '{scheme}'; expected {Scheme}");
            return new ConnectionFile(
                (string)json["ip"]!,
                Port("shell_port"),
                Port("control_port"),
                Port("stdin_port"),
                Port("iopub_port"),
                Port("hb_port"),
                key
            );
        }
        catch (Exception bad)
            when (bad is JsonException or NullReferenceException or InvalidOperationException)
        {
            throw new BadInputException($"{path}: not a Jupyter connection file");
        }
    }

    /// <summary>The address of one port.</summary>
    public string Address(int port) => $"{Transport}://{Ip}:{port}";

    /// <summary>Everything but the key, which is never shown.</summary>
    public override string ToString() => $"{Transport}://{Ip}";
}
