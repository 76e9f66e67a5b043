using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MovieRec.Sqlite.Database;

/// <summary>Prepared statement and its result rows; after disposal the statement can run again.</summary>
/// <remarks>
/// It calls SQLite directly, since Microsoft.Data.Sqlite's commands and readers bind by name and read a column's type before each value,
/// which took more time than the query.
/// </remarks>
internal sealed class Rows : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _parameters;

    public Rows(sqlite3 database, string sql)
    {
        _database = database;
        Check(sqlite3_prepare_v3(database, sql, SQLITE_PREPARE_PERSISTENT, out _statement));
        _parameters = sqlite3_bind_parameter_count(_statement);
    }

    public void Bind(ReadOnlySpan<object?> values)
    {
        // A missing value would silently be that of the previous run.
        if (values.Length != _parameters)
            throw new ArgumentException($"The statement has {_parameters} parameters, not {values.Length}.", nameof(values));
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
    }

    /// <summary>Advances to the next row.</summary>
    /// <returns>False if there is no further row.</returns>
    public bool Read()
    {
        var result = sqlite3_step(_statement);
        if (result == SQLITE_ROW)
            return true;
        return result == SQLITE_DONE ? false : throw Error(result);
    }

    /// <summary>Ends the run, and with it the read transaction.</summary>
    public void Dispose() => _ = sqlite3_reset(_statement);

    /// <summary>Frees the statement, which cannot run again.</summary>
    public void Close() => _statement.Dispose();

    public bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    /// <summary>Returns a blob, or a text's UTF-8; empty for null; valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => sqlite3_column_blob(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column)
    {
        // To save time, the type is read only if the value is empty, or 0 in the methods below: only then could it be null.
        var text = Bytes(column);
        return !text.IsEmpty ? Encoding.UTF8.GetString(text) : IsNull(column) ? null : "";
    }

    public long Integer(int column) => sqlite3_column_int64(_statement, column);

    public int? IntegerOrNull(int column) => Integer(column) is var integer && integer == 0 && IsNull(column) ? null : (int)integer;

    public double Number(int column) => sqlite3_column_double(_statement, column);

    public double? NumberOrNull(int column) => Number(column) is var number && number == 0 && IsNull(column) ? null : number;

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Integer(column));

    private int Bind(int parameter, object? value) => value switch
    {
        null => sqlite3_bind_null(_statement, parameter),
        // An empty span has no address, which SQLite would treat as null.
        "" => sqlite3_bind_text(_statement, parameter, ""),
        string text => sqlite3_bind_text(_statement, parameter, Encoding.UTF8.GetBytes(text)),
        byte[] { Length: 0 } => sqlite3_bind_zeroblob(_statement, parameter, 0),
        byte[] bytes => sqlite3_bind_blob(_statement, parameter, bytes),
        ReadOnlyMemory<byte> { Length: 0 } => sqlite3_bind_zeroblob(_statement, parameter, 0),
        ReadOnlyMemory<byte> bytes => sqlite3_bind_blob(_statement, parameter, bytes.Span),
        long integer => sqlite3_bind_int64(_statement, parameter, integer),
        int integer => sqlite3_bind_int64(_statement, parameter, integer),
        double number => sqlite3_bind_double(_statement, parameter, number),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be stored.", nameof(value)),
    };

    private void Check(int result)
    {
        if (result != SQLITE_OK)
            throw Error(result);
    }

    private SqliteException Error(int result) =>
        new($"SQLite {result}: {sqlite3_errmsg(_database).utf8_to_string()}", result, sqlite3_extended_errcode(_database));
}
