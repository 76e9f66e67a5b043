using MovieRec.Engine.Snapshots;

namespace MovieRec.Api.Catalogues;

/// <summary>Keeps the catalogue's snapshots: the one in force and the one before it (table <c>MovieRecCache</c>).</summary>
public interface ISnapshotStore
{
    /// <summary>
    /// The snapshots that there are, the one in force first; at most two, none before the first is published. One small read.
    /// </summary>
    Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads a snapshot; null where it is gone or is not there whole. The bytes are as they were published, unchecked.</summary>
    /// <param name="mark">Of <see cref="ListAsync"/>.</param>
    /// <param name="withNames">Whether to read the people's names; without, <see cref="EncodedSnapshot.Names"/> is empty.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a snapshot in force, in one step, if <paramref name="replaced"/> still is; what was in force becomes the one before, what was
    /// before goes when nobody can be reading it any more. Interrupted anywhere, what was in force stays whole and in force.
    /// </summary>
    /// <param name="snapshot">What to publish.</param>
    /// <param name="version">The catalogue's version.</param>
    /// <param name="replaced">What was in force when the work began; null for nothing.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The mark of the new one; null where another one has been put in force meanwhile.</returns>
    Task<SnapshotRef?> PublishAsync(EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken);
}

/// <summary>Names a snapshot that has been published.</summary>
/// <param name="Id">Of no other snapshot, ever.</param>
/// <param name="Version">The catalogue's version: <c>embedded-</c> or <c>tmdb-</c> and what names the state.</param>
public sealed record SnapshotRef(string Id, string Version);
