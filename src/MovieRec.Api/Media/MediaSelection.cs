using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Rows of the catalogue on the requested page, and the total.</summary>
internal readonly record struct MediaSelection(IReadOnlyList<int> Rows, int Total)
{
    public static MediaSelection Create(MediaQuery query, LoadedCatalogue loaded, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = loaded.Catalogue;
        if (query.Search is { } text)
        {
            if (!query.HasFilter)
            {
                var found = loaded.Search.Search(text, query.Kind, query.Skip, query.Limit, cancellationToken);
                return new MediaSelection(found.Rows, found.Total);
            }

            var all = loaded.Search.Search(text, query.Kind, 0, catalogue.Count, cancellationToken);
            return Page(all.Rows, query, catalogue);
        }

        return Page(
            query.ListType switch
            {
                "trending" => catalogue.Trending(now.Year),
                "top_rated" => catalogue.ByRating,
                _ => catalogue.ByPopularity,
            },
            query, catalogue);
    }

    private static MediaSelection Page(IReadOnlyList<int> order, MediaQuery query, Catalogue catalogue)
    {
        var rows = new List<int>(query.Limit);
        var excluded = GetRows(query.Excluded, catalogue);
        var total = 0;
        foreach (var row in order)
        {
            if (excluded.Contains(row) || !query.Fits(catalogue[row]))
                continue;
            if (total >= query.Skip && rows.Count < query.Limit)
                rows.Add(row);
            total++;
        }

        return new MediaSelection(rows, total);
    }

    // By row: an embedded key may be another name of a title.
    private static HashSet<int> GetRows(HashSet<TitleKey> keys, Catalogue catalogue)
    {
        var rows = new HashSet<int>(keys.Count);
        foreach (var key in keys)
        {
            if (catalogue.TryFind(key, out var row))
                rows.Add(row);
        }

        return rows;
    }
}
