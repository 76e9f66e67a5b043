namespace MovieRec.Api.Preferences;

/// <summary>Store of one preferences document per user (table <c>UserPreferences</c>).</summary>
public interface IPreferencesStore
{
    /// <summary>Finds the user's document; returns null if none was saved.</summary>
    Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Replaces the user's document; durable when the task completes.</summary>
    Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken);

    /// <summary>Replaces the document if it is still the expected one (conditional write); durable when the task completes.</summary>
    /// <param name="userId">The caller.</param>
    /// <param name="expected">The document as it was read; null if there was none.</param>
    /// <param name="preferences">The new document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False, with nothing changed, if another writer was faster.</returns>
    Task<bool> ReplaceAsync(string userId, StoredPreferences? expected, StoredPreferences preferences, CancellationToken cancellationToken);
}

/// <summary>Stored preferences document.</summary>
/// <param name="Document">A JSON object in UTF-8 as the user sent it, without <c>userId</c> and <c>updatedAt</c>; at most 64 KiB.</param>
/// <param name="UpdatedAt">Time of saving, UTC, to the millisecond.</param>
public sealed record StoredPreferences(ReadOnlyMemory<byte> Document, DateTimeOffset UpdatedAt);
