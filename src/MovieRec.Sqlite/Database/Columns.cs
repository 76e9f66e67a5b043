using System.Text;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace MovieRec.Sqlite.Database;

/// <summary>
/// Columns of a row, read from the statement itself: half the time of the reader's own methods, which ask for a column's type before
/// each value. Only where a value reads as nothing does it matter whether it is null.
/// </summary>
internal static class Columns
{
    /// <summary>A blob, or a text's UTF-8; empty for null. Good until the next row.</summary>
    public static ReadOnlySpan<byte> Bytes(this SqliteDataReader row, int column) => sqlite3_column_blob(row.Handle, column);

    public static string Text(this SqliteDataReader row, int column) => Encoding.UTF8.GetString(row.Bytes(column));

    public static string? TextOrNull(this SqliteDataReader row, int column)
    {
        var text = row.Bytes(column);
        return !text.IsEmpty ? Encoding.UTF8.GetString(text) : row.IsNull(column) ? null : "";
    }

    public static double Number(this SqliteDataReader row, int column) => sqlite3_column_double(row.Handle, column);

    public static double? NumberOrNull(this SqliteDataReader row, int column) =>
        row.Number(column) is var number && number == 0 && row.IsNull(column) ? null : number;

    public static long Integer(this SqliteDataReader row, int column) => sqlite3_column_int64(row.Handle, column);

    public static int? IntegerOrNull(this SqliteDataReader row, int column) =>
        row.Integer(column) is var integer && integer == 0 && row.IsNull(column) ? null : (int)integer;

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(column));

    /// <summary>Reads <c>28,12</c>.</summary>
    public static IReadOnlyList<int> Integers(this SqliteDataReader row, int column)
    {
        var text = row.Bytes(column);
        if (text.IsEmpty)
            return [];
        var integers = new int[text.Count((byte)',') + 1];
        var next = 0;
        foreach (var range in text.Split((byte)','))
            integers[next++] = int.Parse(text[range]);
        return integers;
    }

    /// <summary>Writes <c>28,12</c>.</summary>
    public static string Joined(IReadOnlyList<int> integers) => string.Join(',', integers);

    private static bool IsNull(this SqliteDataReader row, int column) => sqlite3_column_type(row.Handle, column) == SQLITE_NULL;
}
