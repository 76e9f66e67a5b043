using System.Diagnostics.CodeAnalysis;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Reader of the snapshots that <see cref="SnapshotWriter"/> wrote.</summary>
/// <remarks>No bytes make it throw, and its work is bounded by their length.</remarks>
public static class SnapshotReader
{
    /// <summary>Reads a snapshot, or gives the reason why it is not valid.</summary>
    /// <param name="snapshot">The core, and the names or nothing in their place. Without names <see cref="Title.Cast"/> and
    /// <see cref="Title.Directors"/> hold every person's <see cref="PersonToken"/>, and all scores are the same.</param>
    /// <param name="content">The catalogue.</param>
    /// <param name="reason">The reason, as a fragment such as "its checksum is wrong: it is cut short or damaged".</param>
    public static bool TryRead(
        EncodedSnapshot snapshot, [NotNullWhen(true)] out CatalogueContent? content, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        content = null;
        if (!SnapshotSection.TryOpen(snapshot.Core, SnapshotSection.CoreMagic, [], out var core, out reason))
            return false;
        string?[]? names = null;
        if (!snapshot.Names.IsEmpty)
        {
            if (!SnapshotSection.TryOpen(
                snapshot.Names, SnapshotSection.NamesMagic, SnapshotSection.GetChecksum(snapshot.Core.Span), out var people, out reason))
            {
                return false;
            }
            var texts = new ColumnReader(people);
            names = texts.Texts();
            if (!texts.IsAtEnd || Array.Exists(names, name => name is null))
                return Refuse(out reason);
        }
        content = GetContent(new ColumnReader(core), names);
        return content is not null || Refuse(out reason);
    }

    private static bool Refuse(out string reason)
    {
        reason = "it is not consistent";
        return false;
    }

    private static CatalogueContent? GetContent(ColumnReader columns, string?[]? names)
    {
        var version = columns.Texts();
        var titles = new TitleColumns(columns, names).Read();
        var trending = columns.Keys();
        var (from, to) = (columns.Keys(), columns.Keys());
        if (titles is null || !columns.IsAtEnd || version is not [{ } text] || from.Length != to.Length)
            return null;
        var aliases = new Dictionary<TitleKey, TitleKey>(from.Length);
        for (var i = 0; i < from.Length; i++)
            aliases[from[i]] = to[i];
        return new CatalogueContent(text, titles) { Trending = trending, Aliases = aliases };
    }
}
