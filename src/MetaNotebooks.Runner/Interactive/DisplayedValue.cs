namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on display, which can be replaced where it stands.</summary>
public class DisplayedValue
{
    /// <summary>Holds a value with its representations; the display calls make these.</summary>
    public DisplayedValue(object? value, IReadOnlyList<FormattedValue> formattedValues)
    {
        Value = value;
        FormattedValues = formattedValues ?? throw new ArgumentNullException(nameof(formattedValues));
    }

    /// <summary>Names the place on the page that an update replaces.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>Whether <see cref="Update"/> was called.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>The representations now on display.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>The value now on display.</summary>
    public object? Value { get; private set; }

    /// <summary>Replaces the value on display, in the same MIME types.</summary>
    public void Update(object? updatedValue)
    {
        IsUpdated = true;
        Value = updatedValue;
        var mimeTypes = FormattedValues.Select(formatted => formatted.MimeType).ToArray();
        FormattedValues = FormattedValue.CreateManyFromObject(updatedValue, mimeTypes);
        Kernel.Show(this);
    }
}
