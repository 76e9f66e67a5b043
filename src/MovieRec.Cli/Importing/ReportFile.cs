using System.Globalization;
using CsvHelper;

namespace MovieRec.Cli.Importing;

/// <summary>The rows that were left out as a CSV file: <c>file,line,title,year,reason</c>.</summary>
internal static class ReportFile
{
    /// <exception cref="ImportException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<LeftOut> rows)
    {
        try
        {
            using var text = new StreamWriter(path);
            using var csv = CsvWriter.Create(text, new CsvWriterOptions { HasHeader = false }, leaveOpen: true);
            csv.WriteRecord(["file", "line", "title", "year", "reason"]);
            foreach (var row in rows)
            {
                csv.WriteRecord([row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.Name, row.Year?.ToString(CultureInfo.InvariantCulture) ?? "", row.Why]);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path} cannot be written: {failed.Message}", failed);
        }
    }
}
