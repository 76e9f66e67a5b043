using Microsoft.Data.Sqlite;
using MovieRec.Api.MediaLists;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Tests.Database;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Sqlite.Tests.MediaLists;

public sealed class SqliteMediaListStoreTests : MediaListStoreContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListStoreTests() => Store = SqliteMediaListStore.Favourites(_disk.Database);

    protected override IMediaListStore Store { get; }

    protected override IMediaListStore Watchlist => SqliteMediaListStore.Watchlist(_disk.Database);

    public void Dispose() => _disk.Dispose();
}

public sealed class SqliteMediaListPagingTests : MediaListPagingContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListPagingTests() => Store = SqliteMediaListStore.Watchlist(_disk.Database);

    protected override IMediaListStore Store { get; }

    public void Dispose() => _disk.Dispose();
}

public sealed class SqliteMediaListCapacityTests : MediaListCapacityContract, IDisposable
{
    private readonly DatabaseOnDisk _disk = new();

    public SqliteMediaListCapacityTests() => Store = SqliteMediaListStore.Favourites(_disk.Database);

    protected override IMediaListStore Store { get; }

    /// <summary>Fills in one transaction, because thousands of single adds would each wait for the disk.</summary>
    protected override async Task FillAsync(string userId, IReadOnlyList<MediaListEntry> entries)
    {
        await using var connection = new SqliteConnection($"Data Source={_disk.Path};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO favourites (user_id, added_at, movie_id, title, genre_ids) VALUES ($user, $time, $key, $title, '')";
        foreach (var entry in entries)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$user", userId);
            command.Parameters.AddWithValue("$time", entry.AddedAt.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$key", entry.Key.ToString());
            command.Parameters.AddWithValue("$title", entry.Title);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
        await transaction.CommitAsync(Cancellation);
    }

    public void Dispose() => _disk.Dispose();
}
