using Microsoft.Extensions.Logging;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;

namespace MovieRec.Api.Catalogues;

/// <summary>Reader of the current snapshot, or the previous one if that is not readable, and publisher of new ones.</summary>
public sealed class CataloguePublisher(ISnapshotStore store, ILogger log)
{
    /// <summary>Returns the current catalogue; null if none is readable.</summary>
    public async Task<CatalogueContent?> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var mark in await store.ListAsync(cancellationToken))
        {
            if (await store.ReadAsync(mark, withNames: true, cancellationToken) is not { } snapshot)
                continue;
            if (SnapshotReader.TryRead(snapshot, out var content, out var reason))
                return content;
            log.SnapshotRefused(mark.Version, reason);
        }

        return null;
    }

    /// <summary>Publishes a catalogue, unless the current one has the same content, regardless of the version.</summary>
    /// <returns>Whether it was published; false if the current one is the same.</returns>
    /// <exception cref="InvalidOperationException">Others kept publishing at the same time.</exception>
    public async Task<bool> PublishAsync(CatalogueContent content, CancellationToken cancellationToken)
    {
        const int Attempts = 5;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var marks = await store.ListAsync(cancellationToken);
            var replaced = marks.Count > 0 ? marks[0] : null;
            if (replaced is not null && await IsTheSameAsync(replaced, content, cancellationToken))
                return false;
            if (await store.PublishAsync(SnapshotWriter.Write(content), content.Version, replaced, cancellationToken) is not null)
            {
                log.SnapshotPublished(content.Version, content.Titles.Count);
                return true;
            }
        }

        throw new InvalidOperationException("Others published catalogues at the same time, again and again.");
    }

    private async Task<bool> IsTheSameAsync(SnapshotRef mark, CatalogueContent content, CancellationToken cancellationToken)
    {
        // A version is of one prefix or the other: an embedded catalogue is never the same as one of the source.
        if (mark.Version.Length == 0 || mark.Version[0] != content.Version[0]
            || await store.ReadAsync(mark, withNames: true, cancellationToken) is not { } there)
        {
            return false;
        }
        var same = SnapshotWriter.Write(content with { Version = mark.Version });
        return there.Core.Span.SequenceEqual(same.Core.Span) && there.Names.Span.SequenceEqual(same.Names.Span);
    }
}
