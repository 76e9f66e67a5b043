using System.Text;
using MovieRec.Api.Preferences;

namespace MovieRec.Cli.Tests.Importing;

/// <summary>Preferences on disk that the page saves too, each time after the importer has read them.</summary>
/// <param name="store">The store of both.</param>
/// <param name="saves">Documents that the page saves, one after each read.</param>
internal sealed class SharedPreferences(IPreferencesStore store, IEnumerable<string> saves) : IPreferencesStore
{
    private readonly Queue<string> _saves = new(saves);

    public async Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(userId, cancellationToken);
        if (_saves.TryDequeue(out var document))
        {
            await store.SaveAsync(
                userId, new StoredPreferences(Encoding.UTF8.GetBytes(document), DateTimeOffset.UnixEpoch), cancellationToken);
        }
        return found;
    }

    public Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken) =>
        store.SaveAsync(userId, preferences, cancellationToken);

    public Task<bool> ReplaceAsync(
        string userId, StoredPreferences? expected, StoredPreferences preferences, CancellationToken cancellationToken) =>
        store.ReplaceAsync(userId, expected, preferences, cancellationToken);
}
