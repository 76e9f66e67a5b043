namespace MovieRec.Cli.Importing;

/// <summary>Converts the lines of a CSV file to rows and collects the unusable ones.</summary>
internal static class CsvRows
{
    /// <param name="name">Name of the file.</param>
    /// <param name="table">Lines of the file.</param>
    /// <param name="header">Index of the header line.</param>
    /// <param name="read">Reads a line with as many fields as the header; throws <see cref="FormatException"/> with the reason if it
    /// cannot.</param>
    public static ImportedFile Read(string name, CsvTable table, int header, Func<CsvColumns, CsvLine, IEnumerable<ImportedRow>> read)
    {
        var columns = new CsvColumns(table.Lines[header].Fields);
        var (rows, leftOut) = (new List<ImportedRow>(), new List<LeftOut>());
        foreach (var broken in table.Malformed)
            leftOut.Add(new LeftOut(name, broken.Line, broken.Fields[0], null, "malformed: its quotes do not close"));
        foreach (var line in table.Lines.Skip(header + 1))
        {
            try
            {
                if (line.Fields.Length != columns.Count)
                    throw new FormatException($"malformed: {line.Fields.Length} fields instead of {columns.Count}");
                rows.AddRange([.. read(columns, line)]);
            }
            catch (FormatException wrong)
            {
                leftOut.Add(new LeftOut(name, line.Line, string.Join(',', line.Fields), null, wrong.Message));
            }
        }
        return new ImportedFile(name, table.Lines.Count - header - 1 + table.Malformed.Count, rows, leftOut);
    }
}
