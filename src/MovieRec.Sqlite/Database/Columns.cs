using Microsoft.Data.Sqlite;

namespace MovieRec.Sqlite.Database;

/// <summary>Columns that hold null, times or lists of numbers.</summary>
internal static class Columns
{
    public static string? StringOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static double? DoubleOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static int? IntOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>Reads <c>28,12</c>.</summary>
    public static IReadOnlyList<int> Numbers(this SqliteDataReader row, int column)
    {
        var text = row.GetString(column).AsSpan();
        if (text.IsEmpty)
            return [];
        var numbers = new int[text.Count(',') + 1];
        var next = 0;
        foreach (var range in text.Split(','))
            numbers[next++] = int.Parse(text[range]);
        return numbers;
    }

    /// <summary>Writes <c>28,12</c>.</summary>
    public static string Joined(IReadOnlyList<int> numbers) => string.Join(',', numbers);
}
