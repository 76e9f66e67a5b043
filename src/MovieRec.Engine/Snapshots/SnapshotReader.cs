using System.Diagnostics.CodeAnalysis;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Reader of snapshots in the format of <see cref="SnapshotWriter"/>.</summary>
/// <remarks>No input makes it throw, and its work is bounded by the number of bytes.</remarks>
public static class SnapshotReader
{
    /// <summary>Reads a snapshot; returns false and the reason if it is not valid.</summary>
    /// <param name="snapshot">Core with names or with empty names. Without names, <see cref="Title.Cast"/> and
    /// <see cref="Title.Directors"/> contain each person's <see cref="PersonToken"/>, and all scores are the same.</param>
    /// <param name="content">Content of the catalogue; null if the snapshot is not valid.</param>
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
