using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MovieRec.Sqlite.Database;

/// <summary>Open connection with its prepared statements, used by one thread at a time.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private static readonly Statement s_begin = new("BEGIN IMMEDIATE");
    private static readonly Statement s_commit = new("COMMIT");
    private static readonly Statement s_rollback = new("ROLLBACK");

    private readonly Dictionary<Statement, Rows> _prepared = [];

    /// <summary>Runs a statement that returns rows.</summary>
    public Rows Query(Statement statement, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(statement, out var rows))
            _prepared.Add(statement, rows = new Rows(connection.Handle!, statement.Sql));
        rows.Bind(values);
        return rows;
    }

    /// <summary>Runs a statement and returns the number in its only row.</summary>
    public long Integer(Statement statement, params ReadOnlySpan<object?> values)
    {
        using var rows = Query(statement, values);
        return rows.Read() ? rows.Integer(0) : throw new InvalidOperationException($"No row: {statement.Sql}");
    }

    /// <summary>Runs a statement and returns the text in its first row; null if there is none.</summary>
    public string? Text(Statement statement, params ReadOnlySpan<object?> values)
    {
        using var rows = Query(statement, values);
        return rows.Read() ? rows.Text(0) : null;
    }

    /// <summary>Runs a statement that changes rows.</summary>
    /// <returns>Number of changed rows.</returns>
    public int Execute(Statement statement, params ReadOnlySpan<object?> values)
    {
        using var rows = Query(statement, values);
        while (rows.Read())
        {
            // Rows that the statement returns are ignored, but it completes only after the last of them.
        }
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>Runs SQL that is not worth preparing: settings and migrations.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Defines an SQL function that calls this program.</summary>
    public void Define(string name, Func<string, string> function) => connection.CreateFunction(name, function, isDeterministic: true);

    /// <summary>Runs <paramref name="work"/> in a transaction, which is on disk when this returns.</summary>
    public T InTransaction<TState, T>(TState state, Func<Session, TState, T> work)
    {
        // Immediate: a transaction that starts as a reader and then writes fails at once if another process has written in between.
        Execute(s_begin);
        try
        {
            var result = work(this, state);
            Execute(s_commit);
            return result;
        }
        catch
        {
            // SQLite has rolled back by itself after some errors (disk full), and then a ROLLBACK would hide the error.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                Execute(s_rollback);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var rows in _prepared.Values)
            rows.Close();
        _prepared.Clear();
        connection.Dispose();
    }
}
