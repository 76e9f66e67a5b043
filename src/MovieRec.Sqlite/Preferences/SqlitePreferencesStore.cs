using MovieRec.Api.Preferences;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Preferences;

/// <summary>Store of preferences in the table <c>user_preferences</c>.</summary>
public sealed class SqlitePreferencesStore(MovieRecDatabase database) : IPreferencesStore
{
    private static readonly Statement s_find = new("SELECT document, updated_at FROM user_preferences WHERE user_id = ?1");

    private static readonly Statement s_save = new("""
        INSERT INTO user_preferences (user_id, document, updated_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (user_id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
        """);

    private static readonly Statement s_insert =
        new("INSERT INTO user_preferences (user_id, document, updated_at) VALUES (?1, ?2, ?3) ON CONFLICT (user_id) DO NOTHING");

    private static readonly Statement s_replace =
        new("UPDATE user_preferences SET document = ?2, updated_at = ?3 WHERE user_id = ?1 AND document = ?4 AND updated_at = ?5");

    public Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(userId, static (session, userId) =>
        {
            using var row = session.Query(s_find, userId);
            return row.Read() ? new StoredPreferences(row.Bytes(0).ToArray(), row.Time(1)) : null;
        }, cancellationToken);

    public Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken) =>
        database.WriteAsync((userId, preferences), static (session, save) =>
            session.Execute(s_save, save.userId, save.preferences.Document.ToArray(), save.preferences.UpdatedAt.ToUnixTimeMilliseconds()),
            cancellationToken);

    public Task<bool> ReplaceAsync(
        string userId, StoredPreferences? expected, StoredPreferences preferences, CancellationToken cancellationToken) =>
        database.WriteAsync((userId, expected, preferences), static (session, save) =>
        {
            var (document, at) = (save.preferences.Document.ToArray(), save.preferences.UpdatedAt.ToUnixTimeMilliseconds());
            return 1 == (save.expected is null
                ? session.Execute(s_insert, save.userId, document, at)
                : session.Execute(
                    s_replace, save.userId, document, at, save.expected.Document.ToArray(),
                    save.expected.UpdatedAt.ToUnixTimeMilliseconds()));
        }, cancellationToken);
}
