using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Files;

namespace MovieRec.Sqlite.Database;

/// <summary>The SQLite database that holds all data of one machine.</summary>
/// <remarks>
/// Reads run concurrently, each on a connection of the pool. Writes run one after another and are on disk when they complete. Other
/// processes may use the file at the same time: SQLite makes writers wait. SQLite is synchronous, so reads complete before they return;
/// moving them to other threads would only add cost.
/// </remarks>
public sealed class MovieRecDatabase : IDisposable
{
    private static readonly Statement s_checkpoint = new("PRAGMA wal_checkpoint(TRUNCATE)");

    private readonly ObjectPool<Session> _readers;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Session _writer;
    private bool _isDisposed;

    private readonly FileStream _lock;

    private MovieRecDatabase(string path, Session writer, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
        _writer = writer;
        _readers = new DefaultObjectPoolProvider { MaximumRetained = 2 * Environment.ProcessorCount }.Create(new Readers(path));
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Opens the file; creates it, and its folder, if missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="logger">Receives a message per migration.</param>
    /// <param name="busySeconds">Timeout, in seconds, of a write that waits for another process's write.</param>
    /// <exception cref="ConfigurationException">The file cannot be used; the message states the cause and the remedy.</exception>
    public static MovieRecDatabase Open(string path, ILogger<MovieRecDatabase> logger, int busySeconds = Connection.BusySeconds)
    {
        ArgumentNullException.ThrowIfNull(path);
        path = System.IO.Path.GetFullPath(path);
        Session? writer = null;
        FileStream? @lock = null;
        try
        {
            PrivateFile.CreateFolder(System.IO.Path.GetDirectoryName(path)!);
            @lock = DatabaseLock.Share(path);
            CreatePrivate(path);
            writer = Connection.OpenWriter(path, busySeconds);
            var version = Migrations.Apply(writer, path);
            if (version != Migrations.Newest)
                Log.DatabaseMigrated(logger, version, Migrations.Newest);
            return new MovieRecDatabase(path, writer, @lock);
        }
        catch (Exception exception)
        {
            writer?.Dispose();
            @lock?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
                throw StartFailure.Create(path, exception);
            throw;
        }
    }

    // SQLite gives its log and its index the permissions of the database's file.
    private static void CreatePrivate(string path)
    {
        try
        {
            // An existing file is not opened, since closing it would end the locks of this process's other connections (POSIX fcntl).
            PrivateFile.Open(path, FileMode.CreateNew).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
        }
    }

    /// <summary>Runs <paramref name="read"/> on a separate connection.</summary>
    internal Task<T> ReadAsync<TState, T>(TState state, Func<Session, TState, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        var session = _readers.Get();
        try
        {
            return Task.FromResult(read(session, state));
        }
        finally
        {
            _readers.Return(session);
        }
    }

    /// <summary>Runs <paramref name="write"/> in a transaction after all earlier writes; durable when the task completes.</summary>
    internal async Task<T> WriteAsync<TState, T>(TState state, Func<Session, TState, T> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _writer.InTransaction(state, write);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes like <see cref="WriteAsync"/> but blocks the thread, for work done once at start-up.</summary>
    internal T Write<TState, T>(TState state, Func<Session, TState, T> write)
    {
        _writing.Wait();
        try
        {
            return _writer.InTransaction(state, write);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Waits for the current write, moves the log into the database's file and closes it.</summary>
    public void Dispose()
    {
        _writing.Wait();
        try
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            (_readers as IDisposable)?.Dispose();
            _writer.Execute(s_checkpoint);
        }
        catch (SqliteException)
        {
            // If the disk is full, the rest stays in the log, which the next start reads.
        }
        finally
        {
            _writer.Dispose();
            _lock.Dispose();
            _writing.Release();
        }
    }

    private sealed class Readers(string path) : PooledObjectPolicy<Session>
    {
        public override Session Create() => Connection.OpenReader(path);

        public override bool Return(Session session) => true;
    }
}
