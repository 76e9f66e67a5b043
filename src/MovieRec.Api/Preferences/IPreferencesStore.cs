namespace MovieRec.Api.Preferences;

/// <summary>Keeps one preferences document a user (table <c>UserPreferences</c>).</summary>
public interface IPreferencesStore
{
    /// <summary>The user's document, or null for a user who saved none.</summary>
    Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Replaces the user's document; durable when the task completes.</summary>
    Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken);

    /// <summary>Replaces the user's document if it is still the expected one (conditional write); durable when the task completes.</summary>
    /// <param name="userId">The caller.</param>
    /// <param name="expected">The document as it was read; null for a user who had saved none.</param>
    /// <param name="preferences">The document that takes its place.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False, with nothing changed, if another writer was faster.</returns>
    Task<bool> ReplaceAsync(string userId, StoredPreferences? expected, StoredPreferences preferences, CancellationToken cancellationToken);
}

/// <summary>A preferences document as it is kept.</summary>
/// <param name="Document">A JSON object in UTF-8 as the user sent it, without <c>userId</c> and <c>updatedAt</c>; at most 64 KiB.</param>
/// <param name="UpdatedAt">When it was saved, UTC, to the millisecond.</param>
public sealed record StoredPreferences(ReadOnlyMemory<byte> Document, DateTimeOffset UpdatedAt);
