using System.Text;
using CsvHelper;

namespace MovieRec.Cli.Importing;

/// <summary>A row of a CSV file and the line it begins at.</summary>
internal sealed record CsvLine(int Line, string[] Fields);

/// <summary>
/// A CSV file (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks; a BOM is passed over. A row whose quotes do not
/// close ends with its line, so that it does not swallow the rows that follow.
/// </summary>
internal sealed class CsvTable
{
    private CsvTable(List<CsvLine> lines, List<CsvLine> malformed) => (Lines, Malformed) = (lines, malformed);

    /// <summary>Every row with something in it, the header's included.</summary>
    public IReadOnlyList<CsvLine> Lines { get; }

    /// <summary>What is no row; each with the line as its one field.</summary>
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

    /// <summary>Where the first row begins whose quotes are wrong; null where all are right.</summary>
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
            // A quote within an unquoted field can only be meant as one.
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
