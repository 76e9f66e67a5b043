using MovieRec.Engine.Snapshots;

namespace MovieRec.Api.Catalogues;

/// <summary>Store of the catalogue's snapshots, the current and the previous one (table <c>MovieRecCache</c>).</summary>
public interface ISnapshotStore
{
    /// <summary>Lists the snapshots, the current one first, with one small read; at most two.</summary>
    Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads a snapshot; returns null if it is gone or incomplete.</summary>
    /// <remarks>The bytes are returned as they were published, unchecked.</remarks>
    /// <param name="mark">From <see cref="ListAsync"/>.</param>
    /// <param name="withNames">Whether to read people's names; without, <see cref="EncodedSnapshot.Names"/> is empty.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken);

    /// <summary>Makes a snapshot the current one, atomically, if <paramref name="replaced"/> still is.</summary>
    /// <remarks>
    /// The replaced snapshot becomes the previous one. The one before it is deleted when no reader can need it. If publishing is
    /// interrupted, the current snapshot is unchanged and complete.
    /// </remarks>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="version">The catalogue's version.</param>
    /// <param name="replaced">The current snapshot when the work began; null for none.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The reference to the new snapshot; null if another one was published in the meantime.</returns>
    Task<SnapshotRef?> PublishAsync(EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken);
}

/// <summary>Reference to a published snapshot.</summary>
/// <param name="Id">Unique for all time.</param>
/// <param name="Version">The catalogue's version: <c>embedded-</c> or <c>tmdb-</c> and a name of the state.</param>
public sealed record SnapshotRef(string Id, string Version);
