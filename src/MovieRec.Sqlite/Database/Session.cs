using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MovieRec.Sqlite.Database;

/// <summary>An open connection with its prepared statements; used by one caller at a time.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private static readonly Statement s_begin = new("BEGIN IMMEDIATE", 0);
    private static readonly Statement s_commit = new("COMMIT", 0);
    private static readonly Statement s_rollback = new("ROLLBACK", 0);

    private readonly Dictionary<Statement, SqliteCommand> _prepared = [];

    /// <summary>Runs a statement that yields rows.</summary>
    public SqliteDataReader Query(Statement statement, params ReadOnlySpan<object?> values) => Bind(statement, values).ExecuteReader();

    /// <summary>Runs a statement for its first value; null where there is no row.</summary>
    public object? Value(Statement statement, params ReadOnlySpan<object?> values) => Bind(statement, values).ExecuteScalar();

    /// <summary>Runs a statement that changes rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(Statement statement, params ReadOnlySpan<object?> values) => Bind(statement, values).ExecuteNonQuery();

    /// <summary>Runs SQL that is not worth preparing: settings and migrations.</summary>
    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs <paramref name="work"/> whole or not at all; what it did is on disk when this returns.</summary>
    public T InTransaction<TState, T>(TState state, Func<Session, TState, T> work)
    {
        // Immediate: a transaction that starts as a reader and then writes fails at once when another process has written between.
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
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(Statement statement, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(statement, out var command))
            _prepared.Add(statement, command = Prepare(statement));
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 1; i <= statement.Parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }
}
