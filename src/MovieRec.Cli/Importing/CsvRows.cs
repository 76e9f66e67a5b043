namespace MovieRec.Cli.Importing;

/// <summary>Turns the lines of a CSV file into rows and notes those that cannot be used.</summary>
internal static class CsvRows
{
    /// <param name="name">The file's.</param>
    /// <param name="table">Its lines.</param>
    /// <param name="header">Where the header is among them.</param>
    /// <param name="read">Reads a line that has as many fields as the header; throws <see cref="FormatException"/> with the reason where it cannot.</param>
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
