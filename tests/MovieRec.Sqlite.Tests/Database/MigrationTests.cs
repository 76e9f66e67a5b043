using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.Settings;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.Database;

/// <summary>Migration of files of older versions, created by the released SQL, which is never edited.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("movierec.db");

    [Fact]
    public async Task Open_VersionOne_KeepsWhatIsPeoplesAndTakesTheNewTables()
    {
        MakeVersionOne();

        using (var database = MovieRecDatabase.Open(Path, NullLogger<MovieRecDatabase>.Instance))
        {
            var favourite =
                (await SqliteMediaListStore.Favourites(database).ReadAsync("casey", null, 10, default)).Entries.ShouldHaveSingleItem();
            (favourite.Key, favourite.Title).ShouldBe((new TitleKey(MediaKind.Movie, 9_000_000_001), "The Matrix"));
            (await SqliteMediaListStore.Watchlist(database)
                .ReadAsync("casey", null, 10, default)).Entries.ShouldHaveSingleItem().Title.ShouldBe("Dark");
            var preferences = (await new SqlitePreferencesStore(database).FindAsync("casey", default)).ShouldNotBeNull();
            Encoding.UTF8.GetString(preferences.Document.Span).ShouldBe("""{"genres":[18]}""");
            new SqliteSettings(database).GetOrCreate("pool-id", () => []).ShouldBe([1, 2, 3]);

            var records = new SqliteTitleRecords(database, new ManualClock());
            await records.WriteAsync([new TitleRecord(new Title { Key = favourite.Key, Name = "The Matrix" })], default);
            (await records.FindAsync([favourite.Key], default)).ShouldHaveSingleItem();
            (await new SqliteSnapshotStore(database).ListAsync(default)).ShouldBeEmpty();
        }

        Run("SELECT email || password_hash FROM users WHERE user_id = 'casey'").ShouldBe("casey@example.comhash");
        Run("SELECT email || ' ' || email_key FROM users WHERE user_id = 'juergen'").ShouldBe("Jürgen@Exämple.de jürgen@xn--exmple-cua.de");
        Run("SELECT origin_jti FROM refresh_tokens").ShouldBe("jti");
        Run("PRAGMA user_version").ShouldBe(4L);
        Run("PRAGMA foreign_key_check").ShouldBeNull();
        Run("PRAGMA user_version", Path + ".v1").ShouldBe(1L, "the older program can still be used");
    }

    public void Dispose() => _folder.Dispose();

    private void MakeVersionOne()
    {
        using var first = typeof(MovieRecDatabase).Assembly.GetManifestResourceStream("0001.sql")!;
        Run(new StreamReader(first).ReadToEnd());
        Run($"PRAGMA journal_mode = WAL; PRAGMA application_id = {0x4D765263}; PRAGMA user_version = 1");
        Run("""
            INSERT INTO favourites (user_id, added_at, movie_id, title, genre_ids) VALUES ('casey', 1, 'movie#9000000001', 'The Matrix', '28,878');
            INSERT INTO watchlist (user_id, added_at, movie_id, title, genre_ids) VALUES ('casey', 2, 'tv#9000000002', 'Dark', '');
            INSERT INTO user_preferences (user_id, document, updated_at) VALUES ('casey', CAST('{"genres":[18]}' AS BLOB), 3);
            INSERT INTO users (user_id, email, email_key, password_hash, confirmed, created_at)
                VALUES ('casey', 'casey@example.com', 'casey@example.com', 'hash', 1, 4);
            INSERT INTO users (user_id, email, email_key, password_hash, confirmed, created_at)
                VALUES ('juergen', 'Jürgen@Exämple.de', 'jürgen@exämple.de', 'hash', 1, 4);
            INSERT INTO refresh_tokens (token_hash, user_id, origin_jti, auth_time, expires_at) VALUES (x'00', 'casey', 'jti', 5, 6);
            INSERT INTO settings (name, value) VALUES ('pool-id', x'010203');
            INSERT INTO titles (kind, id, name, genre_ids, cast_names, directors, keywords, countries, popularity)
                VALUES (0, 9000000001, 'The Matrix', '28,878', '', '', '', '', 1.5);
            INSERT INTO title_version (only_row, version) VALUES (1, 'embedded-0');
            """);
    }

    private object? Run(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
