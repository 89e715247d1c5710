using System.Text;

namespace MetaNotebooks.Tests;

/// <summary>
/// What a 64-bit ELF file says of symbols and versions, found through its sections, by their names. The
/// loader, and the mend, find the same through the dynamic segment.
/// </summary>
internal sealed class ElfSections(byte[] file)
{
    public sealed record Symbol(string Name, ushort Version, ushort Section);

    public sealed record Need(string File, string Version, ushort Flags);

    public IEnumerable<Symbol> Symbols()
    {
        var (symbols, versions) = (Section(".dynsym"), Section(".gnu.version"));
        for (var i = 0; i < symbols.Length / 24; i++)
        {
            var at = symbols.Start + 24 * i;
            yield return new(Name(at), Short(versions.Start + 2 * i), Short(at + 6));
        }
    }

    public IEnumerable<Need> Needs()
    {
        for (int need = Section(".gnu.version_r").Start, next = 1; next != 0; need += next)
        {
            var at = need + Int(need + 8);
            for (var i = 0; i < Short(need + 2); i++, at += Int(at + 12))
                yield return new(Name(need + 4), Name(at + 8), Short(at + 4));
            next = Int(need + 12);
        }
    }

    private string Name(int at) => Text(Section(".dynstr").Start + Int(at));

    private (int Start, int Length) Section(string name)
    {
        var table = (int)BitConverter.ToInt64(file, 40);
        int At(int section) => table + 64 * section;
        var names = (int)BitConverter.ToInt64(file, At(Short(62)) + 24);
        var found = Enumerable.Range(0, Short(60)).Single(i => Text(names + Int(At(i))) == name);
        return (
            (int)BitConverter.ToInt64(file, At(found) + 24),
            (int)BitConverter.ToInt64(file, At(found) + 32)
        );
    }

    private string Text(int at) => Encoding.ASCII.GetString(file, at, Array.IndexOf(file, (byte)0, at) - at);

    private ushort Short(int at) => BitConverter.ToUInt16(file, at);

    private int Int(int at) => BitConverter.ToInt32(file, at);
}
