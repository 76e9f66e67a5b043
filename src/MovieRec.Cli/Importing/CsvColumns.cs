namespace MovieRec.Cli.Importing;

/// <summary>Header of a CSV file: finds fields by name and ignores case, because the services have changed it.</summary>
internal sealed class CsvColumns(string[] header)
{
    public int Count => header.Length;

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (IndexOf(name) < 0)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Returns the field of the first existing column of <paramref name="names"/>; null if none exists or the field is empty.
    /// </summary>
    public string? Field(CsvLine line, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (IndexOf(name) is >= 0 and var at)
                return at < line.Fields.Length && line.Fields[at].Length > 0 ? line.Fields[at] : null;
        }
        return null;
    }

    private int IndexOf(string name) => Array.FindIndex(header, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}
