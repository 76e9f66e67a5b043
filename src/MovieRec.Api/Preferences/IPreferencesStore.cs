namespace MovieRec.Api.Preferences;

/// <summary>Keeps one preferences document a user (table <c>UserPreferences</c>).</summary>
public interface IPreferencesStore
{
    /// <summary>The user's document, or null for a user who saved none.</summary>
    Task<StoredPreferences?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Replaces the user's document; durable when the task completes.</summary>
    Task SaveAsync(string userId, StoredPreferences preferences, CancellationToken cancellationToken);
}

/// <summary>A preferences document as it is kept.</summary>
/// <param name="Document">A JSON object in UTF-8 as the user sent it, without <c>userId</c> and <c>updatedAt</c>; at most 64 KiB.</param>
/// <param name="UpdatedAt">When it was saved, UTC, to the millisecond.</param>
public sealed record StoredPreferences(ReadOnlyMemory<byte> Document, DateTimeOffset UpdatedAt);
