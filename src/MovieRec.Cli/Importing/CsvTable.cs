using System.Text;
using CsvHelper;

namespace MovieRec.Cli.Importing;

/// <summary>A row of a CSV file and its first line.</summary>
internal sealed record CsvLine(int Line, string[] Fields);

/// <summary>A CSV file (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks; a BOM is skipped.</summary>
/// <remarks>A row whose quotes do not close ends with its line, so that it does not swallow the rows that follow.</remarks>
internal sealed class CsvTable
{
    private CsvTable(List<CsvLine> lines, List<CsvLine> malformed) => (Lines, Malformed) = (lines, malformed);

    /// <summary>All rows that are not empty, including the header.</summary>
    public IReadOnlyList<CsvLine> Lines { get; }

    /// <summary>Malformed rows, each with the line as its only field.</summary>
    public IReadOnlyList<CsvLine> Malformed { get; }

    public static CsvTable Read(ReadOnlyMemory<byte> bytes)
    {
        var (lines, malformed) = (new List<CsvLine>(), new List<CsvLine>());
        var linesBefore = 0;
        while (ReadUntilBroken(bytes, linesBefore, lines) is { } broken)
        {
            var (line, at, first) = broken;
            malformed.Add(new CsvLine(line, [first]));
            var end = bytes.Span[at..].IndexOf((byte)'\n');
            if (end < 0)
                break;
            bytes = bytes[(at + end + 1)..];
            linesBefore = line;
        }
        return new CsvTable(lines, malformed);
    }

    /// <summary>Reads rows up to the first with malformed quotes and returns its place; null if there is none.</summary>
    private static (int Line, int At, string Text)? ReadUntilBroken(ReadOnlyMemory<byte> bytes, int linesBefore, List<CsvLine> lines)
    {
        var isBroken = false;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            SkipEmptyLines = false,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Recover,
            // A quote within an unquoted field can only be meant literally.
            OnMalformedRecord = record => isBroken = record.Reason != CsvMalformedReason.StrayQuote,
        };
        using var reader = CsvReader.Create(bytes, options);
        while (reader.Read())
        {
            var line = linesBefore + (int)reader.LineNumber;
            if (isBroken)
                return (line, (int)reader.ByteOffset, Encoding.UTF8.GetString(reader.RawRecord).Split('\n')[0].TrimEnd('\r'));
            var fields = new string[reader.FieldCount];
            for (var at = 0; at < fields.Length; at++)
                fields[at] = reader.GetString(at).Trim();
            if (fields.Any(field => field.Length > 0))
                lines.Add(new CsvLine(line, fields));
        }
        return null;
    }
}
