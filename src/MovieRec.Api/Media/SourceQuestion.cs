using System.Globalization;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>One page of the source, of twenty titles, that a query needs.</summary>
/// <param name="query">Whose filters, but genre and year of lists, are not the source's.</param>
/// <param name="page">From 1.</param>
internal sealed class SourceQuestion(MediaQuery query, int page)
{
    public const int TitlesAPage = 20;

    /// <summary>Maximum number of titles that the source returns per list.</summary>
    public const int MostTitles = 500 * TitlesAPage;

    /// <summary>Name of the query, the same for all requests of it.</summary>
    public string Name => query.Search is { } text
        ? string.Create(CultureInfo.InvariantCulture, $"search {query.KindName} {page} {GetName(text)}")
        : string.Create(CultureInfo.InvariantCulture, $"{query.ListType} {query.KindName} {page} {query.Genre} {query.Year}");

    public async Task<SourcePage> AskAsync(IMediaSource source, CancellationToken cancellationToken) =>
        query.Search is { } text ? await source.SearchAsync(text, query.Kind, page, cancellationToken)
        : query.Kind is { } kind ? await source.ListAsync(GetList(kind), page, cancellationToken)
        : await MixedAsync(source, cancellationToken);

    /// <summary>Returns films and series alternately; if one kind ends, the other continues alone.</summary>
    private async Task<SourcePage> MixedAsync(IMediaSource source, CancellationToken cancellationToken)
    {
        var half = (page + 1) / 2;
        var both = await Task.WhenAll(
            source.ListAsync(GetList(MediaKind.Movie), half, cancellationToken),
            source.ListAsync(GetList(MediaKind.Tv), half, cancellationToken));
        var (films, series) = (Math.Min(both[0].TotalResults, MostTitles), Math.Min(both[1].TotalResults, MostTitles));
        var (shorter, longer) = (Math.Min(films, series), films >= series ? 0 : 1);
        var mixed = new List<Title>(TitlesAPage);
        var (alone, aloneAt) = (both[longer], half);
        for (var place = (page - 1) * TitlesAPage; place < Math.Min(page * TitlesAPage, films + series); place++)
        {
            if (place < 2 * shorter)
            {
                Add(both[place % 2], place / 2);
                continue;
            }

            var index = place - shorter;
            if (index / TitlesAPage != aloneAt - 1)
            {
                aloneAt = (index / TitlesAPage) + 1;
                alone = await source.ListAsync(GetList(longer == 0 ? MediaKind.Movie : MediaKind.Tv), aloneAt, cancellationToken);
            }

            Add(alone, index);
        }

        return new SourcePage(mixed, 0, films + series);

        // A page has fewer than twenty where some of them are not for us.
        void Add(SourcePage from, int index)
        {
            if (index % TitlesAPage < from.Titles.Count)
                mixed.Add(from.Titles[index % TitlesAPage]);
        }
    }

    private SourceList GetList(MediaKind kind)
    {
        var order = query.ListType switch
        {
            "trending" => SourceOrder.Trending,
            "top_rated" => SourceOrder.TopRated,
            _ => SourceOrder.Popular,
        };
        // Only some of its lists can be filtered by genre or year.
        if (query.Genre is null && query.Year is null)
            return new SourceList(order, kind);
        var byVotes = order == SourceOrder.TopRated ? SourceOrder.MostVotes : SourceOrder.Popular;
        return new SourceList(byVotes, kind) { Genre = query.Genre, Year = query.Year };
    }

    // Nothing is left of a text without letters or digits, and there are titles of such names.
    private static string GetName(string text) => Folding.Fold(text) is { Length: > 0 and <= 512 } folded ? folded : text.Trim();
}
