using MovieRec.Engine.Catalogues;

namespace MovieRec.Api.Media;

/// <summary>The rows of the catalogue that a query asks for: one page, and how many there are in all.</summary>
internal readonly record struct MediaSelection(IReadOnlyList<int> Rows, int Total)
{
    public static MediaSelection Of(MediaQuery query, LoadedCatalogue loaded, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = loaded.Catalogue;
        var skip = (int)Math.Min((query.Page - 1) * query.Limit, int.MaxValue / 2);
        if (query.Search is { } text)
        {
            if (!query.HasFilter)
            {
                var found = loaded.Search.Search(text, query.Kind, skip, query.Limit, cancellationToken);
                return new MediaSelection(found.Rows, found.Total);
            }

            var all = loaded.Search.Search(text, query.Kind, 0, catalogue.Count, cancellationToken);
            return Page(all.Rows, query, catalogue, skip);
        }

        if (query.Only.Count > 0)
            return Page(Find(query, catalogue), query, catalogue, skip);
        return Page(
            query.ListType switch
            {
                "trending" => catalogue.Trending(now.Year),
                "top_rated" => catalogue.ByRating,
                _ => catalogue.ByPopularity,
            },
            query, catalogue, skip);
    }

    private static List<int> Find(MediaQuery query, Catalogue catalogue)
    {
        var rows = new List<int>(query.Only.Count);
        foreach (var key in query.Only.Distinct())
        {
            if (catalogue.TryFind(key, out var row))
                rows.Add(row);
        }

        return rows;
    }

    private static MediaSelection Page(IReadOnlyList<int> order, MediaQuery query, Catalogue catalogue, int skip)
    {
        var rows = new List<int>(query.Limit);
        var total = 0;
        foreach (var row in order)
        {
            if (!Fits(query, catalogue, row))
                continue;
            if (total >= skip && rows.Count < query.Limit)
                rows.Add(row);
            total++;
        }

        return new MediaSelection(rows, total);
    }

    private static bool Fits(MediaQuery query, Catalogue catalogue, int row)
    {
        var title = catalogue[row];
        return (query.Kind is not { } kind || title.Key.Kind == kind)
            && (query.Genre is not { } genre || title.GenreIds.Contains(genre))
            && (query.Year is not { } year || title.Year == year)
            && !query.Excluded.Contains(title.Key);
    }
}
