using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using MovieRec.Api.Outcomes;

namespace MovieRec.Cli.Importing;

/// <summary>Writer of the skipped rows as a CSV file: <c>file,line,title,year,reason</c>.</summary>
internal static partial class ReportFile
{
    /// <exception cref="ConfigurationException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<LeftOut> rows)
    {
        try
        {
            using var text = new StreamWriter(path);
            using var csv = CsvWriter.Create(text, new CsvWriterOptions { HasHeader = false }, leaveOpen: true);
            csv.WriteRecord(["file", "line", "title", "year", "reason"]);
            foreach (var row in rows)
            {
                csv.WriteRecord(
                    [Shown(row.File), row.Line.ToString(CultureInfo.InvariantCulture), Shown(row.Name),
                        row.Year?.ToString(CultureInfo.InvariantCulture) ?? "", Shown(row.Why)]);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path} cannot be written: {failed.Message}", failed);
        }
    }

    /// <summary>Prefixes text that a spreadsheet would calculate, such as "=1+1", with an apostrophe, as the page's export does.</summary>
    private static string Shown(string text) => Formula().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", RegexOptions.NonBacktracking)]
    private static partial Regex Formula();
}
