using System.Text.Json.Serialization;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>What happens in the process of a notebook, one line of JSON each, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CellStarted), "started")]
[JsonDerivedType(typeof(StreamWritten), "stream")]
[JsonDerivedType(typeof(ValueDisplayed), "display")]
[JsonDerivedType(typeof(ValueReturned), "result")]
[JsonDerivedType(typeof(WarningFound), "warning")]
[JsonDerivedType(typeof(CellFailed), "failed")]
[JsonDerivedType(typeof(CellFinished), "finished")]
[JsonDerivedType(typeof(ProcessGone), "gone")]
internal abstract record CellEvent;

/// <summary>The cell with this index among the notebook's cells begins.</summary>
internal sealed record CellStarted(int Index) : CellEvent;

/// <summary>Text went to <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamWritten(string Name, string Text) : CellEvent;

/// <summary>A value is displayed, or replaces the one displayed under the same id.</summary>
internal sealed record ValueDisplayed(string Id, Dictionary<string, string> Data) : CellEvent;

/// <summary>The value of the cell's last expression.</summary>
internal sealed record ValueReturned(Dictionary<string, string> Data) : CellEvent;

/// <summary>The compiler warns; the cell goes on.</summary>
internal sealed record WarningFound(string Message) : CellEvent;

/// <summary>The cell failed, and the notebook with it.</summary>
internal sealed record CellFailed(CellError Error) : CellEvent;

/// <summary>The cell ended without an error.</summary>
internal sealed record CellFinished(double Seconds) : CellEvent;

/// <summary>The process has ended, and all that it sent is read; the parent itself sends this.</summary>
internal sealed record ProcessGone : CellEvent;

/// <summary>Why a cell failed: a kind, one line, and the lines that explain it.</summary>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Details);

/// <summary>A cell as the child process gets it.</summary>
internal sealed record CellCode(int Index, string Code);

[JsonSerializable(typeof(CellEvent))]
[JsonSerializable(typeof(CellCode[]))]
internal sealed partial class CellJson : JsonSerializerContext;
